package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.Termed;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.Ladder.Rung;
import cn.hotline.routing.deadline.model.LimitKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 到期提醒: one thing a unit is to be told about one of its deadlines, and when. Whoever leads and whom it was passed down to
 * are each told of their own. Each is told once; of several that were missed (nobody was there to tell them) only the
 * last still says something true. Whom an emergency goes to is called in any case.
 *
 * @param unit who is to be told
 * @param item which deadline
 * @param at from when on it is to be told
 */
record Reminder(Unit unit, LimitKind item, Stage stage, Instant at, Instant dueAt) {

    private static final Comparator<Reminder> IN_TURN = Comparator.comparing(Reminder::at);

    /** Those that are still to come or to be told, in order; none where no unit has to do anything. */
    static List<Reminder> of(DispatchStatus status, Handling handling) {
        return DispatchStatus.WITH_A_UNIT.contains(status)
                ? handling.answering().stream()
                        .flatMap(part -> of(part, handling))
                        .sorted(IN_TURN)
                        .toList()
                : List.of();
    }

    /** When the next is to be told; empty when none is. */
    static Optional<Instant> next(DispatchStatus status, @Nullable Handling handling) {
        return handling == null
                ? Optional.empty()
                : of(status, handling).stream().findFirst().map(Reminder::at);
    }

    /** What is to be told by now: of each deadline the last, and every call. */
    static List<Reminder> dueBy(Instant now, DispatchStatus status, Handling handling) {
        List<Reminder> due = of(status, handling).stream()
                .filter(reminder -> !reminder.at.isAfter(now))
                .toList();
        Map<Whose, Reminder> last = new LinkedHashMap<>();
        due.stream()
                .filter(reminder -> !reminder.stage.calls())
                .forEach(reminder -> last.put(new Whose(reminder.unit, reminder.item), reminder));
        return Stream.concat(last.values().stream(), due.stream().filter(reminder -> reminder.stage.calls()))
                .sorted(IN_TURN.thenComparing(Reminder::item))
                .toList();
    }

    private static Stream<Reminder> of(Assignment part, Handling handling) {
        Instant from = part.timing().startedAt();
        Instant told = part.remindedTo() == null ? from : part.remindedTo();
        Instant ran = handling.grace().ranFrom().orElse(from);
        return Stream.of(LimitKind.values())
                .filter(item -> handling.awaits(item, part))
                .flatMap(item -> of(item, part, handling.dueAt(item, part)))
                .filter(reminder -> reminder.at.isAfter(told))
                .filter(reminder -> reminder.overdue() || reminder.at.isAfter(ran));
    }

    private static Stream<Reminder> of(LimitKind item, Assignment part, Instant dueAt) {
        Stream<Reminder> close = before(part, item, dueAt);
        return item == LimitKind.ACKNOWLEDGE
                ? Stream.concat(
                        close,
                        part.timing().calls().stream()
                                .map(call -> new Reminder(part.unit(), item, Stage.of(call.rung()), call.at(), dueAt)))
                : close;
    }

    boolean overdue() {
        return stage == Stage.OVERDUE;
    }

    /** Who is called; empty for what is only told to the unit. */
    Optional<Rung> rung() {
        return stage.calls() ? Optional.of(Rung.valueOf(stage.name())) : Optional.empty();
    }

    private static Stream<Reminder> before(Assignment part, LimitKind item, Instant dueAt) {
        Instant from = part.timing().startedAt();
        Instant half = from.plus(Duration.between(from, dueAt).dividedBy(2));
        return Stage.BEFORE_AND_AT.stream()
                .map(stage -> new Reminder(
                        part.unit(),
                        item,
                        stage,
                        switch (stage) {
                            case HALF -> half;
                            case HOURS_48 -> dueAt.minus(Duration.ofHours(48));
                            case HOURS_24 -> dueAt.minus(Duration.ofHours(24));
                            case HOURS_2 -> dueAt.minus(Duration.ofHours(2));
                            case OVERDUE -> dueAt;
                            case DEPUTY, HEAD, DUTY_OFFICE ->
                                throw new IllegalArgumentException(stage + " is no time before a deadline");
                        },
                        dueAt))
                .filter(reminder -> reminder.at.isAfter(from));
    }

    /** Which deadline of which unit. */
    private record Whose(Unit unit, LimitKind item) {}

    /** How close it is (预警), or who is called because nobody acknowledges. */
    enum Stage implements Termed {
        HALF("时限过半"),
        HOURS_48("还剩48小时"),
        HOURS_24("还剩24小时"),
        HOURS_2("还剩2小时"),
        OVERDUE("已逾期"),
        DEPUTY("呼叫副职"),
        HEAD("呼叫负责人"),
        DUTY_OFFICE("呼叫总值班室");

        private static final Set<Stage> BEFORE_AND_AT = EnumSet.range(HALF, OVERDUE);

        private final String term;

        Stage(String term) {
            this.term = term;
        }

        static Stage of(Rung rung) {
            return valueOf(rung.name());
        }

        boolean calls() {
            return !BEFORE_AND_AT.contains(this);
        }

        @Override
        public String term() {
            return term;
        }
    }
}
