package cn.hotline.intake.registration.web;

import cn.hotline.chassis.web.Fields;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How far from now a moment that is sent may lie. */
final class Moments {

    /** How late a message may arrive, or a call taken offline be entered (api.md, common rules). */
    static final Duration LATE = Duration.ofDays(7);

    /** Clocks of channels differ a little from ours. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    private Moments() {}

    /** When something reached the city: now, when it is not said. */
    static Instant received(Fields fields, String field, String term, @Nullable Instant sent, Instant now) {
        Instant at = sent == null ? now : sent;
        fields.check(!at.isAfter(now.plus(AHEAD)), field, term + "不能晚于现在");
        fields.check(!at.isBefore(now.minus(LATE)), field, term + "最多早于现在 " + LATE.toDays() + " 天");
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
