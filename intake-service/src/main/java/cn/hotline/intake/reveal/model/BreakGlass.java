package cn.hotline.intake.reveal.model;

import cn.hotline.chassis.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 紧急查看: opens a ticket to two people who ask for it together, one soon after the other.
 *
 * @param first null before anybody asked
 * @param second null while the first is alone
 */
public record BreakGlass(
        String number, @Nullable Hand first, @Nullable Hand second) {

    public static BreakGlass untouched(String number) {
        return new BreakGlass(number, null, null);
    }

    /** Asks to open it. Whoever asks again stays the one they were; once it has closed, it begins anew. */
    public Change<BreakGlass, Void> reach(Hand hand, Terms terms) {
        if (first == null || isOver(hand.at(), terms)) {
            return Change.of(new BreakGlass(number, hand, null));
        }
        return second != null || first.account().equals(hand.account())
                ? Change.of(this)
                : Change.of(new BreakGlass(number, first, hand));
    }

    /** Whether it is open, and to them. */
    public boolean isOpenTo(String account, Instant at, Terms terms) {
        return openUntil(terms).filter(at::isBefore).isPresent() && isOneOf(account);
    }

    /** Until when it is open; empty while one of two is missing. */
    public Optional<Instant> openUntil(Terms terms) {
        return Optional.ofNullable(second).map(hand -> hand.at().plus(terms.open()));
    }

    /** Until when a second may join; empty when nobody waits. */
    public Optional<Instant> waitsUntil(Terms terms) {
        return second == null
                ? Optional.ofNullable(first).map(hand -> hand.at().plus(terms.together()))
                : Optional.empty();
    }

    private boolean isOneOf(String account) {
        return first != null && first.account().equals(account)
                || second != null && second.account().equals(account);
    }

    private boolean isOver(Instant at, Terms terms) {
        return !openUntil(terms)
                .or(() -> waitsUntil(terms))
                .filter(at::isBefore)
                .isPresent();
    }

    /** Somebody who asked. */
    public record Hand(String account, Instant at) {}

    /**
     * @param together within which both must ask
     * @param open how long it then stays open
     */
    public record Terms(Duration together, Duration open) {}
}
