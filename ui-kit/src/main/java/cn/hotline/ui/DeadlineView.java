package cn.hotline.ui;

import java.time.Duration;
import java.time.Instant;

/**
 * A deadline tag as a page shows it. The server judges grade and words; the browser only lets them tick between the
 * moments given here, so that both always agree.
 *
 * @param kind what is to be done
 * @param grade one of six
 * @param words what the tag says, such as 剩 2 天 4 小时
 * @param nearAt when it becomes 临近
 * @param soonAt when it becomes 将到期
 * @param dueAt the last moment in time
 */
public record DeadlineView(
        DeadlineKind kind, DeadlineGrade grade, String words, Instant nearAt, Instant soonAt, Instant dueAt) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** How the deadline stands at that moment by the usual thresholds. */
    public static DeadlineView of(Deadline deadline, Instant now) {
        return of(deadline, DeadlineThresholds.USUAL, now);
    }

    /** How the deadline stands at that moment. */
    public static DeadlineView of(Deadline deadline, DeadlineThresholds thresholds, Instant now) {
        Instant nearAt = thresholds.nearAt(deadline);
        Instant soonAt = thresholds.soonAt(deadline);
        DeadlineGrade grade = grade(deadline, nearAt, soonAt, now);
        return new DeadlineView(deadline.kind(), grade, words(deadline, grade, now), nearAt, soonAt, deadline.dueAt());
    }

    /** Whether the tag ticks; done and paused ones stand still. */
    public boolean running() {
        return grade != DeadlineGrade.DONE && grade != DeadlineGrade.PAUSED;
    }

    /** The words without what is to be done, for where that stands beside it already. */
    public String bareWords() {
        return running() ? words.replace(kind.suffix(), "") : words;
    }

    private static DeadlineGrade grade(Deadline deadline, Instant nearAt, Instant soonAt, Instant now) {
        if (deadline.doneAt() != null) {
            return DeadlineGrade.DONE;
        }
        if (deadline.paused()) {
            return DeadlineGrade.PAUSED;
        }
        if (now.isAfter(deadline.dueAt())) {
            return DeadlineGrade.OVERDUE;
        }
        if (!now.isBefore(soonAt)) {
            return DeadlineGrade.SOON;
        }
        return now.isBefore(nearAt) ? DeadlineGrade.AMPLE : DeadlineGrade.NEAR;
    }

    private static String words(Deadline deadline, DeadlineGrade grade, Instant now) {
        DeadlineKind kind = deadline.kind();
        return switch (grade) {
            case DONE -> (deadline.doneLate() ? "逾期" : "按期") + kind.term();
            case PAUSED -> "计时暂停";
            case OVERDUE -> kind.suffix() + "逾期" + span(Duration.between(deadline.dueAt(), now));
            case AMPLE, NEAR, SOON -> "剩" + span(Duration.between(now, deadline.dueAt())) + kind.suffix();
        };
    }

    /** Two units at most, cut off and never rounded up: nobody is promised a minute that is not there. */
    private static String span(Duration time) {
        if (time.compareTo(MINUTE) < 0) {
            return "不到 1 分";
        }
        if (time.compareTo(HOUR) < 0) {
            return " " + time.toMinutes() + " 分";
        }
        if (time.compareTo(DAY) < 0) {
            int minutes = time.toMinutesPart();
            return " " + time.toHours() + " 小时" + (minutes == 0 ? "" : " %02d 分".formatted(minutes));
        }
        int hours = time.toHoursPart();
        return " " + time.toDays() + " 天" + (hours == 0 ? "" : " " + hours + " 小时");
    }
}
