package cn.hotline.routing.dispatch;

import static cn.hotline.routing.dispatch.model.DispatchStatus.DISPATCHED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.IN_PROGRESS;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_DISPATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.DispatchFilter.Due;
import cn.hotline.routing.dispatch.DispatchFilter.Order;
import cn.hotline.routing.dispatch.model.Appeal;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Reply;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.dispatch.model.TicketNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What must hold of every keeper of dispatches. */
abstract class DispatchesContract {

    private static final Instant T = Tickets.MONDAY_TEN;

    private Dispatches dispatches;

    abstract Dispatches empty();

    @BeforeEach
    void begin() {
        dispatches = empty();
    }

    @Test
    void whatIsOpenedIsFoundAsItWas() {
        Change<Dispatch, RoutingEvent> arrived = arrived(Tickets.plain("XN261123-000001"), T);

        Versioned<Dispatch> opened = done(dispatches.open(arrived));

        assertThat(opened).isEqualTo(new Versioned<>(arrived.state(), 1));
        assertThat(found("XN261123-000001")).isEqualTo(opened);
    }

    @Test
    void everythingOfAHandledTicketIsKept() {
        open(Tickets.plain("XN261123-000001"), T);
        done(dispatches.change(number("XN261123-000001"), null, dispatch -> dispatch.acknowledge(T.plusSeconds(60))));
        Versioned<Dispatch> replied = done(dispatches.change(
                number("XN261123-000001"),
                null,
                dispatch -> dispatch.reply(
                        new Reply(null, false, null, ReplyOutcome.EXPLAINED, "电话未通", "已说明情况", T.plusSeconds(90)))));

        assertThat(replied.version()).isEqualTo(3);
        assertThat(found("XN261123-000001")).isEqualTo(replied);
    }

    @Test
    void whatIsWaitingHasNoHandling() {
        open(Tickets.unclear("XN261123-000002"), T);

        assertThat(found("XN261123-000002").state().handling()).isNull();
        assertThat(found("XN261123-000002").state().classification().topic()).isNull();
    }

    @Test
    void aTicketThatComesTwiceIsThereOnce() {
        open(Tickets.plain("XN261123-000001"), T);

        Versioned<Dispatch> again = done(dispatches.open(arrived(Tickets.plain("XN261123-000001"), T.plusSeconds(9))));

        assertThat(again.state().turn().since()).isEqualTo(T);
        assertThat(count(DispatchFilter.ALL)).isEqualTo(1);
    }

    @Test
    void anotherVersionIsRefused() {
        open(Tickets.plain("XN261123-000001"), T);

        assertThatThrownBy(() -> done(dispatches.change(
                        number("XN261123-000001"), 7L, dispatch -> dispatch.acknowledge(T.plusSeconds(60)))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(General.VERSION_CONFLICT));
        assertThatThrownBy(() -> done(
                        dispatches.change(number("XN1"), null, dispatch -> dispatch.acknowledge(T.plusSeconds(60)))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(General.NOT_FOUND));
    }

    @Test
    void filtersAgreeWithTheirCounts() {
        open(Tickets.plain("XN261123-000001"), T);
        open(Tickets.plain("XN261123-000002"), T.plusSeconds(1));
        open(Tickets.unclear("XN261123-000003"), T.plusSeconds(2));
        done(dispatches.change(number("XN261123-000002"), null, dispatch -> dispatch.acknowledge(T.plusSeconds(60))));

        assertListed(DispatchFilter.ALL, "000003", "000002", "000001");
        assertListed(DispatchFilter.ALL.of("630103"), "000002", "000001");
        assertListed(DispatchFilter.ALL.of("630103").in(IN_PROGRESS), "000002");
        assertListed(DispatchFilter.ALL.in(DISPATCHED, PENDING_DISPATCH), "000003", "000001");
        assertListed(DispatchFilter.ALL.of("630105"));
        assertListed(DispatchFilter.ALL.reading("XN261123-000003"), "000003");
        assertListed(DispatchFilter.ALL.reading("楼道"), "000002", "000001");
        assertListed(DispatchFilter.ALL.reading(".*"));
    }

    @Test
    void whatIsDueIsTheNextStep() {
        open(Tickets.plain("XN261123-000001"), T);
        open(Tickets.plain("XN261123-000002"), T.plusSeconds(1));
        open(Tickets.unclear("XN261123-000003"), T.plusSeconds(2));
        done(dispatches.change(number("XN261123-000002"), null, dispatch -> dispatch.acknowledge(T.plusSeconds(60))));
        Instant nextDay = T.plus(Duration.ofDays(1));

        assertListed(DispatchFilter.ALL.due(new Due(null, nextDay.plusSeconds(1))), "000001");
        assertListed(DispatchFilter.ALL.due(new Due(null, nextDay)));
        assertListed(DispatchFilter.ALL.due(new Due(nextDay, T.plus(Duration.ofDays(9)))), "000002", "000001");
        assertListed(DispatchFilter.ALL.of("630103").by(Order.DUE), "000001", "000002");
    }

    @Test
    void emergenciesWaitFirstThenWhoHasWaitedLongest() {
        open(Tickets.unclear("XN261123-000001"), T.plusSeconds(1));
        open(Tickets.unclear("XN261123-000002"), T);
        open(Tickets.emergency("XN261123-000003"), T.plusSeconds(2));

        assertListed(DispatchFilter.ALL.in(PENDING_DISPATCH).by(Order.WAITING), "000003", "000002", "000001");
    }

    @Test
    void aListGoesOnWhereItStopped() {
        for (int i = 1; i <= 5; i++) {
            open(Tickets.unclear("XN261123-00000" + i), T.plusSeconds(i));
        }
        assertThat(numbers(DispatchFilter.ALL, 2, 2)).containsExactly("000003", "000002");
    }

    private void assertListed(DispatchFilter filter, String... numbers) {
        assertThat(numbers(filter, 0, 50)).containsExactly(numbers);
        assertThat(count(filter)).isEqualTo(numbers.length);
    }

    private List<String> numbers(DispatchFilter filter, int skip, int limit) {
        return done(dispatches
                .list(filter, skip, limit)
                .map(stored -> stored.state().number().value().substring(9))
                .collectList());
    }

    private long count(DispatchFilter filter) {
        return done(dispatches.count(filter));
    }

    private Versioned<Dispatch> found(String number) {
        return done(dispatches.find(number(number)));
    }

    private void open(TicketRegistered told, Instant at) {
        done(dispatches.open(arrived(told, at)));
    }

    private static Change<Dispatch, RoutingEvent> arrived(TicketRegistered told, Instant at) {
        return Dispatch.open(
                number(told.number()),
                Appeal.of(told.registration()),
                Desks.ASSESSOR.assess(told.registration().matter()),
                Desks.POLICY,
                at);
    }

    private static TicketNumber number(String value) {
        return new TicketNumber(value);
    }

    private static <T> T done(Mono<T> asked) {
        return asked.contextWrite(Cause.command("630100", "test", null, null).context())
                .blockOptional()
                .orElseThrow();
    }
}
