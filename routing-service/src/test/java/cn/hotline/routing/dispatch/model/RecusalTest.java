package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_CONCERNED;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.UNIT_CONCERNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.routing.catalogue.model.Doubt;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.DispatchRecalled;
import cn.hotline.routing.contract.RoutingEvent.TicketClassified;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.recusal.model.Concern;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A report about a unit or its staff is never given, nor shown, to that unit. */
class RecusalTest {

    private static final Instant T = Tickets.MONDAY_TEN;
    private static final Unit DISCIPLINE = new Unit("630100-DISCIPLINE", "市纪委监委信访室");

    private final Dispatch accusing = opened(Tickets.accusing("XN261123-000001"));

    @Test
    void itWaitsForADispatcherAndTheUpperLevelIsProposed() {
        assertThat(accusing.status()).isEqualTo(DispatchStatus.PENDING_DISPATCH);
        assertThat(accusing.concerns()).extracting(Concern::name).containsExactly("城中区政府");
        assertThat(accusing.classification().proposal().doubts()).contains(Doubt.UNIT_CONCERNED);
        assertThat(accusing.classification().proposal().units())
                .extracting(UnitSuggestion::code)
                .startsWith(DISCIPLINE.code())
                .doesNotContain("630103");
    }

    @Test
    void aDispatcherCannotGiveItToThemNorLetThemHelp() {
        Refused asLead = refused(People.CENTRE);
        assertThat(asLead.reason()).isEqualTo(UNIT_CONCERNED);
        assertThat(asLead.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("unit");
            assertThat(error.detail()).isEqualTo("建议派给市纪委监委信访室");
        });
        assertThat(refused(DISCIPLINE, People.CENTRE).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).isEqualTo("coUnits"));
        assertThat(given(accusing, DISCIPLINE).status()).isEqualTo(DispatchStatus.DISPATCHED);
    }

    @Test
    void aSupervisorWhoFindsItAFalseMarkLiftsItWithAReason() {
        Dispatch cleared = Opening.clear(accusing, "630103", People.SUPERVISOR, "来电人反映的是物业公司", T)
                .state();

        assertThat(cleared.concerns()).isEmpty();
        assertThat(cleared.steps()).last().satisfies(step -> {
            assertThat(step.detail()).isEqualTo("来电人反映的是物业公司");
            assertThat(step.by()).isEqualTo(People.SUPERVISOR);
        });
        assertThat(given(cleared, People.CENTRE).opensTo(People.viewer(People.CENTRE_CLERK, T)))
                .isTrue();
        assertThat(catchThrowableOfType(
                                Refused.class, () -> Opening.clear(cleared, "630103", People.SUPERVISOR, "再", T))
                        .reason())
                .isEqualTo(NOT_CONCERNED);
    }

    @Test
    void whenACorrectionNamesTheUnitThatHasItItIsTakenBackAndHiddenAtOnce() {
        Dispatch theirs = opened(Tickets.plain("XN261123-000002"))
                .acknowledge(People.CENTRE_CLERK, T)
                .state();

        Change<Dispatch, RoutingEvent> corrected = corrected(theirs, Tickets.accusing("XN261123-000002"));

        assertThat(corrected.state().status()).isEqualTo(DispatchStatus.PENDING_DISPATCH);
        assertThat(corrected.state().seenBy(People.viewer(People.CENTRE_CLERK, T)))
                .isEmpty();
        assertThat(corrected.state().seenBy(People.viewer(People.HOUSING_CLERK, T)))
                .isEmpty();
        assertThat(corrected.state().steps()).extracting(Step::kind).contains(StepKind.TAKEN_BACK);
        assertThat(corrected.events()).hasExactlyElementsOfTypes(DispatchRecalled.class, TicketClassified.class);
        assertThat(corrected.events().get(0))
                .isEqualTo(new DispatchRecalled(
                        "XN261123-000002",
                        List.of(People.CENTRE, People.HOUSING),
                        List.of(),
                        true,
                        "RECUSAL",
                        "AUTO",
                        T));
        assertThat(given(corrected.state(), DISCIPLINE).deadlines()).isEqualTo(theirs.deadlines());
    }

    @Test
    void anAccusedHelperFallsAwayAndTheLeadGoesOn() {
        Dispatch theirs = opened(Tickets.plain("XN261123-000002"));
        assertThat(theirs.opensTo(People.viewer(People.HOUSING_CLERK, T))).isTrue();

        Change<Dispatch, RoutingEvent> change = corrected(
                theirs, Tickets.registered("XN261123-000002", "物业乱收费", "小区物业乱收费，市房管局不作为", "城中区南川西路", "HC-PROPERTY"));
        Dispatch corrected = change.state();

        assertThat(change.events().get(0)).isInstanceOfSatisfying(DispatchRecalled.class, told -> {
            assertThat(told.units()).containsExactly(People.HOUSING);
            assertThat(told.left()).containsExactly(People.CENTRE);
            assertThat(told.waiting()).isFalse();
        });
        assertThat(corrected.status()).isEqualTo(DispatchStatus.DISPATCHED);
        assertThat(corrected.seenBy(People.viewer(People.HOUSING_CLERK, T))).isEmpty();
        assertThat(corrected.opensTo(People.viewer(People.CENTRE_CLERK, T))).isTrue();
        assertThat(corrected.handling().helpers()).isEmpty();
    }

    @Test
    void evenWhenItIsOverWhoIsAccusedDoesNotSeeItAnyMore() {
        Dispatch acknowledged = opened(Tickets.plain("XN261123-000002"))
                .acknowledge(People.CENTRE_CLERK, T)
                .state();
        Dispatch answered = Answering.reply(
                        acknowledged,
                        new Reply(true, true, T, ReplyOutcome.SOLVED, "已办", "已办。", T, List.of()),
                        People.CENTRE_CLERK)
                .state();

        Dispatch corrected =
                corrected(answered, Tickets.accusing("XN261123-000002")).state();

        assertThat(corrected.status()).isEqualTo(DispatchStatus.PENDING_FOLLOWUP);
        assertThat(corrected(corrected, Tickets.accusing("XN261123-000002")).events())
                .as("what is lost already is not lost again")
                .hasExactlyElementsOfTypes(TicketClassified.class);
        assertThat(corrected.seenBy(People.viewer(People.CENTRE_CLERK, T))).isEmpty();
        assertThat(corrected.seenBy(People.viewer(People.CENTRE_HEAD, T))).isEmpty();
    }

    private Refused refused(Unit lead, Unit... helpers) {
        return catchThrowableOfType(
                Refused.class,
                () -> accusing.dispatch(
                        new DispatcherChoice(lead, List.of(helpers), null, null, null),
                        People.DISPATCHER,
                        Desks.POLICY,
                        T));
    }

    private static Dispatch given(Dispatch dispatch, Unit unit) {
        return dispatch.dispatch(
                        new DispatcherChoice(unit, List.of(), null, null, null), People.DISPATCHER, Desks.POLICY, T)
                .state();
    }

    private static Change<Dispatch, RoutingEvent> corrected(Dispatch before, TicketRegistered now) {
        var matter = now.registration().matter();
        return before.correct(before.appeal().corrected(matter), Desks.assessed(matter), "更正", Desks.POLICY, T);
    }

    private static Dispatch opened(TicketRegistered told) {
        return Dispatch.open(
                        new TicketNumber(told.number()),
                        Appeal.of(told.registration()),
                        Desks.assessed(told.registration().matter()),
                        Desks.POLICY,
                        T)
                .state();
    }
}
