package cn.hotline.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.routing.catalogue.model.Decision;
import cn.hotline.routing.catalogue.model.Decision.Given;
import cn.hotline.routing.catalogue.model.Decision.Source;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.UnitDesk.Grounds;
import cn.hotline.routing.dispatch.model.DispatcherChoice;
import cn.hotline.routing.dispatch.model.ReturnGround;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.TicketNumber;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What the catalogue learns of tickets, read off their courses. */
class DispatchDecisionsTest {

    private static final String NUMBER = "XN261123-000001";
    private static final Unit HOUSING = People.HOUSING;

    private final Desks desks = new Desks();
    private final DispatchDecisions decisions = new DispatchDecisions(desks.dispatches);

    @Test
    void whatTheCatalogueDispatchedIsTheCatalogues() {
        opened();

        Decision decision = decision();

        assertThat(decision.number()).isEqualTo(NUMBER);
        assertThat(decision.category()).isEqualTo("HC-PROPERTY-CLEANING");
        assertThat(decision.place().countyCode()).isEqualTo("630103");
        assertThat(decision.given()).extracting(Given::by).containsExactly(Source.CATALOGUE);
        assertThat(decision.firstUnitKeptIt()).isTrue();
    }

    @Test
    void aChoiceOfAPersonIsADispatchers() {
        opened();
        did(desks.dispatching.dispatch(asDispatcher(), new DispatcherChoice(HOUSING, List.of(), null, null, "市局直管")));

        assertThat(decision().given())
                .extracting(given -> given.unit() + " " + given.by() + " " + given.reason())
                .containsExactly("630103 CATALOGUE null", "630100-HOUSING DISPATCHER 市局直管");
        assertThat(decision().firstUnitKeptIt()).isFalse();
    }

    @Test
    void anApprovedReturnSaysWhoseItIs() {
        opened();
        returned();
        did(desks.dispatching.decideReturn(asDispatcher(), true, HOUSING, "确属市局"));

        assertThat(decision().given()).last().satisfies(given -> {
            assertThat(given.by()).isEqualTo(Source.RETURN);
            assertThat(given.reason()).isEqualTo("确属市局");
        });
        assertThat(decision().lost()).isTrue();
    }

    @Test
    void aReturnThatIsNotApprovedIsAHitStill() {
        opened();
        returned();
        did(desks.dispatching.decideReturn(asDispatcher(), false, null, "属地负责"));

        assertThat(decision().firstUnitKeptIt()).isTrue();
    }

    @Test
    void aRulingThatLeavesItWhereItIsSaysWhoseItIsAllTheSame() {
        opened();
        returned();
        did(desks.dispatching.decideReturn(asDispatcher(), true, HOUSING, "确属市局"));
        did(desks.units.sendBack(
                holding(People.HOUSING_CLERK),
                new Grounds(ReturnGround.NOT_OUR_DUTY, People.CENTRE, "不是市局", List.of())));
        did(desks.dispatching.rule(asDispatcher(), HOUSING, "会商定为市局"));

        assertThat(decision().given()).last().satisfies(given -> {
            assertThat(given.unit()).isEqualTo(HOUSING.code());
            assertThat(given.by()).isEqualTo(Source.RULING);
            assertThat(given.reason()).isEqualTo("会商定为市局");
        });
    }

    @Test
    void onlyWhatCameInThatTimeIsTold() {
        opened();
        var came = Tickets.MONDAY_TEN;

        assertThat(decisions
                        .between(came.minus(Duration.ofDays(30)), came)
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(decisions.between(came, came.plusMillis(1)).collectList().block())
                .hasSize(1);
        assertThat(decisions
                        .between(came.minus(Duration.ofDays(30)), came.plusSeconds(86_400))
                        .collectList()
                        .block())
                .hasSize(1);
    }

    private void opened() {
        desks.dispatching
                .open(Tickets.plain(NUMBER))
                .contextWrite(Cause.event("630100", "/intake/ticket", 1, null).context())
                .block();
    }

    private void returned() {
        did(desks.units.sendBack(
                holding(People.CENTRE_CLERK), new Grounds(ReturnGround.NOT_OUR_DUTY, HOUSING, "房管局三定方案", List.of())));
    }

    private Holding asDispatcher() {
        return holding(People.DISPATCHER);
    }

    private Holding holding(Staff by) {
        return new Holding(desks.seenBy(by), new TicketNumber(NUMBER), null);
    }

    private static void did(Mono<?> act) {
        assertThat(act.block()).isNotNull();
    }

    private Decision decision() {
        return decisions
                .between(Tickets.MONDAY_TEN, Tickets.MONDAY_TEN.plusSeconds(1))
                .blockFirst();
    }
}
