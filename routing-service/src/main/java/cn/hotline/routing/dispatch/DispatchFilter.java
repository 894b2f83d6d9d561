package cn.hotline.routing.dispatch;

import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.Handling;
import cn.hotline.routing.dispatch.model.Turn;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which dispatches, in which order.
 *
 * @param statuses any of these; empty for all
 * @param unit code of the unit that has it, as lead or, with {@code helping}, as co-handler; null for all
 * @param helping whether that unit helps (协办)
 * @param due whose next step is due in that time; null for all
 * @param asks whose unit asks for that; null for all
 * @param text part of the title, or beginning of the number; null for all
 */
public record DispatchFilter(
        Set<DispatchStatus> statuses,
        @Nullable String unit,
        boolean helping,
        @Nullable Due due,
        Turn.@Nullable Asks asks,
        @Nullable String text,
        Order order) {

    /** Everything there is, the newest first. */
    public static final DispatchFilter ALL = new DispatchFilter(Set.of(), null, false, null, null, null, Order.NEWEST);

    public DispatchFilter {
        statuses = Set.copyOf(statuses);
    }

    public DispatchFilter in(DispatchStatus... any) {
        return in(Set.of(any));
    }

    public DispatchFilter in(Set<DispatchStatus> any) {
        return new DispatchFilter(any, unit, helping, due, asks, text, order);
    }

    public DispatchFilter of(@Nullable String unitCode) {
        return new DispatchFilter(statuses, unitCode, false, due, asks, text, order);
    }

    public DispatchFilter helpedBy(String unitCode) {
        return new DispatchFilter(statuses, unitCode, true, due, asks, text, order);
    }

    public DispatchFilter due(@Nullable Due when) {
        return new DispatchFilter(statuses, unit, helping, when, asks, text, order);
    }

    public DispatchFilter asking(Turn.@Nullable Asks what) {
        return new DispatchFilter(statuses, unit, helping, due, what, text, order);
    }

    public DispatchFilter reading(@Nullable String words) {
        return new DispatchFilter(statuses, unit, helping, due, asks, words, order);
    }

    public DispatchFilter by(Order other) {
        return new DispatchFilter(statuses, unit, helping, due, asks, text, other);
    }

    /** Whether a dispatch is one of these; by a text that does not open to the viewer nobody finds anything. */
    public boolean matches(Dispatch dispatch, Viewer viewer) {
        return (statuses.isEmpty() || statuses.contains(dispatch.status()))
                && (unit == null || dispatch.handling() != null && isOf(dispatch.handling(), unit))
                && (due == null || due.holds(dispatch.turn().dueAt()))
                && (asks == null || asks == dispatch.turn().asks())
                && (text == null
                        || dispatch.number().value().startsWith(text)
                        || dispatch.opensTo(viewer) && dispatch.appeal().title().contains(text));
    }

    private boolean isOf(Handling handling, String code) {
        return helping
                ? handling.helper(code).isPresent()
                : handling.lead().unit().code().equals(code);
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
