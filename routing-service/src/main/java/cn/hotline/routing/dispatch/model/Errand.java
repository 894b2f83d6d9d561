package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.Termed;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 协办事项: what a co-handler is asked for, and what it says.
 *
 * @param note masked; null where the catalogue named the co-handler
 * @param dueAt null where the catalogue named the co-handler
 * @param reply null until given
 * @param call null unless it was called to the spot (吹哨)
 */
public record Errand(
        @Nullable String note,
        @Nullable Instant dueAt,
        @Nullable CoReply reply,
        @Nullable Call call) {

    static final Errand BY_CATALOGUE = new Errand(null, null, null, null);

    public Errand {
        note = note == null ? null : PersonalData.mask(note);
    }

    Errand due(Instant at) {
        return new Errand(note, at, reply, call);
    }

    Errand replied(CoReply given) {
        return new Errand(note, dueAt, given, call);
    }

    Errand arrived(Instant at) {
        return call == null ? this : new Errand(note, dueAt, reply, new Call(call.by(), call.arriveBy(), at));
    }

    /** Called to the spot, for what it is asked for already or for this. */
    Errand called(String why, Instant until, Call to) {
        return new Errand(note == null ? why : note, dueAt == null ? until : dueAt, reply, to);
    }

    /** How far it has come. */
    public Stand stand(Instant now) {
        if (reply != null) {
            return dueAt == null || !reply.at().isAfter(dueAt) ? Stand.REPLIED : Stand.REPLIED_LATE;
        }
        if (dueAt != null && now.isAfter(dueAt)) {
            return Stand.OVERDUE;
        }
        return call == null ? Stand.ASKED : call.arrivedAt() == null ? Stand.CALLED : Stand.ARRIVED;
    }

    /** How far a co-handler has come. */
    public enum Stand implements Termed {
        ASKED("待反馈"),
        CALLED("待报到"),
        ARRIVED("已报到"),
        REPLIED("已反馈"),
        REPLIED_LATE("超期反馈"),
        OVERDUE("逾期未反馈");

        private final String term;

        Stand(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }

    /** Whether the lead must wait for it before answering. */
    boolean awaited(Instant now) {
        return dueAt != null && reply == null && now.isBefore(dueAt);
    }

    /**
     * 吹哨: called to the spot by who has the ticket.
     *
     * @param by who called
     * @param arrivedAt 报到; null before
     */
    public record Call(Unit by, Instant arriveBy, @Nullable Instant arrivedAt) {

        /** Whether it came by the time it was given; false while it has not come. */
        public boolean inTime() {
            return arrivedAt != null && !arrivedAt.isAfter(arriveBy);
        }
    }

    /**
     * 协办意见.
     *
     * @param content masked
     */
    public record CoReply(String content, Staff by, Instant at) {

        public CoReply {
            content = PersonalData.mask(content);
        }
    }
}
