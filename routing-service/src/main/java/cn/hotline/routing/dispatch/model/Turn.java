package cn.hotline.routing.dispatch.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands in the lists of those who must act on it; derived from the rest, kept for sorting.
 *
 * @param since when the ticket came to routing
 * @param first whether it goes before all others at the dispatch desk: an emergency nobody could dispatch at once
 * @param dueAt until when the holder must take the next step; null when nobody has to
 * @param asks what its unit asks of the hotline beside its status; null for nothing
 * @param remindAt from when on a unit is to be told of a deadline of its own; null when there is nothing to tell
 * @param stirredAt when something was done last; reminders and calendars do nothing
 * @param bouncingSince 反复: when it was sent back the second time; null before
 * @param below codes of the units it is passed down to and who have it now
 * @param calendar number of the working calendar its running clocks are counted by; null when none runs
 */
public record Turn(
        Instant since,
        boolean first,
        @Nullable Instant dueAt,
        @Nullable Asks asks,
        @Nullable Instant remindAt,
        @Nullable Instant stirredAt,
        @Nullable Instant bouncingSince,
        @Nullable List<String> below,
        @Nullable Long calendar) {

    Turn(Instant since, boolean first, @Nullable Instant dueAt, @Nullable Asks asks) {
        this(since, first, dueAt, asks, null, null, null, null, null);
    }

    /** The same, with what the course and the clocks tell. */
    Turn after(DispatchStatus status, List<Step> steps, @Nullable Handling handling) {
        Instant stirred = steps.stream()
                .filter(step -> step.kind() != StepKind.OVERDUE && step.kind() != StepKind.RECOUNTED)
                .map(Step::at)
                .max(Instant::compareTo)
                .orElse(since);
        List<Objection> objections =
                handling == null ? List.of() : handling.dispute().objections();
        return new Turn(
                since,
                first,
                dueAt,
                asks,
                Reminder.next(status, handling).orElse(null),
                stirred,
                objections.size() < 2 ? null : objections.get(1).at(),
                handling == null
                        ? List.of()
                        : handling.below().stream()
                                .map(share -> share.to().unit().code())
                                .toList(),
                Recounting.calendarOf(status, handling));
    }

    /** What a unit may ask for while it goes on working. */
    public enum Asks {
        /** 延期. */
        MORE_TIME
    }
}
