package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchStatus.ARBITRATION;
import static cn.hotline.routing.dispatch.model.DispatchStatus.DISPATCHED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.IN_PROGRESS;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_DISPATCH;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_FOLLOWUP;
import static cn.hotline.routing.dispatch.model.DispatchStatus.RETURN_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.ArbitrationOpened;
import cn.hotline.routing.contract.RoutingEvent.DispatchRecalled;
import cn.hotline.routing.contract.RoutingEvent.OwnerRuled;
import cn.hotline.routing.contract.RoutingEvent.ReturnDecided;
import cn.hotline.routing.contract.RoutingEvent.ReturnRequested;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 退单、审核、裁定, as sentences. */
class ReturningTest {

    private final Dispatch dispatched = opened(Tickets.plain("XN261123-000001"));
    private final Dispatch inProgress =
            dispatched.acknowledge(People.CENTRE_CLERK, in(30)).state();
    private final Dispatch objected = sentBack(inProgress, People.CENTRE_CLERK, in(60));
    private final Dispatch passedOn = decided(objected, true, People.NORTH, in(90));
    private final Dispatch disputed = sentBack(passedOn, People.NORTH_CLERK, in(120));

    @Test
    void aUnitThatObjectsSaysWhyAndWhoseItIs() {
        Change<Dispatch, RoutingEvent> change = Returning.request(
                inProgress, objection(People.CENTRE_CLERK, People.NORTH, "联系人 13800001234 已确认", in(60)), Desks.POLICY);

        assertThat(change.state().status()).isEqualTo(RETURN_REVIEW);
        assertThat(change.events()).singleElement().isInstanceOfSatisfying(ReturnRequested.class, told -> {
            assertThat(told.unit()).isEqualTo(People.CENTRE);
            assertThat(told.shouldBe()).isEqualTo(People.NORTH);
            assertThat(told.ground()).isEqualTo("NOT_OUR_PLACE");
            assertThat(told.basis()).isEqualTo("联系人 138****1234 已确认");
            assertThat(told.count()).isEqualTo(1);
        });
    }

    @Test
    void objectingStopsNoClockAndMovesNoDeadline() {
        assertThat(objected.deadlines()).isEqualTo(inProgress.deadlines());
        assertThat(objected.turn().dueAt()).isEqualTo(inProgress.turn().dueAt());
        assertThat(passedOn.deadlines()).isEqualTo(inProgress.deadlines());
        assertThat(disputed.deadlines()).isEqualTo(inProgress.deadlines());
    }

    @Test
    void whoeverGetsItNextHasAClockOfTheirOwn() {
        assertThat(passedOn.status()).isEqualTo(DISPATCHED);
        assertThat(passedOn.handling().lead().unit()).isEqualTo(People.NORTH);
        assertThat(passedOn.handling().lead().timing().startedAt()).isEqualTo(in(90));
        assertThat(passedOn.handling().ticket().startedAt()).isEqualTo(Tickets.MONDAY_TEN);
    }

    @Test
    void anApprovedReturnIsToldBeforeTheDispatchThatFollows() {
        Change<Dispatch, RoutingEvent> change =
                Returning.decide(objected, decision(true, in(90)), People.NORTH, Desks.POLICY);

        assertThat(change.events()).hasExactlyElementsOfTypes(ReturnDecided.class, TicketDispatched.class);
        ReturnDecided told = (ReturnDecided) change.events().get(0);
        assertThat(told.approved()).isTrue();
        assertThat(told.next()).isEqualTo(People.NORTH);
        assertThat(told.category()).isEqualTo("HC-PROPERTY-CLEANING");
        assertThat(told.countyCode()).isEqualTo("630103");
    }

    @Test
    void approvedWithoutSayingWhoItWaitsForADispatcherAndNobodyHasIt() {
        Change<Dispatch, RoutingEvent> change = Returning.decide(objected, decision(true, in(90)), null, Desks.POLICY);

        assertThat(change.state().status()).isEqualTo(PENDING_DISPATCH);
        assertThat(change.state().holders()).isEmpty();
        assertThat(change.events()).hasExactlyElementsOfTypes(ReturnDecided.class, DispatchRecalled.class);
        assertThat(((DispatchRecalled) change.events().get(1)).ground()).isEqualTo("RETURN");
    }

    @Test
    void aRefusedReturnGoesBackToWhereItStood() {
        assertThat(decided(objected, false, null, in(90)).status()).isEqualTo(IN_PROGRESS);
        Dispatch unsigned = sentBack(dispatched, People.CENTRE_CLERK, in(20));
        assertThat(decided(unsigned, false, null, in(90)).status()).isEqualTo(DISPATCHED);
    }

    @Test
    void aReturnIsNotApprovedBackToWhoeverObjected() {
        assertThat(refusalOf(() -> decided(objected, true, People.CENTRE, in(90))))
                .isEqualTo(DispatchRefusal.SENT_BACK_TO_WHO_OBJECTS);
    }

    @Test
    void theSecondReturnIsNotDecidedButRuledOnWhileWhoeverHasItActs() {
        Change<Dispatch, RoutingEvent> change =
                Returning.request(passedOn, objection(People.NORTH_CLERK, null, "职责不清", in(120)), Desks.POLICY);

        assertThat(change.state().status()).isEqualTo(ARBITRATION);
        assertThat(change.state().holders()).first().isEqualTo("630105");
        assertThat(change.events()).hasExactlyElementsOfTypes(ReturnRequested.class, ArbitrationOpened.class);
        ArbitrationOpened told = (ArbitrationOpened) change.events().get(1);
        assertThat(told.interim()).isEqualTo(People.NORTH);
        assertThat(told.objectors()).containsExactly(People.CENTRE, People.NORTH);
        assertThat(refusalOf(() -> decided(change.state(), true, People.CENTRE, in(130))))
                .isEqualTo(DispatchRefusal.NO_RETURN_TO_DECIDE);
    }

    @Test
    void aUnitThatObjectsAgainAfterBeingRefusedGoesToArbitrationToo() {
        Dispatch refused = decided(objected, false, null, in(90));

        assertThat(sentBack(refused, People.CENTRE_CLERK, in(95)).status()).isEqualTo(ARBITRATION);
    }

    @Test
    void untilTheRulingTheInterimUnitSignsContactsAndMayAnswer() {
        Dispatch signed = disputed.acknowledge(People.NORTH_CLERK, in(130)).state();
        Dispatch spoken = signed.contact(
                        new Contact(Contact.Method.PHONE, in(131), "约好下午上门"), People.NORTH_CLERK, in(132))
                .state();

        assertThat(spoken.status()).isEqualTo(ARBITRATION);
        assertThat(Answering.reply(spoken, DispatchTest.reply(in(140)), People.NORTH_CLERK)
                        .state()
                        .status())
                .isEqualTo(PENDING_FOLLOWUP);
        assertThat(refusalOf(() -> Answering.reply(disputed, DispatchTest.reply(in(140)), People.NORTH_CLERK)))
                .isEqualTo(DispatchRefusal.NOT_ACKNOWLEDGED_YET);
    }

    @Test
    void aRulingNamesTheOwnerForGood() {
        Change<Dispatch, RoutingEvent> change =
                Returning.rule(disputed, People.CENTRE, "属地监管", People.SUPERVISOR, Desks.POLICY, in(200));
        Dispatch ruled = change.state();

        assertThat(ruled.status()).isEqualTo(DISPATCHED);
        assertThat(ruled.handling().lead().unit()).isEqualTo(People.CENTRE);
        assertThat(change.events()).hasExactlyElementsOfTypes(OwnerRuled.class, TicketDispatched.class);
        assertThat(refusalOf(() -> sentBack(ruled, People.CENTRE_CLERK, in(210))))
                .isEqualTo(DispatchRefusal.RULED_ALREADY);
        DispatcherChoice other = new DispatcherChoice(People.NORTH, List.of(), null, null, null);
        assertThat(refusalOf(() -> ruled.dispatch(other, People.DISPATCHER, Desks.POLICY, in(210))))
                .isEqualTo(DispatchRefusal.RULED_ALREADY);
    }

    @Test
    void ruledToWhoeverHasItItGoesOnWhereItStands() {
        Dispatch signed = disputed.acknowledge(People.NORTH_CLERK, in(130)).state();

        Change<Dispatch, RoutingEvent> change =
                Returning.rule(signed, People.NORTH, "属地监管", People.SUPERVISOR, Desks.POLICY, in(200));

        assertThat(change.state().status()).isEqualTo(IN_PROGRESS);
        assertThat(change.state().handling().lead().timing())
                .isEqualTo(disputed.handling().lead().timing());
        assertThat(change.events()).singleElement().isInstanceOf(OwnerRuled.class);
    }

    @Test
    void afterOneWorkingDayItIsTooLateToObject() {
        assertThat(sentBack(dispatched, People.CENTRE_CLERK, in(24 * 60)).status())
                .isEqualTo(RETURN_REVIEW);
        assertThat(refusalOf(() -> sentBack(dispatched, People.CENTRE_CLERK, in(24 * 60 + 1))))
                .isEqualTo(DispatchRefusal.RETURNED_TOO_LATE);
    }

    @Test
    void onlyTheUnitThatLeadsObjectsAndOnlyTheHotlineDecides() {
        assertThat(refusalOf(() -> sentBack(inProgress, People.HOUSING_CLERK, in(60))))
                .isEqualTo(DispatchRefusal.HELPERS_DO_NOT_ANSWER);
        assertThat(refusalOf(() -> Returning.decide(
                        objected, new Decision(true, "同意", People.CENTRE_HEAD, in(90)), People.NORTH, Desks.POLICY)))
                .isEqualTo(DispatchRefusal.ONLY_HOTLINE);
    }

    @Test
    void whoeverSentItBackAndGetsItAllTheSameSignsAnew() {
        Dispatch waiting = decided(objected, true, null, in(90));
        Dispatch again = waiting.dispatch(
                        new DispatcherChoice(People.CENTRE, List.of(), null, null, null),
                        People.DISPATCHER,
                        Desks.POLICY,
                        in(100))
                .state();

        assertThat(again.status()).isEqualTo(DISPATCHED);
        assertThat(again.handling().lead().timing())
                .isEqualTo(inProgress.handling().lead().timing());
        assertThat(again.acknowledge(People.CENTRE_CLERK, in(110)).state().status())
                .isEqualTo(IN_PROGRESS);
    }

    @Test
    void aWrongDispatchIsTakenBackWithinTenMinutesAndCountsAsNoReturn() {
        Change<Dispatch, RoutingEvent> change = dispatched.recall("派错了", People.DISPATCHER, Desks.POLICY, in(10));

        assertThat(change.state().status()).isEqualTo(PENDING_DISPATCH);
        assertThat(change.state().handling().dispute().objections()).isEmpty();
        assertThat(change.events()).singleElement().isInstanceOfSatisfying(DispatchRecalled.class, told -> {
            assertThat(told.ground()).isEqualTo("WRONG_DISPATCH");
            assertThat(told.units()).contains(People.CENTRE);
            assertThat(told.waiting()).isTrue();
        });
        assertThat(refusalOf(() -> dispatched.recall("派错了", People.DISPATCHER, Desks.POLICY, in(11))))
                .isEqualTo(DispatchRefusal.RECALLED_TOO_LATE);
        assertThat(refusalOf(() -> inProgress.recall("派错了", People.DISPATCHER, Desks.POLICY, in(5))))
                .isEqualTo(DispatchRefusal.ALREADY_TAKEN_ON);
    }

    static Dispatch sentBack(Dispatch ticket, Staff by, Instant at) {
        return Returning.request(ticket, objection(by, null, "不属于本单位职责", at), Desks.POLICY)
                .state();
    }

    private static Objection objection(Staff by, @Nullable Unit other, String basis, Instant at) {
        return new Objection(by.ofUnit(), ReturnGround.NOT_OUR_PLACE, other, basis, List.of(), by, at, null);
    }

    private static Dispatch decided(Dispatch ticket, boolean approved, @Nullable Unit next, Instant at) {
        return Returning.decide(ticket, decision(approved, at), next, Desks.POLICY)
                .state();
    }

    private static Decision decision(boolean approved, Instant at) {
        return new Decision(approved, "已核实", People.SUPERVISOR, at);
    }

    static Dispatch opened(TicketRegistered told) {
        return opened(told, Tickets.MONDAY_TEN);
    }

    static Dispatch opened(TicketRegistered told, Instant at) {
        return Dispatch.open(
                        new TicketNumber(told.number()),
                        Appeal.of(told.registration()),
                        Desks.assessed(told.registration().matter()),
                        Desks.POLICY,
                        at)
                .state();
    }

    private static Instant in(long minutes) {
        return Tickets.MONDAY_TEN.plus(Duration.ofMinutes(minutes));
    }

    private static Object refusalOf(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).reason();
    }
}
