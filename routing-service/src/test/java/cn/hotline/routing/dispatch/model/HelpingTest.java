package cn.hotline.routing.dispatch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.CoReplyMade;
import cn.hotline.routing.contract.RoutingEvent.CoUnitsAdded;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.dispatch.model.Errand.CoReply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 协办, as sentences. */
class HelpingTest {

    private final Dispatch inProgress = ReturningTest.opened(Tickets.plain("XN261123-000001"))
            .acknowledge(People.CENTRE_CLERK, in(30))
            .state();
    private final Dispatch helped =
            asked(inProgress, in(24 * 60), People.CENTRE_CLERK).state();

    @Test
    void whoIsAskedHasAPartOfItWithADeadlineOfItsOwn() {
        CoUnitsAdded told = (CoUnitsAdded)
                asked(inProgress, in(24 * 60), People.CENTRE_CLERK).events().get(0);

        assertThat(helped.holders()).containsExactly("630103", "630100-HOUSING", "630105");
        assertThat(helped.handling().helper("630105").orElseThrow().errand().dueAt())
                .isEqualTo(in(24 * 60));
        assertThat(told.units()).containsExactly(People.NORTH);
        assertThat(told.holders()).containsExactly(People.CENTRE, People.HOUSING, People.NORTH);
        assertThat(helped.deadlines()).isEqualTo(inProgress.deadlines());
    }

    @Test
    void theLeadWaitsForWhomItAskedButNotLongerThanThatUnitsTime() {
        assertThat(refusalOf(() -> Answering.reply(helped, DispatchTest.reply(in(60)), People.CENTRE_CLERK)))
                .isEqualTo(DispatchRefusal.CO_REPLY_AWAITED);
        assertThat(Answering.reply(helped, DispatchTest.reply(in(24 * 60)), People.CENTRE_CLERK)
                        .state()
                        .status())
                .isEqualTo(DispatchStatus.PENDING_FOLLOWUP);
        Dispatch said = replied(helped, People.NORTH_CLERK, in(50)).state();
        assertThat(Answering.reply(said, DispatchTest.reply(in(60)), People.CENTRE_CLERK)
                        .state()
                        .status())
                .isEqualTo(DispatchStatus.PENDING_FOLLOWUP);
    }

    @Test
    void whomTheCatalogueNamedMaySayWhatItDidAndNobodyWaitsForIt() {
        Change<Dispatch, RoutingEvent> change = replied(inProgress, People.HOUSING_CLERK, in(50));

        assertThat(change.state()
                        .handling()
                        .helper("630100-HOUSING")
                        .orElseThrow()
                        .errand()
                        .reply()
                        .content())
                .isEqualTo("已核实，联系人 138****1234");
        assertThat(change.events()).singleElement().isInstanceOfSatisfying(CoReplyMade.class, told -> {
            assertThat(told.unit()).isEqualTo(People.HOUSING);
            assertThat(told.inTime()).isTrue();
        });
    }

    @Test
    void anAnswerAfterItsTimeIsTakenAndSaidToBeLate() {
        CoReplyMade late = (CoReplyMade)
                replied(helped, People.NORTH_CLERK, in(24 * 60 + 1)).events().get(0);

        assertThat(late.inTime()).isFalse();
    }

    @Test
    void onlyHelpersHelpAndNobodyTwice() {
        assertThat(refusalOf(() -> replied(helped, People.CENTRE_CLERK, in(50))))
                .isEqualTo(DispatchRefusal.ONLY_HELPERS);
        assertThat(refusalOf(() -> asked(helped, in(24 * 60), People.CENTRE_CLERK)))
                .isEqualTo(DispatchRefusal.HELPS_ALREADY);
        assertThat(refusalOf(() -> asked(inProgress, in(24 * 60), People.HOUSING_CLERK)))
                .isEqualTo(DispatchRefusal.HELPERS_DO_NOT_ANSWER);
    }

    @Test
    void helpIsDueAfterNowAndBeforeTheLeadIs() {
        assertThat(refusalOf(() -> asked(inProgress, in(40), People.CENTRE_CLERK)))
                .isEqualTo(DispatchRefusal.HELP_DUE_TOO_LATE);
        assertThat(refusalOf(() -> asked(inProgress, in(8 * 24 * 60), People.CENTRE_CLERK)))
                .isEqualTo(DispatchRefusal.HELP_DUE_TOO_LATE);
        assertThat(asked(inProgress, null, People.CENTRE_CLERK)
                        .state()
                        .handling()
                        .helper("630105")
                        .orElseThrow()
                        .errand()
                        .dueAt())
                .isEqualTo(inProgress.handling().finishBy());
    }

    @Test
    void whoIsAccusedIsNotAsked() {
        Dispatch accusing = ReturningTest.opened(Tickets.accusing("XN261123-000002"))
                .dispatch(
                        new DispatcherChoice(People.HOUSING, List.of(), null, null, null),
                        People.DISPATCHER,
                        Desks.POLICY,
                        in(5))
                .state()
                .acknowledge(People.HOUSING_CLERK, in(30))
                .state();

        assertThat(refusalOf(() -> Helping.ask(
                        accusing, List.of(People.CENTRE), null, "请核实", People.HOUSING_CLERK, Desks.POLICY, in(40))))
                .isEqualTo(DispatchRefusal.UNIT_CONCERNED);
    }

    private static Change<Dispatch, RoutingEvent> asked(Dispatch ticket, @Nullable Instant by, Staff who) {
        return Helping.ask(ticket, List.of(People.NORTH), by, "请核实道路权属", who, Desks.POLICY, in(40));
    }

    private static Change<Dispatch, RoutingEvent> replied(Dispatch ticket, Staff by, Instant at) {
        return Helping.reply(ticket, new CoReply("已核实，联系人 13800001234", by, at));
    }

    private static Instant in(long minutes) {
        return Tickets.MONDAY_TEN.plus(Duration.ofMinutes(minutes));
    }

    private static Object refusalOf(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).reason();
    }
}
