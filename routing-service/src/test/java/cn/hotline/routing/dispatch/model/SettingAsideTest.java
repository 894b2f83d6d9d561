package cn.hotline.routing.dispatch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Refused;
import cn.hotline.intake.contract.IntakeEvent.Matter;
import cn.hotline.routing.contract.RoutingEvent.CoUnitReleased;
import cn.hotline.routing.contract.RoutingEvent.DispatchRestored;
import cn.hotline.routing.contract.RoutingEvent.DispatchSetAside;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.contract.RoutingEvent.UnitSucceeded;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** 撤单、并单、补充、催办、提级、承接: what happens to a ticket that nobody of routing does, as sentences. */
class SettingAsideTest {

    private static final String MASTER = "XN261123-000009";
    private static final Unit HOUSING_BUREAU = new Unit("630100-HOUSING-2", "市住房和城乡建设局");

    private final Dispatch dispatched = ReturningTest.opened(Tickets.plain("XN261123-000001"));
    private final Dispatch inProgress =
            dispatched.acknowledge(People.CENTRE_CLERK, in(30)).state();
    private final Dispatch withdrawn =
            SettingAside.withdraw(inProgress, "来电人说已解决", in(60)).state();
    private final Dispatch merged =
            SettingAside.merge(inProgress, MASTER, "同一小区同一事项", in(60)).state();

    @Test
    void aReplyAfterTheWithdrawalIsRefusedWithAClearSentence() {
        assertThat(withdrawn.status()).isEqualTo(DispatchStatus.WITHDRAWN);
        assertThat(withdrawn.opensTo(People.viewer(People.CENTRE_CLERK, in(61))))
                .as("who had it sees what became of it")
                .isTrue();
        assertThat(refusalOf(() -> Answering.reply(withdrawn, DispatchTest.reply(in(70)), People.CENTRE_CLERK)))
                .isEqualTo(DispatchRefusal.WITHDRAWN_BY_CALLER);
        assertThat(refusalOf(() -> Reminding.tell(withdrawn, in(90_000), (unit, rung) -> List.of(), Desks.POLICY)))
                .isEqualTo(DispatchRefusal.WITHDRAWN_BY_CALLER);
    }

    @Test
    void whatWaitedForADispatcherBelongsToNobodyWhenItIsSetAside() {
        Dispatch returned = Returning.decide(
                        ReturningTest.sentBack(dispatched, People.CENTRE_CLERK, in(20)),
                        new Decision(true, "已核实", People.DISPATCHER, in(40)),
                        null,
                        Desks.POLICY)
                .state();
        Dispatch aside = SettingAside.merge(returned, MASTER, null, in(60)).state();

        assertThat(aside.holders()).isEmpty();
        assertThat(aside.opensTo(People.viewer(People.CENTRE_CLERK, in(61)))).isFalse();
    }

    @Test
    void aMergeThatIsUndoneFindsItWhereItWas() {
        Dispatch back = SettingAside.restore(merged, Desks.POLICY, in(600)).state();
        DispatchSetAside aside = (DispatchSetAside)
                SettingAside.merge(inProgress, MASTER, null, in(60)).events().get(0);
        DispatchRestored told = (DispatchRestored)
                SettingAside.restore(merged, Desks.POLICY, in(600)).events().get(0);

        assertThat(merged.status()).isEqualTo(DispatchStatus.MERGED);
        assertThat(merged.turn().dueAt()).as("nothing is due meanwhile").isNull();
        assertThat(refusalOf(() -> Answering.reply(merged, DispatchTest.reply(in(70)), People.CENTRE_CLERK)))
                .isEqualTo(DispatchRefusal.MERGED_INTO_ANOTHER);
        assertThat(aside.master()).isEqualTo(MASTER);
        assertThat(back.status()).isEqualTo(DispatchStatus.IN_PROGRESS);
        assertThat(back.handling()).isEqualTo(inProgress.handling());
        assertThat(back.turn().dueAt()).isEqualTo(inProgress.turn().dueAt());
        assertThat(back.marks().aside()).isNull();
        assertThat(told.status()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void aSuspendedTicketComesBackWithItsDayOfReview() {
        Dispatch suspended = Delaying.suspend(
                        inProgress,
                        new Suspension(
                                "冬季不能施工", LocalDate.parse("2027-03-01"), "市热线办", People.DISPATCHER, in(50), null),
                        Desks.POLICY)
                .state();
        Dispatch back = SettingAside.restore(
                        SettingAside.merge(suspended, MASTER, null, in(60)).state(), Desks.POLICY, in(90))
                .state();

        assertThat(back.status()).isEqualTo(DispatchStatus.SUSPENDED);
        assertThat(back.turn().dueAt()).isEqualTo(suspended.turn().dueAt());
    }

    @Test
    void aMergedCallerWhoWasNotServedIsHandledAgainWhicheverIsHeardFirst() {
        Dispatch answered = Answering.reply(inProgress, DispatchTest.reply(in(50)), People.CENTRE_CLERK)
                .state();
        Dispatch aside = SettingAside.merge(answered, MASTER, null, in(60)).state();

        Dispatch reopenedFirst = restored(reopened(aside, in(90)), in(95));
        Dispatch undoneFirst = reopened(restored(aside, in(90)), in(90));

        assertThat(reopened(aside, in(90)).status()).isEqualTo(DispatchStatus.MERGED);
        assertThat(reopenedFirst.status()).isEqualTo(DispatchStatus.SECOND_HANDLING);
        assertThat(reopenedFirst.handling()).isEqualTo(undoneFirst.handling());
        assertThat(reopenedFirst.turn().dueAt())
                .isNotNull()
                .isEqualTo(undoneFirst.turn().dueAt());
        assertThat(reopenedFirst.marks()).isEqualTo(undoneFirst.marks());
        assertThat(undoneFirst.status()).isEqualTo(DispatchStatus.SECOND_HANDLING);
    }

    @Test
    void aMergedTicketThatWasNeverAnsweredIsStillToBeHandledWhicheverIsHeardFirst() {
        Dispatch reopenedFirst = restored(reopened(merged, in(90)), in(95));
        Dispatch undoneFirst = reopened(restored(merged, in(90)), in(95));

        assertThat(reopenedFirst.status()).isEqualTo(DispatchStatus.IN_PROGRESS);
        assertThat(reopenedFirst.handling()).isEqualTo(inProgress.handling()).isEqualTo(undoneFirst.handling());
        assertThat(undoneFirst.status()).isEqualTo(DispatchStatus.IN_PROGRESS);
        assertThat(undoneFirst.turn().dueAt()).isEqualTo(reopenedFirst.turn().dueAt());
        assertThat(refusalOf(() -> reopened(inProgress, in(90))))
                .as("never merged, it is out of place")
                .isEqualTo(DispatchRefusal.NOT_WAITING_FOR_REVISIT);
        assertThat(refusalOf(() -> reopened(withdrawn, in(90)))).isEqualTo(DispatchRefusal.WITHDRAWN_BY_CALLER);
    }

    private static Dispatch reopened(Dispatch ticket, Instant at) {
        return Answering.reopen(ticket, "仍未解决", Desks.POLICY, at).state();
    }

    private static Dispatch restored(Dispatch ticket, Instant at) {
        return SettingAside.restore(ticket, Desks.POLICY, at).state();
    }

    @Test
    void whatIsClosedIsNotWithdrawnAnyMore() {
        Dispatch answered = Answering.reply(inProgress, DispatchTest.reply(in(70)), People.CENTRE_CLERK)
                .state();
        Dispatch closed = Answering.close(answered, in(80)).state();

        assertThat(refusalOf(() -> SettingAside.withdraw(closed, null, in(90)))).isEqualTo(DispatchRefusal.NOT_OPEN);
        assertThat(refusalOf(() -> SettingAside.restore(inProgress, Desks.POLICY, in(90))))
                .isEqualTo(DispatchRefusal.NOT_MERGED);
    }

    @Test
    void additionsAndUrgesAreStepsAndMarksAndMoveNothing() {
        Dispatch pressed = Pressing.urge(
                        Pressing.supplement(inProgress, "联系人 13800001234 又来电", null, in(60))
                                .state(),
                        "多日无人联系",
                        "XN261123-000002",
                        in(70))
                .state();

        assertThat(pressed.marks().supplemented()).isEqualTo(1);
        assertThat(pressed.marks().urged()).isEqualTo(1);
        assertThat(pressed.handling()).isEqualTo(inProgress.handling());
        assertThat(pressed.steps()).extracting(Step::detail).contains("联系人 138****1234 又来电", "多日无人联系");
        assertThat(pressed.steps().get(pressed.steps().size() - 1).words()).contains("XN261123-000002");
    }

    @Test
    void escalatedWhoeverHasItActsOnUntilTheHotlineSaysWhoLeads() {
        Dispatch escalated = Pressing.escalate(inProgress, "三次退回重办", in(60)).state();
        TicketDispatched told = (TicketDispatched) escalated
                .dispatch(
                        new DispatcherChoice(People.HOUSING, List.of(People.CENTRE), null, null, "提级由市局牵头"),
                        People.DISPATCHER,
                        Desks.POLICY,
                        in(90))
                .events()
                .get(0);

        assertThat(escalated.status()).isEqualTo(DispatchStatus.ESCALATED);
        assertThat(escalated.marks().escalated()).isTrue();
        assertThat(Answering.reply(escalated, DispatchTest.reply(in(70)), People.CENTRE_CLERK)
                        .state()
                        .status())
                .isEqualTo(DispatchStatus.PENDING_FOLLOWUP);
        assertThat(told.unit()).isEqualTo(People.HOUSING);
        assertThat(told.deadlines()).isEqualTo(inProgress.deadlines());
    }

    @Test
    void whereTheHotlineDecidesAlreadyEscalationIsAMark() {
        Dispatch review = ReturningTest.sentBack(dispatched, People.CENTRE_CLERK, in(20));
        Dispatch escalated = Pressing.escalate(review, "久拖不决", in(60)).state();

        assertThat(escalated.status()).isEqualTo(DispatchStatus.RETURN_REVIEW);
        assertThat(escalated.marks().escalated()).isTrue();
    }

    @Test
    void aSuccessorHasItInThePlaceOfAUnitThatIsNoMore() {
        Dispatch taken = Succession.succeed(inProgress, People.HOUSING, HOUSING_BUREAU, in(60))
                .state();
        UnitSucceeded told = (UnitSucceeded) Succession.succeed(inProgress, People.CENTRE, People.NORTH, in(60))
                .events()
                .get(0);

        assertThat(taken.holders()).containsExactly("630103", "630100-HOUSING-2");
        assertThat(taken.status()).isEqualTo(DispatchStatus.IN_PROGRESS);
        assertThat(told.lead()).isEqualTo(People.NORTH);
        assertThat(told.holders()).containsExactly(People.NORTH, People.HOUSING);
        assertThat(Succession.succeed(inProgress, People.CENTRE, People.NORTH, in(60))
                        .state()
                        .deadlines())
                .isEqualTo(inProgress.deadlines());
        assertThat(refusalOf(() -> Succession.succeed(inProgress, People.NORTH, HOUSING_BUREAU, in(60))))
                .isEqualTo(DispatchRefusal.NOTHING_TO_HAND_OVER);
    }

    @Test
    void aSuccessorOfTwoWhoHelpHelpsOnce() {
        Dispatch both = Helping.ask(
                        inProgress, List.of(People.NORTH), null, "请核实", People.CENTRE_CLERK, Desks.POLICY, in(40))
                .state();

        Dispatch one =
                Succession.succeed(both, People.NORTH, People.HOUSING, in(60)).state();

        assertThat(one.handled().helpers()).extracting(Assignment::unit).containsExactly(People.HOUSING);
    }

    @Test
    void whoIsAccusedIsNotToldAsAHolderWhenSomebodyElseIsNoMore() {
        Matter matter = Tickets.accusing("XN261123-000001").registration().matter();
        Dispatch replied = Answering.reply(
                        inProgress,
                        DispatchTest.reply(in(40))
                                .checked(
                                        List.of(new ReplyDoubt(ReplyDoubt.Kind.TEMPLATE, "答复像是套话", null)),
                                        List.of(),
                                        "请审核"),
                        People.CENTRE_CLERK)
                .state();
        Dispatch accused = replied.correct(
                        replied.appeal().corrected(matter), Desks.assessed(matter), null, Desks.POLICY, in(50))
                .state();

        CoUnitReleased told = (CoUnitReleased)
                Succession.dissolve(accused, People.HOUSING, in(60)).events().get(0);

        assertThat(told.holders()).isEmpty();
    }

    @Test
    void withoutASuccessorTheLeadsGoesBackToTheDesk() {
        Dispatch back = Succession.dissolve(inProgress, People.CENTRE, in(60)).state();
        Dispatch less = Succession.dissolve(inProgress, People.HOUSING, in(60)).state();

        assertThat(back.status()).isEqualTo(DispatchStatus.PENDING_DISPATCH);
        assertThat(back.holders()).isEmpty();
        assertThat(less.status()).isEqualTo(DispatchStatus.IN_PROGRESS);
        assertThat(less.holders()).containsExactly("630103");
    }

    @Test
    void aClockThatJumpsBackMakesNothingHappenBeforeWhatHappenedLast() {
        assertThat(inProgress.notBefore(in(-5_000))).isEqualTo(in(30));
        assertThat(inProgress.notBefore(in(31))).isEqualTo(in(31));
    }

    private static Instant in(long minutes) {
        return Tickets.MONDAY_TEN.plus(Duration.ofMinutes(minutes));
    }

    private static Object refusalOf(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).reason();
    }
}
