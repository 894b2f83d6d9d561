package cn.hotline.routing.unitsystem;

import static cn.hotline.routing.dispatch.People.CENTRE;
import static cn.hotline.routing.dispatch.People.NORTH;
import static cn.hotline.routing.unitsystem.Systems.done;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.contract.UnitNotice.DispatchRevoked;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.unitsystem.Letter.Draft;
import cn.hotline.routing.unitsystem.UnitSystemDesk.Asked;
import cn.hotline.routing.unitsystem.model.UnitSystem;
import cn.hotline.routing.unitsystem.model.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class DeliveryRoundsTest {

    private final Systems all = new Systems();
    private final Carrier kafka = new Carrier(Way.KAFKA);
    private final Carrier webhook = new Carrier(Way.WEBHOOK);
    private final DeliveryRounds rounds = all.rounds(kafka, webhook);

    @BeforeEach
    void twoSystems() {
        for (Unit unit : List.of(CENTRE, NORTH)) {
            done(all.systems.register(unit, new Asked("system", true, "https://a.example/"), "admin"));
        }
    }

    @Test
    void everyLetterGoesEveryWayOnceInOrder() {
        letters(CENTRE, 250);
        done(rounds.round());
        done(rounds.round());

        assertThat(kafka.carriedTo(CENTRE)).containsExactlyElementsOf(upTo(250));
        assertThat(webhook.carriedTo(CENTRE)).containsExactlyElementsOf(upTo(250));
    }

    @Test
    void whatIsDownHoldsUpNobodyElseAndNothingIsPassedOver() {
        letters(CENTRE, 3);
        letters(NORTH, 2);
        webhook.down.add(CENTRE.code());
        done(rounds.round());

        assertThat(webhook.carriedTo(NORTH)).containsExactly(1L, 2L);
        assertThat(kafka.carriedTo(CENTRE)).containsExactly(1L, 2L, 3L);
        assertThat(webhook.carriedTo(CENTRE)).isEmpty();
        assertThat(done(all.ways.find(CENTRE.code(), Way.WEBHOOK)).problem()).isEqualTo("连不上对方");

        webhook.down.clear();
        done(rounds.round());
        assertThat(webhook.carriedTo(CENTRE)).as("not at once").isEmpty();
        all.desks.clock.pass(Duration.ofSeconds(6));
        done(rounds.round());
        assertThat(webhook.carriedTo(CENTRE)).containsExactly(1L, 2L, 3L);
        assertThat(done(all.ways.find(CENTRE.code(), Way.WEBHOOK)).problem()).isNull();
    }

    @Test
    void anotherReplicaGoesOnWhereTheFirstOneStopped() {
        letters(CENTRE, 2);
        done(rounds.round());
        letters(CENTRE, 2);
        done(all.rounds(kafka, webhook).round());

        assertThat(kafka.carriedTo(CENTRE)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whileOneReplicaHasAWayAnotherLeavesItAlone() {
        letters(CENTRE, 1);
        kafka.hangs = true;
        var hanging = rounds.round()
                .contextWrite(Cause.command("630100", "test", null, null).context())
                .subscribe();
        kafka.hangs = false;
        done(all.rounds(kafka, webhook).round());
        assertThat(kafka.carriedTo(CENTRE)).isEmpty();

        hanging.dispose();
        all.desks.clock.pass(Duration.ofMinutes(2));
        done(all.rounds(kafka, webhook).round());
        assertThat(kafka.carriedTo(CENTRE)).containsExactly(1L);
    }

    @Test
    void whoWasTakenOffGetsNothingMore() {
        letters(CENTRE, 1);
        done(all.systems.takeOff(CENTRE, "admin"));
        done(rounds.round());

        assertThat(kafka.carriedTo(CENTRE)).isEmpty();
    }

    private void letters(Unit unit, int count) {
        for (int i = 0; i < count; i++) {
            done(all.mailbox.put(
                    unit.code(),
                    "T" + i,
                    last -> Optional.of(new Draft(new DispatchRevoked("T", Tickets.MONDAY_TEN), 1))));
        }
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /** Carries one at a time, unless the place is down. */
    private static final class Carrier implements Courier {

        private final Way way;
        private final List<Letter> carried = new ArrayList<>();
        private final Set<String> down = new HashSet<>();
        private boolean hangs;

        Carrier(Way way) {
            this.way = way;
        }

        List<Long> carriedTo(Unit unit) {
            return carried.stream()
                    .filter(letter -> letter.unit().equals(unit.code()))
                    .map(Letter::sequence)
                    .toList();
        }

        @Override
        public Way way() {
            return way;
        }

        @Override
        public Flux<Long> carry(UnitSystem system, List<Letter> letters) {
            if (hangs) {
                return Flux.never();
            }
            return Flux.fromIterable(letters)
                    .concatMap(letter -> down.contains(letter.unit())
                            ? Mono.<Long>error(new NotDelivered("连不上对方"))
                            : Mono.fromCallable(() -> {
                                carried.add(letter);
                                return letter.sequence();
                            }));
        }
    }
}
