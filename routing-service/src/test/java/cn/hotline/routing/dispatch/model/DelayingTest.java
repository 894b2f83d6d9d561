package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchStatus.IN_PROGRESS;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SECOND_HANDLING;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.ExtensionDecided;
import cn.hotline.routing.contract.RoutingEvent.ExtensionRequested;
import cn.hotline.routing.contract.RoutingEvent.TicketResumed;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** 延期与挂账, as sentences. A GENERAL ticket of Monday ten o'clock: due the Monday after at ten, by the clock. */
class DelayingTest {

    private static final Instant DUE = Tickets.MONDAY_TEN.plus(Duration.ofDays(7));
    private static final LocalDate IN_SPRING = LocalDate.parse("2027-03-20");

    private final Dispatch inProgress = ReturningTest.opened(Tickets.plain("XN261123-000001"))
            .acknowledge(People.CENTRE_CLERK, in(Duration.ofMinutes(30)))
            .state();
    private final Dispatch asked = asked(inProgress, 3, in(Duration.ofDays(5)));

    @Test
    void askingForTimeStopsNoClock() {
        Change<Dispatch, RoutingEvent> change =
                Delaying.ask(inProgress, extension(3, in(Duration.ofDays(5))), Desks.POLICY);

        assertThat(change.state().status()).isEqualTo(IN_PROGRESS);
        assertThat(change.state().handling().finishBy()).isEqualTo(DUE);
        assertThat(change.state().turn().dueAt()).isEqualTo(DUE);
        assertThat(change.events()).singleElement().isInstanceOfSatisfying(ExtensionRequested.class, told -> {
            assertThat(told.days()).isEqualTo(3);
            assertThat(told.interim()).isEqualTo("已联系 138****1234，正在协调");
        });
    }

    @Test
    void grantedTimeStandsBesideTheDeadlinesThatNeverMove() {
        Change<Dispatch, RoutingEvent> change = decided(asked, true);

        Dispatch granted = change.state();
        assertThat(granted.deadlines()).isEqualTo(inProgress.deadlines());
        assertThat(granted.handling().finishBy()).isEqualTo(DUE.plus(Duration.ofDays(3)));
        assertThat(granted.turn().dueAt()).isEqualTo(DUE.plus(Duration.ofDays(3)));
        ExtensionDecided told = (ExtensionDecided) change.events().get(0);
        assertThat(told.finishBy()).isEqualTo(DUE.plus(Duration.ofDays(3)));
        Dispatch answered = Answering.reply(
                        granted, DispatchTest.reply(DUE.plus(Duration.ofDays(2))), People.CENTRE_CLERK)
                .state();
        assertThat(answered.handling().finishBy())
                .isAfter(answered.handling().reply().at());
    }

    @Test
    void refusedTimeChangesNothingAndMayBeAskedForAgain() {
        Dispatch refused = decided(asked, false).state();

        assertThat(refused.handling().finishBy()).isEqualTo(DUE);
        assertThat(asked(refused, 2, in(Duration.ofDays(6))).handling().grace().waiting())
                .isPresent();
    }

    @Test
    void moreTimeIsGrantedOnceAndNotForLong() {
        Dispatch granted = decided(asked, true).state();

        assertThat(refusalOf(() -> asked(granted, 1, in(Duration.ofDays(6)))))
                .isEqualTo(DispatchRefusal.EXTENDED_ENOUGH);
        assertThat(refusalOf(() -> asked(asked, 1, in(Duration.ofDays(6))))).isEqualTo(DispatchRefusal.EXTENDED_ENOUGH);
        assertThat(refusalOf(() -> asked(inProgress, 11, in(Duration.ofDays(5)))))
                .isEqualTo(DispatchRefusal.EXTENSION_TOO_LONG);
    }

    @Test
    void aTicketDueInTheEveningMayBeExtendedUpToFiveAndNotASecondLater() {
        Instant opened = Tickets.MONDAY_TEN.plus(Duration.ofHours(9)); // 19:00, due a week later at 19:00
        Dispatch late = ReturningTest.opened(Tickets.plain("XN261123-000002"), opened)
                .acknowledge(People.CENTRE_CLERK, opened.plusSeconds(60))
                .state();
        Instant five = DUE.plus(Duration.ofHours(7));

        assertThat(asked(late, 3, five).handling().grace().waiting()).isPresent();
        assertThat(refusalOf(() -> asked(late, 3, five.plusSeconds(1))))
                .isEqualTo(DispatchRefusal.EXTENSION_ASKED_TOO_LATE);
    }

    @Test
    void whatIsOverdueIsNotExtendedThoughTheCutOffIsAhead() {
        assertThat(asked(inProgress, 3, DUE).handling().grace().waiting()).isPresent();
        assertThat(refusalOf(() -> asked(inProgress, 3, DUE.plusMillis(1))))
                .isEqualTo(DispatchRefusal.EXTENSION_ASKED_TOO_LATE);
    }

    @Test
    void aSecondHandlingIsExtendedByWorkingDays() {
        Instant friday = Instant.parse("2026-11-27T02:00:00Z");
        Dispatch again = reopened(friday);
        Instant wednesday = again.handling().finishBy();
        assertThat(wednesday).isEqualTo(Instant.parse("2026-12-02T02:00:00Z"));

        Dispatch granted = Delaying.decide(
                        asked(again, 3, friday.plusSeconds(60)),
                        new Decision(true, "同意", People.SUPERVISOR, friday.plusSeconds(120)),
                        Desks.POLICY)
                .state();

        assertThat(granted.status()).isEqualTo(SECOND_HANDLING);
        assertThat(granted.handling().finishBy()).isEqualTo(Instant.parse("2026-12-07T02:00:00Z"));
        assertThat(granted.turn().dueAt()).isEqualTo(granted.handling().finishBy());
    }

    @Test
    void aSuspendedTicketIsLookedAtAgainOnItsDay() {
        Dispatch suspended = suspended(inProgress, in(Duration.ofDays(2)));

        assertThat(suspended.status()).isEqualTo(SUSPENDED);
        assertThat(suspended.turn().dueAt()).isEqualTo(Instant.parse("2027-03-19T16:00:00Z"));
        assertThat(refusalOf(() ->
                        Answering.reply(suspended, DispatchTest.reply(in(Duration.ofDays(3))), People.CENTRE_CLERK)))
                .isEqualTo(DispatchRefusal.NOT_BEING_HANDLED);
    }

    @Test
    void aCorrectionDoesNotForgetTheDayOfTheReview() {
        Dispatch suspended = suspended(inProgress, in(Duration.ofDays(2)));

        Dispatch corrected = suspended
                .correct(suspended.appeal(), suspended.classification(), "补充了门牌", Desks.POLICY, in(Duration.ofDays(3)))
                .state();

        assertThat(corrected.turn().dueAt()).isEqualTo(suspended.turn().dueAt());
    }

    @Test
    void whatWasLeftWhenTheClockStoppedIsLeftWhenItRunsAgain() {
        Dispatch suspended = suspended(inProgress, in(Duration.ofDays(2)));
        Instant spring = Instant.parse("2027-03-20T01:00:00Z");

        Change<Dispatch, RoutingEvent> change = Delaying.resume(suspended, People.SUPERVISOR, Desks.POLICY, spring);

        assertThat(change.state().status()).isEqualTo(IN_PROGRESS);
        assertThat(change.state().handling().finishBy()).isEqualTo(spring.plus(Duration.ofDays(5)));
        assertThat(change.state().deadlines()).isEqualTo(inProgress.deadlines());
        assertThat(((TicketResumed) change.events().get(0)).finishBy()).isEqualTo(spring.plus(Duration.ofDays(5)));
    }

    @Test
    void writtenOffItGoesBackToItsUnitWithTheTimeThatWasLeftAndSaysHowItEnded() {
        Dispatch suspended = suspended(inProgress, in(Duration.ofDays(2)));
        Instant spring = Instant.parse("2027-03-20T01:00:00Z");

        Change<Dispatch, RoutingEvent> change =
                Delaying.writeOff(suspended, "工程已完工，刘工 13800001234 核实", People.SUPERVISOR, Desks.POLICY, spring);

        assertThat(change.state().status()).isEqualTo(IN_PROGRESS);
        assertThat(change.state().handling().finishBy()).isEqualTo(spring.plus(Duration.ofDays(5)));
        assertThat(change.state().handling().grace().standing()).isEmpty();
        assertThat(change.state().steps()).last().satisfies(step -> {
            assertThat(step.kind()).isEqualTo(StepKind.WRITTEN_OFF);
            assertThat(step.detail()).isEqualTo("工程已完工，刘工 138****1234 核实");
        });
        assertThat(change.events()).hasExactlyElementsOfTypes(TicketResumed.class);
        assertThat(refusalOf(() -> Delaying.writeOff(change.state(), "再销一次", People.SUPERVISOR, Desks.POLICY, spring)))
                .isEqualTo(DispatchRefusal.NOT_SUSPENDED);
        assertThat(refusalOf(() -> Delaying.writeOff(suspended, "已完工", People.CENTRE_CLERK, Desks.POLICY, spring)))
                .isEqualTo(DispatchRefusal.ONLY_HOTLINE);
    }

    @Test
    void workingTimeThatWasLeftIsLeftInWorkingTime() {
        Instant friday = Instant.parse("2026-11-27T02:00:00Z");
        Dispatch suspended = suspended(reopened(friday), Instant.parse("2026-11-30T02:00:00Z"));

        // Monday ten, two working days left; resumed on a Friday at ten: until the Tuesday after at ten.
        Dispatch resumed = Delaying.resume(
                        suspended, People.SUPERVISOR, Desks.POLICY, Instant.parse("2026-12-11T02:00:00Z"))
                .state();

        assertThat(resumed.status()).isEqualTo(SECOND_HANDLING);
        assertThat(resumed.handling().finishBy()).isEqualTo(Instant.parse("2026-12-15T02:00:00Z"));
    }

    @Test
    void aClockThatJumpsBackTakesNoTimeAway() {
        Dispatch suspended = suspended(inProgress, in(Duration.ofDays(2)));

        Dispatch resumed = Delaying.resume(suspended, People.SUPERVISOR, Desks.POLICY, in(Duration.ofDays(1)))
                .state();

        assertThat(resumed.handling().finishBy()).isEqualTo(DUE);
    }

    @Test
    void overdueStaysOverdueWhateverIsSuspendedAfterwards() {
        Dispatch suspended = suspended(inProgress, DUE.plusSeconds(60));

        assertThat(Delaying.resume(suspended, People.SUPERVISOR, Desks.POLICY, DUE.plus(Duration.ofDays(9)))
                        .state()
                        .handling()
                        .finishBy())
                .isEqualTo(DUE);
    }

    @Test
    void aReviewLiesAheadAndOnlyTheHotlineSuspends() {
        assertThat(refusalOf(() -> Delaying.suspend(
                        inProgress,
                        suspension(People.SUPERVISOR, LocalDate.parse("2026-11-23"), in(Duration.ofDays(1))),
                        Desks.POLICY)))
                .isEqualTo(DispatchRefusal.REVIEW_NOT_AHEAD);
        assertThat(refusalOf(() -> Delaying.suspend(
                        inProgress, suspension(People.CENTRE_HEAD, IN_SPRING, in(Duration.ofDays(1))), Desks.POLICY)))
                .isEqualTo(DispatchRefusal.ONLY_HOTLINE);
    }

    private static Dispatch reopened(Instant at) {
        Dispatch acknowledged = ReturningTest.opened(Tickets.plain("XN261123-000003"))
                .acknowledge(People.CENTRE_CLERK, in(Duration.ofMinutes(30)))
                .state();
        Dispatch answered = Answering.reply(
                        acknowledged, DispatchTest.reply(in(Duration.ofHours(3))), People.CENTRE_CLERK)
                .state();
        return Answering.reopen(answered, "仍未解决", Desks.POLICY, at).state();
    }

    private static Dispatch asked(Dispatch ticket, int days, Instant at) {
        return Delaying.ask(ticket, extension(days, at), Desks.POLICY).state();
    }

    private static Extension extension(int days, Instant at) {
        return new Extension(days, "需要协调维修资金", "已联系 13800001234，正在协调", People.CENTRE_CLERK, at, null);
    }

    private static Change<Dispatch, RoutingEvent> decided(Dispatch ticket, boolean approved) {
        return Delaying.decide(
                ticket, new Decision(approved, "已核实", People.SUPERVISOR, in(Duration.ofDays(6))), Desks.POLICY);
    }

    private static Dispatch suspended(Dispatch ticket, Instant at) {
        return Delaying.suspend(ticket, suspension(People.SUPERVISOR, IN_SPRING, at), Desks.POLICY)
                .state();
    }

    private static Suspension suspension(Staff by, LocalDate reviewOn, Instant at) {
        return new Suspension("冬季不能施工", reviewOn, "市热线办主任", by, at, null);
    }

    private static Instant in(Duration time) {
        return Tickets.MONDAY_TEN.plus(time);
    }

    private static Object refusalOf(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).reason();
    }
}
