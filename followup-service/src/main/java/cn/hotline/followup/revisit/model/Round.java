package cn.hotline.followup.revisit.model;

import cn.hotline.followup.exclusion.model.Exclusion;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One handling of a ticket and what the caller was asked about it.
 *
 * @param number which handling, from 1
 * @param attempts calls in vain, oldest first
 * @param verdict null while the caller has not been asked
 * @param master the ticket whose reply it is, when that was given for another one that this one is merged into; null else
 * @param exclusion whether this handling is to be left out of the unit's score; null while nobody has proposed it
 */
public record Round(
        int number,
        Reply reply,
        List<Attempt> attempts,
        @Nullable Verdict verdict,
        @Nullable TicketNumber master,
        @Nullable Exclusion exclusion) {

    public Round {
        attempts = attempts == null ? List.of() : List.copyOf(attempts);
    }

    static Round first(Reply reply, @Nullable TicketNumber master) {
        return new Round(1, reply, List.of(), null, master, null);
    }

    Round next(Reply reply, @Nullable TicketNumber master) {
        return new Round(number + 1, reply, List.of(), null, master, null);
    }

    Round answeredAnew(Reply another, @Nullable TicketNumber master) {
        return new Round(number, another, attempts, verdict, master, exclusion).undecided();
    }

    /** Without a proposal that waits: what it was about is not so any more. */
    Round undecided() {
        return exclusion == null ? this : with(exclusion.lapsed());
    }

    Round with(Exclusion changed) {
        return new Round(number, reply, attempts, verdict, master, changed);
    }

    boolean waitsForExclusion() {
        return exclusion != null && exclusion.waits();
    }

    /** Whether it is another ticket's reply, and that one. */
    boolean isOf(TicketNumber other, Reply given) {
        return other.equals(master) && given.equals(reply);
    }

    /** Whether the caller was not served. */
    boolean reopens() {
        return verdict != null && verdict.reopens();
    }

    Round attempted(Attempt attempt) {
        return new Round(
                number,
                reply,
                Stream.concat(attempts.stream(), Stream.of(attempt)).toList(),
                verdict,
                master,
                exclusion);
    }

    /** Without what may tell of a confidential matter. */
    Round withheld() {
        return new Round(
                number,
                reply.withheld(),
                attempts.stream().map(Attempt::withheld).toList(),
                verdict == null ? null : verdict.withheld(),
                master,
                exclusion == null ? null : exclusion.withheld());
    }

    Round judged(Verdict given) {
        return new Round(number, reply, attempts, given, master, exclusion);
    }
}
