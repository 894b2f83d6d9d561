package cn.hotline.routing.dispatch.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the course of a ticket.
 *
 * @param words Chinese, such as 派单给城中区政府
 * @param detail ground or text; null for none
 */
public record Step(
        Instant at, StepKind kind, String words, @Nullable String detail) {}
