package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.ALREADY_TAKEN_ON;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.CONTACTED_BEFORE_DISPATCH;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.HELPERS_DO_NOT_ANSWER;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_ACKNOWLEDGED_YET;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_BEING_HANDLED;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_EXCLUDED;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_WAITING_FOR_REVISIT;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_WAITING_TO_BE_ACKNOWLEDGED;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.ONLY_UNITS;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.SAME_CATEGORY;
import static cn.hotline.routing.dispatch.model.DispatchStatus.CLOSED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.CLOSED_UNSOLVABLE;
import static cn.hotline.routing.dispatch.model.DispatchStatus.DISPATCHED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.IN_PROGRESS;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_DISPATCH;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_FOLLOWUP;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SECOND_HANDLING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import cn.hotline.routing.contract.RoutingEvent.FirstContactMade;
import cn.hotline.routing.contract.RoutingEvent.ReplyDecided;
import cn.hotline.routing.contract.RoutingEvent.Tag;
import cn.hotline.routing.contract.RoutingEvent.TicketAcknowledged;
import cn.hotline.routing.contract.RoutingEvent.TicketClassified;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.contract.RoutingEvent.TicketReclassified;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DispatchTest {

    private static final Unit CITY_CENTRE = new Unit("630103", "城中区政府");
    private static final Unit HOUSING = new Unit("630100-HOUSING", "市住房保障和房产管理局");
    private static final Unit NORTH = new Unit("630105", "城北区政府");
    private static final Topic NOISE = new Topic("EE-NOISE", "噪音", "噪音问题");
    private static final Instant ARRIVED = Tickets.MONDAY_TEN;

    private final Change<Dispatch, RoutingEvent> plain = opened(Tickets.plain("XN261123-000001"));
    private final Change<Dispatch, RoutingEvent> unclear = opened(Tickets.unclear("XN261123-000002"));
    private final Dispatch dispatched = plain.state();
    private final Dispatch waiting = unclear.state();
    private final Dispatch inProgress =
            dispatched.acknowledge(People.CENTRE_CLERK, in(60)).state();
    private final Dispatch answered =
            Answering.reply(inProgress, reply(in(90)), People.CENTRE_CLERK).state();

    @Test
    void everyDecisionIsKeptWithTheEntryAndTheVersionThatMadeIt() {
        var automatic = dispatched.steps().get(1).given();
        assertThat(automatic).isEqualTo(new Step.Given("630103", "R-HC-PROPERTY", "2026.1", "HC-PROPERTY-CLEANING"));

        var anew = dispatched
                .dispatch(
                        new DispatcherChoice(NORTH, List.of(), NOISE, null, "属地是城北区"),
                        People.DISPATCHER,
                        Desks.POLICY,
                        in(60))
                .state();
        assertThat(anew.steps().stream().map(Step::given).filter(Objects::nonNull))
                .containsExactly(automatic, new Step.Given("630105", "BY_HAND", "-", "EE-NOISE"));
    }

    @Test
    void aTicketTheCatalogueIsSureOfIsClassifiedAndDispatchedInOneBreath() {
        assertThat(dispatched.status()).isEqualTo(DISPATCHED);
        assertThat(plain.events()).hasSize(2);
        TicketClassified classified = (TicketClassified) plain.events().get(0);
        TicketDispatched told = (TicketDispatched) plain.events().get(1);
        assertThat(classified.reportGroup()).isEqualTo("物业服务");
        assertThat(classified.place().countyCode()).isEqualTo("630103");
        assertThat(told.unit()).isEqualTo(CITY_CENTRE);
        assertThat(told.coUnits()).containsExactly(HOUSING);
        assertThat(told.category()).isEqualTo("HC-PROPERTY-CLEANING");
        assertThat(classified.tags()).extracting(Tag::code).contains("REPEATED");
        assertThat(told.by()).isEqualTo("AUTO");
        assertThat(told.rule().reason()).contains("物业管理条例");
        assertThat(told.deadlines()).isEqualTo(told.unitDeadlines());
    }

    @Test
    void aTicketInDoubtWaitsWithItsCandidatesAndSaysWhy() {
        assertThat(waiting.status()).isEqualTo(PENDING_DISPATCH);
        assertThat(waiting.deadlines()).isNull();
        assertThat(unclear.events()).singleElement().isInstanceOf(TicketClassified.class);
        assertThat(waiting.steps()).last().satisfies(step -> {
            assertThat(step.kind()).isEqualTo(StepKind.LEFT_TO_DISPATCHER);
            assertThat(step.detail()).isEqualTo("未识别出诉求分类");
        });
    }

    @Test
    void anEmergencyNobodyCanPlaceGoesBeforeAllOthers() {
        Dispatch emergency = opened(Tickets.emergency("XN261123-000003")).state();

        assertThat(emergency.classification().urgency()).isEqualTo(Urgency.EMERGENCY);
        assertThat(emergency.status()).isEqualTo(PENDING_DISPATCH);
        assertThat(emergency.turn().first()).isTrue();
        assertThat(waiting.turn().first()).isFalse();
        assertThat(emergency
                        .dispatch(to(NORTH), People.DISPATCHER, Desks.POLICY, in(1))
                        .state()
                        .turn()
                        .first())
                .isFalse();
    }

    @Test
    void aDispatcherDispatchesByHandAndTheGroundSaysSo() {
        Change<Dispatch, RoutingEvent> given = waiting.dispatch(to(NORTH), People.DISPATCHER, Desks.POLICY, in(5));

        TicketDispatched told = (TicketDispatched) given.events().get(0);
        assertThat(given.state().status()).isEqualTo(DISPATCHED);
        assertThat(told.unit()).isEqualTo(NORTH);
        assertThat(told.by()).isEqualTo("DISPATCHER");
        assertThat(told.rule().id()).isEqualTo("BY_HAND");
    }

    @Test
    void aDispatchersOwnReasonIsToldMasked() {
        DispatcherChoice choice = new DispatcherChoice(NORTH, List.of(), null, null, "来电人 13800001234 已说明在城北");

        TicketDispatched told = (TicketDispatched) waiting.dispatch(choice, People.DISPATCHER, Desks.POLICY, in(5))
                .events()
                .get(0);

        assertThat(told.rule().reason()).isEqualTo("来电人 138****1234 已说明在城北");
    }

    @Test
    void theReasonWhyATicketIsGivenElsewhereStandsInItsCourse() {
        DispatcherChoice choice = new DispatcherChoice(NORTH, List.of(), null, null, "属地是城北区");
        assertThat(dispatched
                        .dispatch(choice, People.DISPATCHER, Desks.POLICY, in(5))
                        .state()
                        .steps())
                .last()
                .extracting(Step::detail)
                .isEqualTo("属地是城北区");
        Dispatch recalled =
                dispatched.recall("派错了", People.DISPATCHER, Desks.POLICY, in(5)).state();
        assertThat(recalled.dispatch(to(NORTH), People.DISPATCHER, Desks.POLICY, in(6))
                        .state()
                        .status())
                .as("whoever took it back has said why")
                .isEqualTo(DISPATCHED);
    }

    @Test
    void aDispatcherMayCorrectClassAndGradeAndBothAreTold() {
        DispatcherChoice choice = new DispatcherChoice(NORTH, List.of(HOUSING), NOISE, Urgency.URGENT, null);

        Change<Dispatch, RoutingEvent> given = waiting.dispatch(choice, People.DISPATCHER, Desks.POLICY, in(5));

        TicketClassified classified = (TicketClassified) given.events().get(0);
        TicketDispatched told = (TicketDispatched) given.events().get(1);
        assertThat(classified.by()).isEqualTo("DISPATCHER");
        assertThat(classified.category()).isEqualTo("EE-NOISE");
        assertThat(told.reportGroup()).isEqualTo("噪音问题");
        assertThat(told.urgency()).isEqualTo("URGENT");
        assertThat(told.deadlines().finishBy()).isEqualTo(in(5).plus(Duration.ofHours(24)));
    }

    @Test
    void dispatchedAnewTheUnitGetsAClockOfItsOwnAndTheTicketsRunsOn() {
        Deadlines first = dispatched.deadlines();

        Change<Dispatch, RoutingEvent> anew =
                dispatched.dispatch(instead(NORTH), People.DISPATCHER, Desks.POLICY, in(120));

        TicketDispatched told = (TicketDispatched) anew.events().get(0);
        assertThat(told.deadlines()).isEqualTo(first);
        assertThat(told.unitDeadlines().finishBy()).isEqualTo(first.finishBy().plus(Duration.ofMinutes(120)));
        assertThat(anew.state().status()).isEqualTo(DISPATCHED);
        assertThat(anew.state().steps()).last().extracting(Step::kind).isEqualTo(StepKind.REDISPATCHED);
    }

    @Test
    void dispatchedToTheSameUnitAgainItsClockRunsOn() {
        TicketDispatched told = (TicketDispatched) dispatched
                .dispatch(instead(CITY_CENTRE), People.DISPATCHER, Desks.POLICY, in(120))
                .events()
                .get(0);

        assertThat(told.unitDeadlines()).isEqualTo(dispatched.deadlines());
    }

    @Test
    void onceAcknowledgedATicketIsNotDispatchedAnew() {
        assertThat(refusalOf(() -> inProgress.dispatch(to(NORTH), People.DISPATCHER, Desks.POLICY, in(70))))
                .isEqualTo(ALREADY_TAKEN_ON);
    }

    @Test
    void theUnitAcknowledgesOnce() {
        Change<Dispatch, RoutingEvent> taken = dispatched.acknowledge(People.CENTRE_CLERK, in(60));

        assertThat(taken.state().status()).isEqualTo(IN_PROGRESS);
        assertThat(taken.events()).containsExactly(new TicketAcknowledged("XN261123-000001", CITY_CENTRE, in(60)));
        assertThat(refusalOf(() -> taken.state().acknowledge(People.CENTRE_CLERK, in(61))))
                .isEqualTo(NOT_WAITING_TO_BE_ACKNOWLEDGED);
    }

    @Test
    void onlyTheResponsibleUnitMayAct() {
        assertThat(refusalOf(() -> dispatched.acknowledge(People.HOUSING_CLERK, in(60))))
                .isEqualTo(HELPERS_DO_NOT_ANSWER);
        assertThat(refusalOf(() -> dispatched.acknowledge(People.NORTH_CLERK, in(60))))
                .isEqualTo(General.NOT_FOUND);
        assertThat(refusalOf(() -> Answering.reply(waiting, reply(in(10)), People.CENTRE_CLERK)))
                .isEqualTo(General.NOT_FOUND);
        assertThat(refusalOf(() -> dispatched.acknowledge(People.DISPATCHER, in(60))))
                .isEqualTo(ONLY_UNITS);
    }

    @Test
    void theTrailNamesThePersonAndTheStateKeepsTheAccount() {
        assertThat(dispatched.steps()).last().extracting(Step::by).isNull();
        assertThat(inProgress.steps()).last().extracting(Step::by).isEqualTo(People.CENTRE_CLERK);
        assertThat(People.CENTRE_CLERK.words()).isEqualTo("李芳（城中区政府 经办人）");
        assertThat(waiting.dispatch(to(NORTH), People.DISPATCHER, Desks.POLICY, in(5))
                        .state()
                        .steps())
                .last()
                .extracting(step -> step.by().words())
                .isEqualTo("王强");
    }

    @Test
    void whoAnsweredIsToldByAccountOnly() {
        TicketReplied told = (TicketReplied) Answering.reply(inProgress, reply(in(90)), People.CENTRE_CLERK)
                .events()
                .get(0);

        assertThat(told.by()).isEqualTo("unit-630103");
        assertThat(told.toString()).doesNotContain("李芳");
    }

    @Test
    void aReplyIsToldMaskedAndAcceptedWithIt() {
        Change<Dispatch, RoutingEvent> replied = Answering.reply(
                inProgress,
                new Reply(
                        true,
                        true,
                        in(80),
                        ReplyOutcome.SOLVED,
                        "已与 13900005678 联系",
                        "请拨打 13900005678 查询",
                        in(90),
                        List.of()),
                People.CENTRE_CLERK);

        TicketReplied told = (TicketReplied) replied.events().get(0);
        assertThat(replied.state().status()).isEqualTo(PENDING_FOLLOWUP);
        assertThat(told.publicReply()).isEqualTo("请拨打 139****5678 查询");
        assertThat(told.finishedInTime()).isTrue();
        assertThat(replied.state().handling().reply().account()).doesNotContain("13900005678");
        assertThat(replied.events().get(1)).isEqualTo(new ReplyDecided("XN261123-000001", true, null, "AUTO", in(90)));
    }

    @Test
    void aReplyAfterTheTicketsDeadlineIsLateWhateverTheUnitsOwnClock() {
        Dispatch late = dispatched
                .dispatch(instead(NORTH), People.DISPATCHER, Desks.POLICY, in(6 * 24 * 60))
                .state()
                .acknowledge(People.NORTH_CLERK, in(6 * 24 * 60 + 5))
                .state();

        TicketReplied told = (TicketReplied) Answering.reply(late, reply(in(8 * 24 * 60)), People.NORTH_CLERK)
                .events()
                .get(0);

        assertThat(late.handling().lead().timing().deadlines().finishBy()).isAfter(told.at());
        assertThat(told.finishedInTime()).isFalse();
    }

    @Test
    void aReplyOnTheStrokeOfTheDeadlineIsInTime() {
        Instant finishBy = dispatched.deadlines().finishBy();

        assertThat(((TicketReplied) Answering.reply(inProgress, reply(finishBy), People.CENTRE_CLERK)
                                .events()
                                .get(0))
                        .finishedInTime())
                .isTrue();
        assertThat(((TicketReplied) Answering.reply(inProgress, reply(finishBy.plusMillis(1)), People.CENTRE_CLERK)
                                .events()
                                .get(0))
                        .finishedInTime())
                .isFalse();
    }

    @Test
    void aReplyNeedsATicketThatIsBeingHandled() {
        assertThat(refusalOf(() -> Answering.reply(dispatched, reply(in(10)), People.CENTRE_CLERK)))
                .isEqualTo(NOT_ACKNOWLEDGED_YET);
        assertThat(refusalOf(() -> Answering.reply(answered, reply(in(100)), People.CENTRE_CLERK)))
                .isEqualTo(NOT_BEING_HANDLED);
    }

    @Test
    void aReopenedTicketIsHandledAgainByADeadlineOfItsOwn() {
        Instant saturday = in(5 * 24 * 60);
        Instant wednesdayEvening = in(9 * 24 * 60 + 8 * 60);

        Dispatch again =
                Answering.reopen(answered, "楼道仍未清扫", Desks.POLICY, saturday).state();

        assertThat(again.status()).isEqualTo(SECOND_HANDLING);
        assertThat(again.handling().round()).isEqualTo(2);
        assertThat(again.deadlines()).isEqualTo(dispatched.deadlines());
        assertThat(again.handling().finishBy()).isEqualTo(wednesdayEvening);
        assertThat(again.turn().dueAt()).isEqualTo(wednesdayEvening);

        Change<Dispatch, RoutingEvent> replied = Answering.reply(again, reply(wednesdayEvening), People.CENTRE_CLERK);
        assertThat(replied.state().status()).isEqualTo(PENDING_FOLLOWUP);
        assertThat(((TicketReplied) replied.events().get(0)).finishedInTime()).isTrue();
    }

    @Test
    void aTicketClosesAfterItsRevisitOnly() {
        assertThat(Answering.close(answered, in(200)).state().status()).isEqualTo(CLOSED);
        assertThat(refusalOf(() -> Answering.close(inProgress, in(200)))).isEqualTo(NOT_WAITING_FOR_REVISIT);
        assertThat(refusalOf(() ->
                        Answering.reopen(Answering.close(answered, in(200)).state(), null, Desks.POLICY, in(201))))
                .isEqualTo(NOT_WAITING_FOR_REVISIT);
    }

    @Test
    void anExcludedTicketIsOverUntilItCountsAgain() {
        Dispatch excluded = Answering.exclude(answered, "法院已立案", in(200)).state();

        assertThat(excluded.status()).isEqualTo(CLOSED_UNSOLVABLE);
        assertThat(excluded.steps())
                .last()
                .extracting(Step::kind, Step::detail)
                .containsExactly(StepKind.EXCLUDED, "法院已立案");
        assertThat(refusalOf(() -> Answering.exclude(inProgress, "法院已立案", in(200))))
                .isEqualTo(NOT_WAITING_FOR_REVISIT);
        assertThat(refusalOf(() -> Answering.close(excluded, in(201)))).isEqualTo(NOT_WAITING_FOR_REVISIT);
        assertThat(refusalOf(() -> Answering.countAgain(answered, "已撤诉", in(201))))
                .isEqualTo(NOT_EXCLUDED);

        Dispatch again = Answering.countAgain(excluded, "已撤诉", in(300)).state();

        assertThat(again.status()).isEqualTo(PENDING_FOLLOWUP);
        assertThat(again.deadlines()).isEqualTo(dispatched.deadlines());
        assertThat(Answering.close(again, in(301)).state().status()).isEqualTo(CLOSED);
    }

    @Test
    void aCorrectionThatClearsTheDoubtDispatches() {
        var corrected = Tickets.clearedUp("XN261123-000002");

        Change<Dispatch, RoutingEvent> change = waiting.correct(
                waiting.appeal().corrected(corrected.matter()),
                Desks.assessed(corrected.matter()),
                corrected.reason(),
                Desks.POLICY,
                in(10));

        assertThat(change.state().status()).isEqualTo(DISPATCHED);
        assertThat(change.events()).hasExactlyElementsOfTypes(TicketClassified.class, TicketDispatched.class);
    }

    @Test
    void aCorrectionNeverMovesDeadlines() {
        var corrected = Tickets.emergency("XN261123-000001").registration().matter();

        Change<Dispatch, RoutingEvent> change = inProgress.correct(
                inProgress.appeal().corrected(corrected), Desks.assessed(corrected), "更正", Desks.POLICY, in(70));

        assertThat(change.state().classification().urgency()).isEqualTo(Urgency.EMERGENCY);
        assertThat(change.state().handling()).isEqualTo(inProgress.handling());
        assertThat(change.state().turn().dueAt()).isEqualTo(inProgress.turn().dueAt());
        assertThat(change.state().turn().remindAt()).isEqualTo(inProgress.turn().remindAt());
        assertThat(change.events()).singleElement().isInstanceOf(TicketClassified.class);
    }

    @Test
    void theNextStepIsWhatIsDue() {
        assertThat(dispatched.turn().dueAt()).isEqualTo(dispatched.deadlines().acknowledgeBy());
        assertThat(inProgress.turn().dueAt()).isEqualTo(dispatched.deadlines().finishBy());
        assertThat(answered.turn().dueAt()).isNull();
        assertThat(waiting.turn().dueAt()).isNull();
    }

    @Test
    void theFirstContactCountsAndLaterOnesStandInTheCourse() {
        Contact first = new Contact(Contact.Method.PHONE, in(70), "说明 13800001234 的情况");
        Change<Dispatch, RoutingEvent> spoken = inProgress.contact(first, People.CENTRE_CLERK, in(71));

        assertThat(spoken.events()).singleElement().isInstanceOfSatisfying(FirstContactMade.class, told -> {
            assertThat(told.method()).isEqualTo("PHONE");
            assertThat(told.contactedAt()).isEqualTo(in(70));
            assertThat(told.inTime()).isTrue();
        });
        assertThat(spoken.state().handling().lead().contact().note()).isEqualTo("说明 138****1234 的情况");
        Change<Dispatch, RoutingEvent> again =
                spoken.state().contact(new Contact(Contact.Method.VISIT, in(80), "上门查看"), People.CENTRE_CLERK, in(81));
        assertThat(again.events()).isEmpty();
        assertThat(again.state().handling().lead().contact()).isEqualTo(first);
        assertThat(again.state().steps()).last().extracting(Step::detail).isEqualTo("上门查看");
    }

    @Test
    void nobodyCanHaveSpokenWithTheCallerBeforeTheTicketCame() {
        assertThat(refusalOf(() -> inProgress.contact(
                        new Contact(Contact.Method.PHONE, in(-1), "联系过"), People.CENTRE_CLERK, in(71))))
                .isEqualTo(CONTACTED_BEFORE_DISPATCH);
    }

    @Test
    void theUnitMaySayWhatItIsReallyAboutAndNothingElseChanges() {
        Change<Dispatch, RoutingEvent> change = inProgress.reclassify(NOISE, People.CENTRE_CLERK, in(70));

        assertThat(change.events()).hasExactlyElementsOfTypes(TicketClassified.class, TicketReclassified.class);
        TicketReclassified told = (TicketReclassified) change.events().get(1);
        assertThat(told.former()).isEqualTo("HC-PROPERTY-CLEANING");
        assertThat(change.state().classification().tags())
                .isEqualTo(inProgress.classification().tags())
                .isNotEmpty();
        assertThat(told.category()).isEqualTo("EE-NOISE");
        assertThat(told.whose()).isEqualTo("UNIT");
        assertThat(change.state().classification().by()).isEqualTo("UNIT");
        assertThat(change.state().handling()).isEqualTo(inProgress.handling());
        assertThat(change.state().status()).isEqualTo(IN_PROGRESS);
        assertThat(refusalOf(() -> change.state().reclassify(NOISE, People.DISPATCHER, in(71))))
                .isEqualTo(SAME_CATEGORY);
    }

    @Test
    void onlyTheLastTwoHundredStepsStay() {
        Dispatch busy = IntStream.range(0, 250)
                .boxed()
                .reduce(
                        dispatched,
                        (soFar, i) -> soFar.dispatch(
                                        instead(i % 2 == 0 ? NORTH : CITY_CENTRE),
                                        People.DISPATCHER,
                                        Desks.POLICY,
                                        in(i))
                                .state(),
                        (one, other) -> other);

        assertThat(busy.steps()).hasSize(Dispatch.STEPS_KEPT);
        assertThat(busy.steps()).last().extracting(Step::at).isEqualTo(in(249));
    }

    private static Change<Dispatch, RoutingEvent> opened(TicketRegistered told) {
        return Dispatch.open(
                new TicketNumber(told.number()),
                Appeal.of(told.registration()),
                Desks.assessed(told.registration().matter()),
                Desks.POLICY,
                ARRIVED);
    }

    private static DispatcherChoice to(Unit unit) {
        return new DispatcherChoice(unit, List.of(), null, null, null);
    }

    private static DispatcherChoice instead(Unit unit) {
        return new DispatcherChoice(unit, List.of(), null, null, "属地有误");
    }

    static Reply reply(Instant at) {
        return new Reply(true, true, null, ReplyOutcome.SOLVED, "已到现场处理", "已督促物业清扫。", at, List.of());
    }

    private static Instant in(long minutes) {
        return ARRIVED.plus(Duration.ofMinutes(minutes));
    }

    private static Object refusalOf(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).reason();
    }
}
