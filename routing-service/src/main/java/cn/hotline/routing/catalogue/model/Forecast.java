package cn.hotline.routing.catalogue.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 发布前推演: what a catalogue would have done to tickets that came, compared with another.
 *
 * @param from when the first of them came, at the earliest
 * @param to not included
 * @param tickets how many came
 * @param elsewhere how many another unit would lead, or none any more, or now one
 * @param helpers of the others, how many would have other co-handlers
 * @param grades how many would have another time-limit grade by their entry
 * @param moves from whom to whom, the most first
 */
public record Forecast(
        Instant from, Instant to, long tickets, long elsewhere, long helpers, long grades, List<Move> moves) {

    /** So many numbers are told of each move. */
    public static final int NUMBERS = 20;

    public Forecast {
        moves = List.copyOf(moves);
    }

    /**
     * Tickets that one unit would have had and another would have now.
     *
     * @param from code of the lead; null for a dispatcher, where no entry names anybody
     * @param to the same
     * @param numbers of the newest of them, at most {@value #NUMBERS}
     */
    public record Move(@Nullable String from, @Nullable String to, long count, List<String> numbers) {}
}
