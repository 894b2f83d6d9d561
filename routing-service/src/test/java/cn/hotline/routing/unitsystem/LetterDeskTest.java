package cn.hotline.routing.unitsystem;

import static cn.hotline.routing.dispatch.People.CENTRE;
import static cn.hotline.routing.dispatch.People.CENTRE_CLERK;
import static cn.hotline.routing.dispatch.People.CENTRE_HEAD;
import static cn.hotline.routing.dispatch.People.DISPATCHER;
import static cn.hotline.routing.dispatch.People.NORTH;
import static cn.hotline.routing.unitsystem.Systems.done;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.contract.FollowupEvent.TicketReopened;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.contract.UnitNotice.DispatchChanged;
import cn.hotline.routing.contract.UnitNotice.DispatchGiven;
import cn.hotline.routing.contract.UnitNotice.DispatchRevoked;
import cn.hotline.routing.contract.UnitNotice.Happened;
import cn.hotline.routing.contract.UnitNotice.Task;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.dispatch.UnitDesk.Answer;
import cn.hotline.routing.dispatch.model.DispatcherChoice;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.unitsystem.UnitSystemDesk.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterDeskTest {

    private static final String NUMBER = "XN261123-000001";

    private final Systems all = new Systems();

    @Test
    void whoHasNoSystemIsToldNothing() {
        registered(NORTH);
        opened(NUMBER);

        assertThat(all.mailbox.of(CENTRE.code())).isEmpty();
        assertThat(all.mailbox.of(NORTH.code())).isEmpty();
    }

    @Test
    void aGivenTicketIsToldWholeWithItsDeadlinesAndReason() {
        registered(CENTRE);
        opened(NUMBER);

        Task task = only(DispatchGiven.class).task();
        assertThat(task.role()).isEqualTo("LEAD");
        assertThat(task.status()).isEqualTo("DISPATCHED");
        assertThat(task.content()).contains("楼道卫生");
        assertThat(task.category()).isNotNull();
        assertThat(task.deadlines().finishBy()).isAfter(all.desks.clock.instant());
        assertThat(task.rule().reason()).isNotBlank();
        assertThat(task.course()).extracting(Happened::code).contains("DISPATCHED");
    }

    @Test
    void lookingAgainAndAgainTellsNothingNew() {
        registered(CENTRE);
        opened(NUMBER);
        looked();
        looked();

        assertThat(all.mailbox.of(CENTRE.code())).hasSize(1);
    }

    @Test
    void whatHappenedSinceIsToldHoweverManyEventsWereMissed() {
        registered(CENTRE);
        opened(NUMBER);
        all.desks.clock.pass(Duration.ofMinutes(1));
        done(all.desks.units.acknowledge(by(CENTRE_CLERK)));
        all.desks.clock.pass(Duration.ofMinutes(1));
        done(all.desks.units.reply(by(CENTRE_CLERK), ANSWER));
        looked();

        Task task = last(DispatchChanged.class).task();
        assertThat(task.status()).isEqualTo("PENDING_FOLLOWUP");
        assertThat(task.course()).extracting(Happened::code).containsExactly("ACKNOWLEDGED", "REPLIED");
    }

    @Test
    void aTicketThatMovesAwayIsRevokedHereAndGivenThere() {
        registered(CENTRE);
        registered(NORTH);
        opened(NUMBER);
        all.desks.clock.pass(Duration.ofMinutes(1));
        done(all.desks.dispatching.dispatch(
                by(DISPATCHER), new DispatcherChoice(NORTH, List.of(), null, null, "属地在城北")));
        looked();

        assertThat(last(DispatchRevoked.class).number()).isEqualTo(NUMBER);
        assertThat(all.mailbox.of(NORTH.code()))
                .extracting(Letter::notice)
                .singleElement()
                .isInstanceOf(DispatchGiven.class);
        looked();
        assertThat(all.mailbox.of(CENTRE.code())).hasSize(2);
    }

    @Test
    void closingAndReopeningAreToldThoughRoutingTellsNoEventOfThem() {
        registered(CENTRE);
        opened(NUMBER);
        done(all.desks.units.acknowledge(by(CENTRE_CLERK)));
        done(all.desks.units.reply(by(CENTRE_CLERK), ANSWER));
        looked();
        all.desks.clock.pass(Duration.ofMinutes(1));
        done(all.desks.dispatching.reopen(new TicketReopened(NUMBER, "楼道仍未清扫", 2, all.desks.clock.instant())));
        looked();

        Task again = last(DispatchChanged.class).task();
        assertThat(again.status()).isEqualTo("SECOND_HANDLING");
        assertThat(again.round()).isEqualTo(2);

        done(all.desks.units.reply(by(CENTRE_CLERK), ANSWER));
        done(all.desks.dispatching.close(new TicketClosed(NUMBER, "REVISITED", all.desks.clock.instant())));
        looked();
        assertThat(last(DispatchChanged.class).task().status()).isEqualTo("CLOSED");
    }

    @Test
    void aConfidentialTicketIsNotToldBeforeTheSystemIsNamed() {
        registered(CENTRE);
        done(all.desks.dispatching.open(Tickets.confidential(NUMBER)));
        done(all.desks.secrecy.take(all.desks.seenBy(DISPATCHER), new TicketNumber(NUMBER), "核实"));
        done(all.desks.dispatching.dispatch(by(DISPATCHER), new DispatcherChoice(CENTRE, List.of(), null, null, "属地")));
        looked();
        assertThat(all.mailbox.of(CENTRE.code())).isEmpty();

        done(all.desks.units.acknowledge(by(CENTRE_HEAD)));
        done(all.desks.units.name(by(CENTRE_HEAD), "unit-630103-system"));
        looked();
        assertThat(only(DispatchGiven.class).task().confidential()).isTrue();
    }

    @Test
    void whoLookedAtAnOlderStateSaysNothingToWhoKnowsANewerOne() {
        registered(CENTRE);
        opened(NUMBER);
        var older = done(all.desks.dispatches.find(all.desks.seenBy(CENTRE_CLERK), new TicketNumber(NUMBER)));
        all.desks.clock.pass(Duration.ofMinutes(1));
        done(all.desks.units.acknowledge(by(CENTRE_CLERK)));
        looked();

        assertThat(done(all.mailbox.last(CENTRE.code(), NUMBER)).version()).isGreaterThan(older.version());
        assertThat(all.mailbox.of(CENTRE.code())).hasSize(2);
    }

    @Test
    void aNewSystemIsToldOfTheOpenTicketsItsUnitHadBefore() {
        done(all.desks.dispatching.open(Tickets.plain(NUMBER)));
        done(all.desks.dispatching.open(Tickets.plain("XN261123-000002")));
        registered(CENTRE);
        done(all.notices.catchUp());
        assertThat(all.mailbox.of(CENTRE.code()))
                .as("not before every replica knows")
                .isEmpty();

        all.desks.clock.pass(Duration.ofSeconds(4));
        done(all.notices.catchUp());
        done(all.notices.catchUp());

        assertThat(all.mailbox.of(CENTRE.code()))
                .extracting(Letter::thread)
                .containsExactlyInAnyOrder(NUMBER, "XN261123-000002");
        assertThat(done(all.systems.inUse(CENTRE.code())).caughtUp()).isTrue();
    }

    private static final Answer ANSWER =
            new Answer(true, true, Instant.EPOCH, ReplyOutcome.SOLVED, "物业当天清运了楼道垃圾", "物业当天清运了楼道垃圾", List.of(), null);

    private void registered(Unit unit) {
        done(all.systems.register(unit, new Asked("unit-" + unit.code() + "-system", true, null), "admin"));
    }

    private void opened(String number) {
        done(all.desks.dispatching.open(Tickets.plain(number)));
        done(all.notices.changed(number));
    }

    private void looked() {
        done(all.notices.changed(NUMBER));
    }

    private Holding by(Staff staff) {
        return new Holding(all.desks.seenBy(staff), new TicketNumber(NUMBER), null);
    }

    private <T> T only(Class<T> type) {
        assertThat(all.mailbox.of(CENTRE.code())).hasSize(1);
        return last(type);
    }

    private <T> T last(Class<T> type) {
        List<Letter> letters = all.mailbox.of(CENTRE.code());
        return type.cast(letters.get(letters.size() - 1).notice());
    }
}
