package cn.hotline.followup.revisit.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One handling of a ticket and what the caller was asked about it.
 *
 * @param number which handling, from 1
 * @param attempts calls in vain, oldest first
 * @param verdict null while the caller has not been asked
 */
public record Round(
        int number,
        Reply reply,
        List<Attempt> attempts,
        @Nullable Verdict verdict) {

    public Round {
        attempts = attempts == null ? List.of() : List.copyOf(attempts);
    }

    static Round first(Reply reply) {
        return new Round(1, reply, List.of(), null);
    }

    Round next(Reply reply) {
        return new Round(number + 1, reply, List.of(), null);
    }

    Round answeredAnew(Reply another) {
        return new Round(number, another, attempts, verdict);
    }

    Round attempted(Attempt attempt) {
        return new Round(
                number,
                reply,
                Stream.concat(attempts.stream(), Stream.of(attempt)).toList(),
                verdict);
    }

    /** Without what may tell of a confidential matter. */
    Round withheld() {
        return new Round(
                number,
                reply.withheld(),
                attempts.stream().map(Attempt::withheld).toList(),
                verdict == null ? null : verdict.withheld());
    }

    Round judged(Verdict given) {
        return new Round(number, reply, attempts, given);
    }
}
