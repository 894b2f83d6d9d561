package cn.hotline.routing.place.model;

import cn.hotline.routing.version.model.Editor;
import java.time.Instant;

/**
 * 停用、恢复: what somebody decided about a learned name. Kept for good; the newest of a name counts.
 *
 * @param number counts the rulings of a city from 1
 * @param silenced whether the name says nothing of places from now on
 */
public record NameRuling(long number, String name, boolean silenced, Editor by, Instant at, String reason) {}
