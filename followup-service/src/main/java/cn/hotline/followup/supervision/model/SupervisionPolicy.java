package cn.hotline.followup.supervision.model;

import static cn.hotline.followup.supervision.model.EscalationGround.OVERDUE;
import static cn.hotline.followup.supervision.model.EscalationGround.REWORKS;
import static cn.hotline.followup.supervision.model.EscalationGround.UNITS;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is pressed without anybody asking for it: settings, not constants. Units are pressed by working days, where
 * routing tells them; those above them hear of what is overdue for too long, and that runs day and night.
 *
 * @param urgeAnswer working days a unit has to answer an urge
 * @param superviseAnswer working days it has to answer a supervision
 * @param superviseAfter so many working days after its finish deadline a unit is supervised
 * @param escalateAfter so long after its finish deadline a ticket is escalated
 * @param reworks after so many a ticket is escalated
 * @param units after so many different ones a ticket is escalated
 */
public record SupervisionPolicy(
        int urgeAnswer, int superviseAnswer, int superviseAfter, Duration escalateAfter, int reworks, int units) {

    /** Until when somebody is to answer who is pressed now. */
    Instant answerBy(Level level, Course course, Instant at) {
        return course.workdays().after(at, level == Level.URGE ? urgeAnswer : superviseAnswer);
    }

    /** Why the ticket is one for those above the unit; empty while it is not. */
    Optional<EscalationGround> escalates(Course course, Instant now) {
        if (course.reworks() >= reworks) {
            return Optional.of(REWORKS);
        }
        if (course.units().size() >= units) {
            return Optional.of(UNITS);
        }
        Instant since = course.overdueSince();
        return since != null && !now.isBefore(since.plus(escalateAfter)) ? Optional.of(OVERDUE) : Optional.empty();
    }

    String reason(EscalationGround ground, Course course) {
        return switch (ground) {
            case REWORKS -> "已退回重办 " + course.reworks() + " 次，请单位负责人办理。";
            case UNITS -> "已先后派给 " + course.units().size() + " 个单位，请上级单位牵头办理。";
            case OVERDUE -> "逾期已超过 " + escalateAfter.toDays() + " 天，请单位负责人办理。";
            case OFFICE -> throw new IllegalArgumentException("Whoever decides says why");
        };
    }

    boolean supervises(Course course, Instant now) {
        Instant since = course.overdueSince();
        return since != null && !now.isBefore(course.workdays().after(since, superviseAfter));
    }

    /** When time alone will change something next; null when it will not. */
    @Nullable
    Instant nextLook(Course course, boolean escalated, Instant now) {
        Instant since = course.overdueSince();
        if (course.over() || since == null) {
            return null;
        }
        return Stream.concat(
                        course.pressed() == Level.SUPERVISE
                                ? Stream.empty()
                                : Stream.of(course.workdays().after(since, superviseAfter)),
                        escalated ? Stream.empty() : Stream.of(since.plus(escalateAfter)))
                .min(Instant::compareTo)
                .map(at -> at.isBefore(now) ? now : at)
                .orElse(null);
    }
}
