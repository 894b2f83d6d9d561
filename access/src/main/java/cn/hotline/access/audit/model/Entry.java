package cn.hotline.access.audit.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who did or read what, when and why: the content of one record.
 *
 * @param at to the millisecond
 * @param action in capitals, such as {@code REVEAL}
 * @param subject ticket number or another public identifier; empty where the act is about nothing single
 * @param reason why, personal data masked; null where none was given
 */
public record Entry(
        Instant at,
        Who who,
        String action,
        String subject,
        @Nullable String reason,
        Outcome outcome) {}
