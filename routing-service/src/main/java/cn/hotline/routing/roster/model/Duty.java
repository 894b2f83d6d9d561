package cn.hotline.routing.roster.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 值班表: who answers for the unit day and night, each from midnight to midnight.
 *
 * @param phone answered at any hour (24小时值班电话)
 * @param week who it is on each day of a usual week
 * @param swaps days on which it is somebody else
 */
public record Duty(String phone, List<Weekday> week, List<Swap> swaps) {

    public Duty(String phone, @Nullable List<Weekday> week, @Nullable List<Swap> swaps) {
        this.phone = phone;
        this.week = week == null ? List.of() : List.copyOf(week);
        this.swaps = swaps == null ? List.of() : List.copyOf(swaps);
    }

    /** Account of who is on duty that day by the table, leave or not; empty when it names nobody. */
    Optional<String> on(LocalDate day) {
        Stream<String> instead =
                swaps.stream().filter(one -> one.day().equals(day)).map(Swap::account);
        Stream<String> usually =
                week.stream().filter(one -> one.day() == day.getDayOfWeek()).map(Weekday::account);
        return Stream.concat(instead, usually).findFirst();
    }

    /** Somebody's duty every week. */
    public record Weekday(DayOfWeek day, String account) {}

    /** Somebody's duty on one date (调班、节假日). */
    public record Swap(LocalDate day, String account) {}
}
