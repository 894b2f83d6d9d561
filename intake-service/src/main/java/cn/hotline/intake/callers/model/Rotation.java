package cn.hotline.intake.callers.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 更换密钥: how far all callers have come under new keys. It goes through them in order of their ids, again and again
 * until one whole round finds nobody left; so it may be interrupted anywhere and carried on by anybody.
 *
 * @param by account of who began it
 * @param total how many callers there were when it began
 * @param looked how many this round has looked at
 * @param renewed how many were put under the new keys, in all rounds
 * @param after id of the last caller this round has looked at; null at its beginning
 * @param roundBeganAt when this round began
 * @param renewedInRound how many of them in this round
 * @param finishedAt null while it goes on
 */
public record Rotation(
        String by,
        Instant beganAt,
        long total,
        long looked,
        long renewed,
        @Nullable String after,
        Instant roundBeganAt,
        long renewedInRound,
        @Nullable Instant finishedAt) {

    public static Rotation begun(String by, long total, Instant at) {
        return new Rotation(by, at, total, 0, 0, null, at, 0, null);
    }

    public boolean isFinished() {
        return finishedAt != null;
    }

    /** After looking at some more. */
    public Rotation with(Batch batch) {
        return new Rotation(
                by,
                beganAt,
                total,
                looked + batch.looked(),
                renewed + batch.renewed(),
                batch.last() == null ? after : batch.last(),
                roundBeganAt,
                renewedInRound + batch.renewed(),
                null);
    }

    /** Whether this whole round proves that nobody is left: it found none, and began after whoever was under way had ended. */
    public boolean provesTheEnd(Duration settling) {
        return renewedInRound == 0 && !roundBeganAt.isBefore(beganAt.plus(settling));
    }

    public Rotation nextRound(Instant at) {
        return new Rotation(by, beganAt, total, 0, renewed, null, at, 0, null);
    }

    public Rotation finished(Instant at) {
        return new Rotation(by, beganAt, total, looked, renewed, null, roundBeganAt, renewedInRound, at);
    }

    /**
     * Some callers in order.
     *
     * @param last id of the last one; null when there were none left
     */
    public record Batch(long looked, long renewed, @Nullable String last) {}
}
