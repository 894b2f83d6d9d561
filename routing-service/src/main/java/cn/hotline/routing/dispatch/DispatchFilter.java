package cn.hotline.routing.dispatch;

import cn.hotline.routing.catalogue.model.Doubt;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.dispatch.model.Assignment.Taker;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.Handling;
import cn.hotline.routing.dispatch.model.Turn;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which dispatches, in which order. Lists, counts, interface and files all ask with it.
 *
 * @param statuses any of these; empty for all
 * @param urgency of that urgency; null for all
 * @param due whose next step is due in that time; null for all
 * @param asks whose unit asks for that; null for all
 * @param text part of the title, or beginning of the number; null for all
 */
public record DispatchFilter(
        Set<DispatchStatus> statuses,
        @Nullable Urgency urgency,
        Whose whose,
        Course course,
        @Nullable Due due,
        Turn.@Nullable Asks asks,
        @Nullable String text,
        Order order) {

    /** Everything there is, the newest first. */
    public static final DispatchFilter ALL =
            new DispatchFilter(Set.of(), null, Whose.ANYBODY, Course.ANY, null, null, null, Order.NEWEST);

    public DispatchFilter {
        statuses = Set.copyOf(statuses);
    }

    public DispatchFilter in(DispatchStatus... any) {
        return in(Set.of(any));
    }

    public DispatchFilter in(Set<DispatchStatus> any) {
        return new DispatchFilter(any, urgency, whose, course, due, asks, text, order);
    }

    public DispatchFilter as(@Nullable Urgency grade) {
        return new DispatchFilter(statuses, grade, whose, course, due, asks, text, order);
    }

    public DispatchFilter of(String unitCode) {
        return ofAny(Set.of(unitCode));
    }

    /** Those that one of these units leads, or led before they came back to the desk; of none, none. */
    public DispatchFilter ofAny(Set<String> unitCodes) {
        return of(new Whose(unitCodes, Part.LEADS, null, whose.taken, whose.givenAfter));
    }

    /** Of these, those that this unit leads. */
    public DispatchFilter ledBy(String unitCode) {
        if (whose.part != Part.LEADS) {
            return of(new Whose(whose.units, whose.part, unitCode, whose.taken, whose.givenAfter));
        }
        return ofAny(whose.units == null || whose.units.contains(unitCode) ? Set.of(unitCode) : Set.of());
    }

    public DispatchFilter helpedBy(String unitCode) {
        return of(new Whose(Set.of(unitCode), Part.HELPS, null, whose.taken, whose.givenAfter));
    }

    public DispatchFilter passedDownTo(String unitCode) {
        return of(new Whose(Set.of(unitCode), Part.BELOW, null, whose.taken, whose.givenAfter));
    }

    public DispatchFilter taken(@Nullable Taken by) {
        return of(new Whose(whose.units, whose.part, whose.lead, by, whose.givenAfter));
    }

    public DispatchFilter givenAfter(@Nullable Instant moment) {
        return of(new Whose(whose.units, whose.part, whose.lead, whose.taken, moment));
    }

    public DispatchFilter unsure() {
        return on(new Course(true, course.bouncing, course.silentSince));
    }

    public DispatchFilter bouncing() {
        return on(new Course(course.unsure, true, course.silentSince));
    }

    public DispatchFilter silentSince(@Nullable Instant moment) {
        return on(new Course(course.unsure, course.bouncing, moment));
    }

    public DispatchFilter due(@Nullable Due when) {
        return new DispatchFilter(statuses, urgency, whose, course, when, asks, text, order);
    }

    public DispatchFilter asking(Turn.@Nullable Asks what) {
        return new DispatchFilter(statuses, urgency, whose, course, due, what, text, order);
    }

    public DispatchFilter reading(@Nullable String words) {
        return new DispatchFilter(statuses, urgency, whose, course, due, asks, words, order);
    }

    public DispatchFilter by(Order other) {
        return new DispatchFilter(statuses, urgency, whose, course, due, asks, text, other);
    }

    private DispatchFilter of(Whose other) {
        return new DispatchFilter(statuses, urgency, other, course, due, asks, text, order);
    }

    private DispatchFilter on(Course other) {
        return new DispatchFilter(statuses, urgency, whose, other, due, asks, text, order);
    }

    /** Whether a dispatch is one of these; by a text that does not open to the viewer nobody finds anything. */
    public boolean matches(Dispatch dispatch, Viewer viewer) {
        return (statuses.isEmpty() || statuses.contains(dispatch.status()))
                && (urgency == null || urgency == dispatch.classification().urgency())
                && whose.holds(dispatch.handling())
                && course.holds(dispatch)
                && (due == null || due.holds(dispatch.turn().dueAt()))
                && (asks == null || asks == dispatch.turn().asks())
                && (text == null
                        || dispatch.number().value().startsWith(text)
                        || dispatch.opensTo(viewer) && dispatch.appeal().title().contains(text));
    }

    /**
     * Whose tickets.
     *
     * @param units codes of units of which one has a part in it; null for all
     * @param part which part that is
     * @param lead code of the unit that leads, where the part is another; null for whichever
     * @param taken who of the unit that leads has it in hand; null for whoever
     * @param givenAfter given to the unit that leads after that moment; null for whenever
     */
    public record Whose(
            @Nullable Set<String> units,
            Part part,
            @Nullable String lead,
            @Nullable Taken taken,
            @Nullable Instant givenAfter) {

        static final Whose ANYBODY = new Whose(null, Part.LEADS, null, null, null);

        boolean holds(@Nullable Handling handling) {
            if (units == null && taken == null && givenAfter == null) {
                return true;
            }
            return handling != null
                    && (units == null || units.stream().anyMatch(unit -> isOf(handling, unit)))
                    && (lead == null || lead.equals(handling.lead().unit().code()))
                    && (taken == null || taken.holds(handling.lead().taker()))
                    && (givenAfter == null
                            || handling.lead().timing().startedAt().isAfter(givenAfter));
        }

        private boolean isOf(Handling handling, String code) {
            return switch (part) {
                case LEADS -> handling.lead().unit().code().equals(code);
                case BELOW -> handling.share(code).isPresent();
                case HELPS -> handling.helper(code).isPresent();
            };
        }
    }

    /** 主办、下级承办、协办. */
    public enum Part {
        LEADS,
        BELOW,
        HELPS
    }

    /** 认领. @param account of whoever has it; null for what nobody has taken */
    public record Taken(@Nullable String account) {

        /** 待领取. */
        public static final Taken BY_NOBODY = new Taken(null);

        boolean holds(@Nullable Taker taker) {
            return account == null ? taker == null : taker != null && account.equals(taker.account());
        }
    }

    /**
     * What has become of it so far.
     *
     * @param unsure 低把握: class or place were not sure enough to dispatch by
     * @param bouncing 反复: sent back twice or more
     * @param silentSince 沉默: nothing was done after that moment; null for whatever
     */
    public record Course(
            boolean unsure, boolean bouncing, @Nullable Instant silentSince) {

        static final Course ANY = new Course(false, false, null);

        /** What low confidence is, as a doubt of the proposal. */
        public static final Set<Doubt> UNSURE = Set.of(Doubt.CATEGORY_UNSURE, Doubt.PLACE_UNSURE);

        boolean holds(Dispatch dispatch) {
            Turn turn = dispatch.turn();
            return (!unsure
                            || !Collections.disjoint(
                                    UNSURE, dispatch.classification().proposal().doubts()))
                    && (!bouncing || turn.bouncingSince() != null)
                    && (silentSince == null
                            || turn.stirredAt() != null && turn.stirredAt().isBefore(silentSince));
        }
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
        /** 最早转入在前. */
        OLDEST(Comparator.comparing(Turn::since)),
        /** 最先到期在前; those with nothing due come first. */
        DUE(Comparator.comparing(Turn::dueAt, Comparator.nullsFirst(Comparator.naturalOrder()))),
        /** 特急在前, then who has waited longest. */
        WAITING(Comparator.comparing(Turn::first).reversed().thenComparing(Turn::since)),
        /** 最久没有动静的在前. */
        SILENT(Comparator.comparing(Turn::stirredAt, Comparator.nullsFirst(Comparator.naturalOrder())));

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
