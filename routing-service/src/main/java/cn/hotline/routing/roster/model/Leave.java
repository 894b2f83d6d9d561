package cn.hotline.routing.roster.model;

import java.time.LocalDate;

/**
 * 休假、外出: days on which somebody is not there, and who stands in for them.
 *
 * @param account who is away
 * @param to the last day, included
 * @param delegate account of who stands in (代理人)
 */
public record Leave(String account, LocalDate from, LocalDate to, String delegate) {

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean overlaps(Leave other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }
}
