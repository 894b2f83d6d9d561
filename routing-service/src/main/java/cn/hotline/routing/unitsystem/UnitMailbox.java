package cn.hotline.routing.unitsystem;

import cn.hotline.routing.unitsystem.Letter.Draft;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 通知箱: one box of letters for each unit that has a system, never rewritten. Every way out reads the same letters in the
 * same order, so none can tell something the others do not.
 */
public interface UnitMailbox {

    /**
     * Puts the next letter of a thread into a unit's box. Decides again when somebody else was faster, so that a thread
     * is one course whoever writes it; a letter is never there before all with smaller numbers are.
     *
     * @param decision from the thread's last letter; nothing where there is nothing to say
     * @return the letter; empty when there was nothing to say
     */
    Mono<Letter> put(String unit, String thread, Function<Optional<Letter>, Optional<Draft>> decision);

    /** Letters after that number, oldest first. */
    Flux<Letter> after(String unit, long sequence, int most);

    /** The last letter of a thread; empty when there is none. */
    Mono<Letter> last(String unit, String thread);

    /** Which units have letters of that thread. */
    Flux<String> unitsOf(String thread);

    /** Threads of letters that were written after that time. */
    Flux<String> threadsSince(String unit, Instant time);

    /** The number of the last letter; 0 when there is none. */
    Mono<Long> size(String unit);
}
