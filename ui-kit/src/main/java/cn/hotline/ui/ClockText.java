package cn.hotline.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments as the desks read them, by the server's clock and Beijing time, the one legal time of the country. */
public final class ClockText {

    /** 北京时间. */
    public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final DateTimeFormatter DAY_OF_OTHER_YEAR = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("M 月 d 日 HH:mm");

    private final Clock clock;

    /** @param clock tells what is today; its zone does not matter */
    public ClockText(Clock clock) {
        this.clock = clock.withZone(BEIJING);
    }

    /** 今日 11:00, 昨日 19:42, 明日 10:42, else 11-08, or 2025-11-08 of another year; empty for null. */
    public String brief(@Nullable Instant at) {
        return text(at, false);
    }

    /** As {@link #brief}, with the time of day always: 11-08 14:20; empty for null. */
    public String full(@Nullable Instant at) {
        return text(at, true);
    }

    /** The time of day alone, 10:42; empty for null. */
    public String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(BEIJING));
    }

    /** For reading out and for promises: 11 月 23 日 10:42; empty for null. */
    public String spoken(@Nullable Instant at) {
        return at == null ? "" : SPOKEN.format(at.atZone(BEIJING));
    }

    private String text(@Nullable Instant at, boolean withTime) {
        if (at == null) {
            return "";
        }
        ZonedDateTime moment = at.atZone(BEIJING);
        LocalDate today = LocalDate.now(clock);
        long days = ChronoUnit.DAYS.between(today, moment.toLocalDate());
        if (Math.abs(days) <= 1) {
            return (days == 0 ? "今日 " : days < 0 ? "昨日 " : "明日 ") + TIME.format(moment);
        }
        String day = (moment.getYear() == today.getYear() ? DAY : DAY_OF_OTHER_YEAR).format(moment);
        return withTime ? day + " " + TIME.format(moment) : day;
    }
}
