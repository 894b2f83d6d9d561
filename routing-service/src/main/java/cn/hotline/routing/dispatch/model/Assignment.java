package cn.hotline.routing.dispatch.model;

import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.Timing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one unit has of a ticket.
 *
 * @param timing the unit's own clock, from its own dispatch
 * @param acknowledgedAt 签收; null until then
 * @param contact 首次联系 with the caller; null until then
 * @param errand what a co-handler is asked for and says; null for the lead, and for one that nobody asked
 * @param remindedTo up to when the unit has been told of its deadlines; null before
 * @param taker 认领: who of the unit has it in hand; null while anybody of the unit may take it
 */
public record Assignment(
        Unit unit,
        Timing timing,
        @Nullable Instant acknowledgedAt,
        @Nullable Contact contact,
        @Nullable Errand errand,
        @Nullable Instant remindedTo,
        @Nullable Taker taker) {

    static Assignment of(Unit unit, Timing timing) {
        return new Assignment(unit, timing, null, null, null, null, null);
    }

    /** Given to it once more: to be signed for. */
    Assignment given() {
        return new Assignment(unit, timing, null, contact, errand, remindedTo, null);
    }

    /** Whether it is an emergency that its unit has not acknowledged. */
    boolean isToBeCalled() {
        return acknowledgedAt == null && !timing.calls().isEmpty();
    }

    Assignment acknowledged(Instant at) {
        return new Assignment(unit, timing, at, contact, errand, remindedTo, taker);
    }

    Assignment contacted(Contact made) {
        return new Assignment(unit, timing, acknowledgedAt, made, errand, remindedTo, taker);
    }

    /** Handled again: whom it spoke with before does not count any more. */
    Assignment again(Timing later) {
        return new Assignment(unit, later, acknowledgedAt, null, errand, null, taker);
    }

    /** To be answered once more: whom it spoke with still counts. */
    Assignment reworked(Timing later) {
        return new Assignment(unit, later, acknowledgedAt, contact, errand, null, taker);
    }

    /** Its successor has it, when it is that unit. */
    Assignment succeeded(Unit former, Unit successor) {
        return unit.equals(former)
                ? new Assignment(successor, timing, acknowledgedAt, contact, errand, remindedTo, null)
                : this;
    }

    /** Without anything that somebody wrote, and without who handles it. */
    Assignment withheld() {
        return new Assignment(unit, timing, acknowledgedAt, null, null, remindedTo, null);
    }

    Assignment reminded(Instant to) {
        return new Assignment(unit, timing, acknowledgedAt, contact, errand, to, taker);
    }

    /** @param next null for nobody */
    Assignment inHandOf(@Nullable Taker next) {
        return new Assignment(unit, timing, acknowledgedAt, contact, errand, remindedTo, next);
    }

    /** Counted anew from where its clock started. */
    Assignment recounted(Timing anew) {
        return new Assignment(unit, anew, acknowledgedAt, contact, errand, remindedTo, taker);
    }

    /** What is due with the lead's deadline goes with it; a day that somebody named stays. */
    Assignment dueWith(Instant before, Instant now) {
        return errand != null && before.equals(errand.dueAt()) ? with(errand.due(now)) : this;
    }

    Assignment with(Errand asked) {
        return new Assignment(unit, timing, acknowledgedAt, contact, asked, remindedTo, taker);
    }

    Assignment replied(Errand.CoReply given) {
        return with((errand == null ? Errand.BY_CATALOGUE : errand).replied(given));
    }

    /**
     * 经办人 of a unit.
     *
     * @param name as the trail shows it
     */
    public record Taker(String account, String name) {}
}
