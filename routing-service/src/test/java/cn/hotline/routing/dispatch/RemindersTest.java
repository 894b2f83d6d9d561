package cn.hotline.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.routing.contract.RoutingEvent.TicketOverdue;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.model.TicketNumber;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** 到期提醒, when something goes wrong. */
class RemindersTest {

    private static final Duration LONG = Duration.ofDays(30);

    private final Desks desks = new Desks();
    private final FaultyDispatches dispatches = new FaultyDispatches(desks.dispatches);

    @Test
    void ticketsThatFailHoldUpNoOtherHoweverManyTheyAre() {
        for (int i = 1; i <= 450; i++) {
            register(i);
            dispatches.broken.add(number(i));
        }
        desks.clock.pass(Duration.ofMinutes(1));
        for (int i = 451; i <= 460; i++) {
            register(i);
        }
        desks.clock.pass(LONG);

        assertThat(replica().tell().block()).isEqualTo(10);
        assertThat(overdue()).hasSize(10);
    }

    @Test
    void aTicketThatFailsIsTriedLaterAndLaterAndTheOldestFirstAgainOnceItIsMended() {
        register(1);
        dispatches.broken.add(number(1));
        desks.clock.pass(LONG);
        Reminders replica = replica();

        for (int sweep = 0; sweep < 240; sweep++) {
            replica.tell().block();
            desks.clock.pass(Duration.ofSeconds(15));
        }
        assertThat(dispatches.tried).as("tries within an hour").hasSizeBetween(5, 10);

        dispatches.broken.clear();
        desks.clock.pass(Duration.ofHours(1));
        assertThat(replica.tell().block()).isEqualTo(1);
        assertThat(overdue()).containsExactly(number(1).value());
    }

    @Test
    void whatOneReplicaCannotDoAnotherDoes() {
        register(1);
        dispatches.broken.add(number(1));
        desks.clock.pass(LONG);
        replica().tell().block();

        assertThat(new Reminders(desks.dispatches, desks.rosters, Desks.PUBLISHED, desks.clock)
                        .tell()
                        .block())
                .isEqualTo(1);
    }

    @Test
    void aReplicaThatStopsInTheMiddleLosesNothing() {
        for (int i = 1; i <= 300; i++) {
            register(i);
        }
        desks.clock.pass(LONG);
        dispatches.stopsAfter = 120;
        replica().tell().block();
        assertThat(overdue()).hasSizeLessThan(300);

        dispatches.stopsAfter = Integer.MAX_VALUE;
        replica().tell().block();

        assertThat(overdue()).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void aClockThatJumpsAheadAndBackTellsNothingTwice() {
        register(1);
        Reminders replica = replica();
        desks.clock.pass(LONG);
        replica.tell().block();
        desks.clock.pass(LONG.negated());
        for (int day = 0; day < 40; day++) {
            replica.tell().block();
            desks.clock.pass(Duration.ofDays(1));
        }

        assertThat(overdue()).containsExactly(number(1).value());
    }

    @Test
    void aClockThatWasSetBackLeavesNobodyAlone() {
        register(1);
        dispatches.broken.add(number(1));
        desks.clock.pass(LONG);
        Reminders replica = replica();
        replica.tell().block();
        dispatches.broken.clear();

        desks.clock.pass(Duration.ofHours(-3));

        assertThat(replica.tell().block()).isEqualTo(1);
    }

    @Test
    void eachLevelIsToldOfItsOwnOnceByAnyNumberOfReplicas() {
        for (int i = 1; i <= 40; i++) {
            register(i);
            Holding held = new Holding(desks.seenBy(People.CENTRE_CLERK), number(i), null);
            desks.units.acknowledge(held).block();
            desks.units.passDown(held, People.STREET, "请现场核实").block();
        }
        desks.clock.pass(LONG);
        Flux.merge(replica().tell(), replica().tell(), replica().tell()).blockLast();
        replica().tell().block();

        assertThat(overdue(People.CENTRE)).hasSize(40).doesNotHaveDuplicates();
        assertThat(overdue(People.STREET)).hasSize(40).doesNotHaveDuplicates();
    }

    private Reminders replica() {
        return new Reminders(dispatches, desks.rosters, Desks.PUBLISHED, desks.clock);
    }

    /** Tickets said to be overdue to finish, once for each telling. */
    private List<String> overdue() {
        return overdue(People.CENTRE);
    }

    private List<String> overdue(Unit unit) {
        return desks.dispatches.told().stream()
                .filter(TicketOverdue.class::isInstance)
                .map(TicketOverdue.class::cast)
                .filter(told -> told.item().equals("FINISH") && told.unit().equals(unit))
                .map(TicketOverdue::number)
                .toList();
    }

    private void register(int number) {
        desks.dispatching
                .open(Tickets.plain(number(number).value()))
                .contextWrite(Cause.event("630100", "/intake/ticket", 1, null).context())
                .block();
    }

    private static TicketNumber number(int number) {
        return new TicketNumber("XN261123-%06d".formatted(number));
    }
}
