package cn.hotline.followup.revisit.model;

import static cn.hotline.followup.revisit.model.AttemptResult.POSTPONED;
import static cn.hotline.followup.revisit.model.RevisitRefusal.APPOINTMENT_MISSING;
import static cn.hotline.followup.revisit.model.RevisitRefusal.APPOINTMENT_OUT_OF_RANGE;

import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * How often and when a caller is called: settings, not constants.
 *
 * @param daysInVain after calls in vain on so many different days it is enough (three, by the hotlines' practice)
 * @param callAgainAt time of day, in Beijing, of the next call after one in vain
 * @param furthestAppointment how far ahead a caller may be promised a call
 */
public record RevisitPolicy(int daysInVain, LocalTime callAgainAt, Duration furthestAppointment) {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /** Three calls on one afternoon are not three attempts. */
    boolean isEnough(List<Attempt> attempts) {
        return attempts.stream()
                        .filter(attempt -> attempt.result().inVain())
                        .map(attempt -> day(attempt.at()))
                        .distinct()
                        .count()
                >= daysInVain;
    }

    /**
     * When to call next: as agreed, else tomorrow.
     *
     * @throws Refused when the agreed time is missing or cannot be kept
     */
    Instant nextCall(Attempt attempt) {
        Instant agreed = attempt.nextAt();
        if (agreed == null) {
            refuseUnless(attempt.result() != POSTPONED, APPOINTMENT_MISSING);
            return day(attempt.at())
                    .plusDays(1)
                    .atTime(callAgainAt)
                    .atZone(BEIJING)
                    .toInstant();
        }
        refuseUnless(
                agreed.isAfter(attempt.at()) && !agreed.isAfter(attempt.at().plus(furthestAppointment)),
                APPOINTMENT_OUT_OF_RANGE);
        return agreed;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(BEIJING).toLocalDate();
    }

    private static void refuseUnless(boolean holds, Refusal reason) {
        if (!holds) {
            throw new Refused(reason, List.of(new FieldError("nextAt", reason.sentence())));
        }
    }
}
