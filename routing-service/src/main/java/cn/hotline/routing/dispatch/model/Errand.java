package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.PersonalData;
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
    public record Call(Unit by, Instant arriveBy, @Nullable Instant arrivedAt) {}

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
