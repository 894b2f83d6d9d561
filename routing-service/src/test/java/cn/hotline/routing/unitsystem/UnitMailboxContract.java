package cn.hotline.routing.unitsystem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.routing.contract.UnitNotice.DispatchRevoked;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.unitsystem.Letter.Draft;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every mailbox promises. */
abstract class UnitMailboxContract {

    private static final String WEST = "630104";
    private static final String NORTH = "630105";

    private final UnitMailbox mailbox = empty();

    abstract UnitMailbox empty();

    @Test
    void lettersOfAUnitAreNumberedWithoutGapsEachUnitByItself() {
        put(WEST, "A", 1);
        put(NORTH, "A", 1);
        put(WEST, "B", 1);

        assertThat(read(mailbox.after(WEST, 0, 10)))
                .extracting(letter -> letter.sequence() + letter.thread())
                .containsExactly("1A", "2B");
        assertThat(read(mailbox.after(NORTH, 0, 10))).hasSize(1);
        assertThat(got(mailbox.size(WEST))).isEqualTo(2);
    }

    @Test
    void manyAtOnceGetEachTheirOwnNumberInOneUnbrokenRow() {
        got(Flux.range(0, 200)
                .flatMap(i -> mailbox.put(WEST, "T" + i, last -> Optional.of(draft("T" + i, 1))), 64)
                .then());

        assertThat(read(mailbox.after(WEST, 0, 500)))
                .extracting(Letter::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void whoPutsIsToldTheLastOfTheThreadAndMaySayNothing() {
        put(WEST, "A", 3);

        Letter nothing = got(mailbox.put(WEST, "A", last -> {
            assertThat(last).map(Letter::version).hasValue(3L);
            return Optional.empty();
        }));

        assertThat(nothing).isNull();
        assertThat(got(mailbox.last(WEST, "A")).version()).isEqualTo(3);
        assertThat(got(mailbox.last(NORTH, "A"))).isNull();
    }

    @Test
    void aFailedDecisionIsTheAskersAloneAndHoldsUpNobody() {
        Mono<Letter> failing = mailbox.put(WEST, "A", last -> {
            throw new IllegalStateException("no");
        });

        assertThat(got(failing.map(Letter::thread).onErrorResume(e -> Mono.just(e.getMessage()))))
                .isEqualTo("no");
        put(WEST, "A", 1);
        assertThat(got(mailbox.size(WEST))).isEqualTo(1);
    }

    @Test
    void aNoticeReadsAsItWasWritten() {
        put(WEST, "XN1", 1);

        assertThat(read(mailbox.after(WEST, 0, 1)).get(0).notice())
                .isEqualTo(new DispatchRevoked("XN1", Tickets.MONDAY_TEN));
    }

    @Test
    void unitsAndTimesOfThreadsAreFound() {
        put(WEST, "A", 1);
        put(NORTH, "A", 1);
        put(WEST, "A", 2);

        assertThat(read(mailbox.unitsOf("A"))).containsExactlyInAnyOrder(WEST, NORTH);
        assertThat(read(mailbox.threadsSince(WEST, Tickets.MONDAY_TEN.minusSeconds(1))))
                .containsExactly("A");
        assertThat(read(mailbox.threadsSince(WEST, Tickets.MONDAY_TEN))).isEmpty();
    }

    private void put(String unit, String thread, long version) {
        got(mailbox.put(unit, thread, last -> Optional.of(draft(thread, version))));
    }

    private static Draft draft(String thread, long version) {
        return new Draft(new DispatchRevoked(thread, Tickets.MONDAY_TEN), version);
    }

    private static <T> List<T> read(Flux<T> letters) {
        return got(letters.collectList());
    }

    private static <T> T got(Mono<T> asked) {
        return asked.contextWrite(Cause.command("630100", "test", null, null).context())
                .block(Duration.ofSeconds(30));
    }
}
