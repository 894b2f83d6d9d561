package cn.hotline.routing.unitsystem;

import cn.hotline.routing.unitsystem.model.UnitSystem;
import cn.hotline.routing.unitsystem.model.Way;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** 拉取: a unit's system reads its box itself, from wherever it says it has read to. */
public final class FetchDesk {

    private final UnitMailbox mailbox;
    private final Deliveries deliveries;
    private final Clock clock;

    public FetchDesk(UnitMailbox mailbox, Deliveries deliveries, Clock clock) {
        this.mailbox = mailbox;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Whoever asks for what comes after a letter has that letter. */
    public Mono<Fetched> after(UnitSystem system, long sequence, int most) {
        String unit = system.unit().code();
        Instant now = clock.instant();
        return mailbox.size(unit).flatMap(size -> {
            long read = Math.min(sequence, size);
            return deliveries
                    .arrived(unit, Way.FETCHING, read, now, now)
                    .then(mailbox.after(unit, read, most).collectList())
                    .map(letters -> Fetched.of(letters, read, size));
        });
    }

    /**
     * @param next number of the last of them, or of the one before when there are none
     * @param more whether there is more already
     */
    public record Fetched(List<Letter> letters, long next, boolean more) {

        private static Fetched of(List<Letter> letters, long read, long size) {
            long next =
                    letters.isEmpty() ? read : letters.get(letters.size() - 1).sequence();
            return new Fetched(letters, next, next < size);
        }
    }
}
