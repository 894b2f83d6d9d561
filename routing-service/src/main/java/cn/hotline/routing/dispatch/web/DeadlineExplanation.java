package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.Termed.Coded;
import cn.hotline.routing.deadline.model.Count;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.Explained;
import cn.hotline.routing.deadline.model.LimitKind;
import cn.hotline.routing.deadline.model.TimeLimit;
import cn.hotline.routing.deadline.model.Timing;
import cn.hotline.routing.deadline.model.WorkingCalendar;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Grace;
import cn.hotline.routing.dispatch.model.Handling;
import cn.hotline.routing.dispatch.model.Suspension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the deadlines of a ticket came about: the ticket's, then the unit's where its own clock is another. */
record DeadlineExplanation(String number, List<DeadlineView> deadlines) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    static DeadlineExplanation of(Dispatch dispatch, DeadlinePolicy policy) {
        Handling handling = dispatch.handling();
        if (handling == null) {
            return new DeadlineExplanation(dispatch.number().value(), List.of());
        }
        Timing own = handling.lead().timing();
        boolean two = !own.equals(handling.ticket());
        Grace grace = handling.grace();
        Stream<DeadlineView> ticket = explained(
                handling.ticket(),
                new Coded("TICKET", "工单时限"),
                handling.round() == 1 ? grace.finishBy() : null,
                handling,
                policy);
        Stream<DeadlineView> unit = two
                ? explained(own, new Coded("UNIT", "本单位时限"), grace.ownFinishBy(), handling, policy)
                : Stream.empty();
        return new DeadlineExplanation(
                dispatch.number().value(), Stream.concat(ticket, unit).toList());
    }

    private static Stream<DeadlineView> explained(
            Timing timing, Coded clock, @Nullable Instant granted, Handling handling, DeadlinePolicy policy) {
        return policy.explain(timing).stream()
                .map(explained -> explained.kind() == LimitKind.FINISH
                        ? DeadlineView.of(explained, clock).with(granted, handling.grace())
                        : DeadlineView.of(explained, clock));
    }

    /**
     * @param clock whose deadline it is: the ticket's or the unit's
     * @param limit the time limit in words; absent when that version of the rules is not known
     * @param working whether only office hours count
     * @param calendarAssumed whether a year counted whose holidays are not published yet
     * @param counted stretches that counted; empty when no version of rules and calendar gives this deadline
     * @param pauses times the clock stood still
     * @param grantedUntil until when it is now, after extensions and pauses; absent when nothing was granted
     * @param note what else to know; absent when nothing
     */
    record DeadlineView(
            Coded kind,
            Coded clock,
            Instant startedAt,
            Instant dueAt,
            Coded grade,
            @Nullable String limit,
            boolean working,
            List<Counted> counted,
            List<Skipped> skipped,
            List<Pause> pauses,
            @Nullable Instant grantedUntil,
            boolean calendarAssumed,
            @Nullable String note,
            String ruleVersion,
            String calendarVersion) {

        static DeadlineView of(Explained explained, Coded clock) {
            Timing timing = explained.timing();
            TimeLimit limit = explained.limit();
            return new DeadlineView(
                    Coded.of(explained.kind()),
                    clock,
                    timing.startedAt(),
                    explained.dueAt(),
                    Coded.of(timing.rule()),
                    limit == null ? null : limit.words(),
                    limit != null && limit.unit().working(),
                    explained.counting().map(Count::counted).orElse(List.of()).stream()
                            .map(Counted::of)
                            .toList(),
                    explained.counting().map(Count::skipped).orElse(List.of()).stream()
                            .map(skipped -> new Skipped(skipped.day(), skipped.why()))
                            .toList(),
                    List.of(),
                    null,
                    explained.counting().map(Count::assumed).orElse(false),
                    note(explained),
                    timing.rules(),
                    explained.calendar());
        }

        DeadlineView with(@Nullable Instant granted, Grace grace) {
            return new DeadlineView(
                    kind,
                    clock,
                    startedAt,
                    dueAt,
                    grade,
                    limit,
                    working,
                    counted,
                    skipped,
                    grace.suspensions().stream().map(Pause::of).toList(),
                    granted,
                    calendarAssumed || granted != null && grace.assumed(),
                    note(granted, grace),
                    ruleVersion,
                    calendarVersion);
        }

        private @Nullable String note(@Nullable Instant granted, Grace grace) {
            return note == null && granted != null && grace.assumed() ? WorkingCalendar.ASSUMED : note;
        }

        private static @Nullable String note(Explained explained) {
            Count count = explained.count();
            if (count == null) {
                return "截止时间以当时算定的为准，现有各版规则与日历都不能再算出同一时间。";
            }
            return count.assumed() ? WorkingCalendar.ASSUMED : null;
        }
    }

    /** A stretch of one day, as long as from and to say; {@code to} is 24:00 at midnight. */
    record Counted(LocalDate day, String from, String to, long minutes) {

        static Counted of(Count.Counted stretch) {
            ZonedDateTime from = stretch.from().atZone(ChassisWiring.ZONE).truncatedTo(ChronoUnit.MINUTES);
            ZonedDateTime to = stretch.to().atZone(ChassisWiring.ZONE).truncatedTo(ChronoUnit.MINUTES);
            boolean midnight = to.toLocalDate().isAfter(from.toLocalDate());
            return new Counted(
                    from.toLocalDate(),
                    TIME.format(from),
                    midnight ? "24:00" : TIME.format(to),
                    ChronoUnit.MINUTES.between(from, to));
        }
    }

    /**
     * 挂账.
     *
     * @param to absent while it goes on
     */
    record Pause(Instant from, @Nullable Instant to, String why) {

        static Pause of(Suspension suspension) {
            return new Pause(suspension.from(), suspension.until(), "挂账，" + suspension.approvedBy() + "批准");
        }
    }

    /** A day of which nothing counted. */
    record Skipped(LocalDate day, String why) {}
}
