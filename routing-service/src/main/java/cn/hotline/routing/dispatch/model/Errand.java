package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 协办事项: what a co-handler is asked for, and what it says.
 *
 * @param note masked; null where the catalogue named the co-handler
 * @param dueAt null where the catalogue named the co-handler
 * @param reply null until given
 */
public record Errand(
        @Nullable String note,
        @Nullable Instant dueAt,
        @Nullable CoReply reply) {

    static final Errand BY_CATALOGUE = new Errand(null, null, null);

    public Errand {
        note = note == null ? null : PersonalData.mask(note);
    }

    Errand replied(CoReply given) {
        return new Errand(note, dueAt, given);
    }

    /** Whether the lead must wait for it before answering. */
    boolean awaited(Instant now) {
        return dueAt != null && reply == null && now.isBefore(dueAt);
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
