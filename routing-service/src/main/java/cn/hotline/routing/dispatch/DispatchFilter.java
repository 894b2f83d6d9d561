package cn.hotline.routing.dispatch;

import cn.hotline.routing.dispatch.model.Assignment;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.Handling;
import cn.hotline.routing.dispatch.model.Turn;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which dispatches, in which order.
 *
 * @param statuses any of these; empty for all
 * @param unit code of the lead unit; null for all
 * @param due whose next step is due in that time; null for all
 * @param text part of the title, or beginning of the number; null for all
 */
public record DispatchFilter(
        Set<DispatchStatus> statuses,
        @Nullable String unit,
        @Nullable Due due,
        @Nullable String text,
        Order order) {

    /** Everything there is, the newest first. */
    public static final DispatchFilter ALL = new DispatchFilter(Set.of(), null, null, null, Order.NEWEST);

    public DispatchFilter {
        statuses = Set.copyOf(statuses);
    }

    public DispatchFilter in(DispatchStatus... any) {
        return new DispatchFilter(Set.of(any), unit, due, text, order);
    }

    public DispatchFilter of(@Nullable String unitCode) {
        return new DispatchFilter(statuses, unitCode, due, text, order);
    }

    public DispatchFilter due(@Nullable Due when) {
        return new DispatchFilter(statuses, unit, when, text, order);
    }

    public DispatchFilter reading(@Nullable String words) {
        return new DispatchFilter(statuses, unit, due, words, order);
    }

    public DispatchFilter by(Order other) {
        return new DispatchFilter(statuses, unit, due, text, other);
    }

    /** Whether a dispatch is one of these. */
    public boolean matches(Dispatch dispatch) {
        return (statuses.isEmpty() || statuses.contains(dispatch.status()))
                && (unit == null || unit.equals(leadOf(dispatch)))
                && (due == null || due.holds(dispatch.turn().dueAt()))
                && (text == null || reads(dispatch, text));
    }

    private static @Nullable String leadOf(Dispatch dispatch) {
        Handling handling = dispatch.handling();
        Assignment lead = handling == null ? null : handling.lead();
        return lead == null ? null : lead.unit().code();
    }

    private static boolean reads(Dispatch dispatch, String text) {
        return dispatch.number().value().startsWith(text)
                || dispatch.appeal().title().contains(text);
    }

    /**
     * A time in which something is due.
     *
     * @param from null for any time before
     * @param to not included
     */
    public record Due(@Nullable Instant from, Instant to) {

        boolean holds(@Nullable Instant at) {
            return at != null && (from == null || !at.isBefore(from)) && at.isBefore(to);
        }
    }

    /** Orders of a list. */
    public enum Order {
        /** 最近转入在前. */
        NEWEST(Comparator.comparing(Turn::since).reversed()),
        /** 最先到期在前; those with nothing due come first. */
        DUE(Comparator.comparing(Turn::dueAt, Comparator.nullsFirst(Comparator.naturalOrder()))),
        /** 特急在前, then who has waited longest. */
        WAITING(Comparator.comparing(Turn::first).reversed().thenComparing(Turn::since));

        private final Comparator<Turn> turns;

        Order(Comparator<Turn> turns) {
            this.turns = turns;
        }

        /** Compares as the list does; equals are told apart by number. */
        public Comparator<Dispatch> comparator() {
            return Comparator.comparing(Dispatch::turn, turns)
                    .thenComparing(dispatch -> dispatch.number().value());
        }
    }
}
