package cn.hotline.ui;

import java.time.Duration;
import java.time.Instant;

/**
 * When a running deadline changes its grade.
 *
 * @param nearShare part of the whole time limit, 0 to 1, at which it becomes 临近
 * @param near time left at which it becomes 临近, whichever comes first
 * @param soonShare part of the whole time limit, 0 to 1, at which it becomes 将到期
 * @param soonToAcknowledge time left at which 签收 becomes 将到期, whichever comes first
 */
public record DeadlineThresholds(double nearShare, Duration near, double soonShare, Duration soonToAcknowledge) {

    /** A quarter or four hours; a tenth, or half an hour to acknowledge. */
    public static final DeadlineThresholds USUAL =
            new DeadlineThresholds(0.25, Duration.ofHours(4), 0.10, Duration.ofMinutes(30));

    /** @throws IllegalArgumentException when a share lies outside 0 to 1, or 将到期 would come before 临近 */
    public DeadlineThresholds {
        if (!(0 <= soonShare && soonShare <= nearShare && nearShare <= 1)) {
            throw new IllegalArgumentException("shares must be 0 <= " + soonShare + " <= " + nearShare + " <= 1");
        }
        if (soonToAcknowledge.isNegative() || near.compareTo(soonToAcknowledge) < 0) {
            throw new IllegalArgumentException("times must be 0 <= " + soonToAcknowledge + " <= " + near);
        }
    }

    Instant nearAt(Deadline deadline) {
        return deadline.dueAt().minus(longer(share(deadline, nearShare), near));
    }

    Instant soonAt(Deadline deadline) {
        Duration least = deadline.kind() == DeadlineKind.ACKNOWLEDGE ? soonToAcknowledge : Duration.ZERO;
        return deadline.dueAt().minus(longer(share(deadline, soonShare), least));
    }

    private static Duration share(Deadline deadline, double share) {
        return Duration.ofMillis(Math.round(deadline.total().toMillis() * share));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
