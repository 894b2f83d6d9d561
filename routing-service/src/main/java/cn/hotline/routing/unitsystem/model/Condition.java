package cn.hotline.routing.unitsystem.model;

import cn.hotline.routing.contract.UnitNotice.ListsCompared;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a unit's system is doing.
 *
 * @param told how many notices there are for it
 * @param deliveries one for each way that was ever used
 * @param actedAt when it last wrote an act; null for never
 * @param waitingSince since when the ticket that has waited longest is not acknowledged; null when none waits
 * @param list what came of its last list; null when it never sent one
 */
public record Condition(
        UnitSystem system,
        long told,
        List<Delivery> deliveries,
        @Nullable Instant actedAt,
        @Nullable Instant waitingSince,
        @Nullable ListsCompared list) {

    /** 失联: tickets wait to be acknowledged, and for long nothing has been heard of it. */
    public boolean isSilent(Duration patience, Instant now) {
        Instant since = now.minus(patience);
        Instant heard = heardAt();
        return waitingSince != null && waitingSince.isBefore(since) && (heard == null || heard.isBefore(since));
    }

    /** When it last wrote, sent a list or fetched; null for never. */
    public @Nullable Instant heardAt() {
        Instant listedAt = list == null ? null : list.at();
        Instant fetchedAt = deliveries.stream()
                .filter(delivery -> delivery.way() == Way.FETCHING)
                .map(Delivery::at)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return Stream.of(actedAt, listedAt, fetchedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /**
     * How far one way has come.
     *
     * @param position of the last notice that arrived
     * @param at when it did; null for never
     * @param problem why the next one does not; null when nothing is wrong
     */
    public record Delivery(
            Way way,
            long position,
            @Nullable Instant at,
            @Nullable String problem) {}
}
