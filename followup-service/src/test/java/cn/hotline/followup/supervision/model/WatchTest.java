package cn.hotline.followup.supervision.model;

import static cn.hotline.followup.supervision.model.Level.SUPERVISE;
import static cn.hotline.followup.supervision.model.Level.URGE;
import static cn.hotline.followup.supervision.model.Standing.ANSWERED;
import static cn.hotline.followup.supervision.model.Standing.LIFTED;
import static cn.hotline.followup.supervision.model.Standing.OPEN;
import static cn.hotline.followup.supervision.model.SupervisionRefusal.ALREADY_ANSWERED;
import static cn.hotline.followup.supervision.model.SupervisionRefusal.ALREADY_ESCALATED;
import static cn.hotline.followup.supervision.model.SupervisionRefusal.ALREADY_LIFTED;
import static cn.hotline.followup.supervision.model.SupervisionRefusal.NO_UNIT;
import static cn.hotline.followup.supervision.model.SupervisionRefusal.TICKET_OVER;
import static cn.hotline.followup.supervision.model.SupervisionRefusal.UNKNOWN_SUPERVISION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refused;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.contract.FollowupEvent.SupervisionAnswered;
import cn.hotline.followup.contract.FollowupEvent.SupervisionIssued;
import cn.hotline.followup.contract.FollowupEvent.SupervisionLifted;
import cn.hotline.followup.contract.FollowupEvent.TicketEscalated;
import cn.hotline.followup.contract.FollowupEvent.UrgeIssued;
import cn.hotline.followup.revisit.model.TicketNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final String NUMBER = "XN240618-000123";
    private static final Unit CHENGXI = new Unit("630104", "城西区人民政府");
    private static final Unit CHENGDONG = new Unit("630102", "城东区人民政府");
    private static final Unit CHENGBEI = new Unit("630105", "城北区人民政府");
    private static final Instant DUE = Instant.parse("2024-06-20T01:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final SupervisionPolicy POLICY = new SupervisionPolicy(1, 3, 2, DAY.multipliedBy(7), 3, 3);

    private final Watch dispatched = Watch.of(new TicketNumber(NUMBER))
            .dispatched(CHENGXI, POLICY, DUE.minus(DAY))
            .state();
    private final Watch urged = overdue(dispatched, "首次联系", null).state();

    @Test
    void whoIsLateIsUrged() {
        Change<Watch, FollowupEvent> late = overdue(dispatched, "办结", DUE);
        assertThat(late.events())
                .containsExactly(new UrgeIssued(
                        NUMBER, NUMBER + "-1", "630104", "办结时限已过，请抓紧办理并说明进展。", DUE.plus(DAY), "AUTO", DUE));
        assertThat(late.state().current().standing()).isEqualTo(OPEN);
    }

    @Test
    void whoIsLateAgainIsSupervisedAndTheUrgeIsOvertaken() {
        Change<Watch, FollowupEvent> again = overdue(urged, "办结", DUE);
        assertThat(again.events())
                .containsExactly(
                        new SupervisionLifted(NUMBER, NUMBER + "-1", "630104", "AUTO", DUE),
                        new SupervisionIssued(
                                NUMBER,
                                NUMBER + "-2",
                                "630104",
                                "办结时限也已过，请说明原因和办结时间。",
                                DUE.plus(DAY.multipliedBy(3)),
                                "AUTO",
                                DUE));
        assertThat(again.state().earlier()).singleElement().satisfies(urge -> assertThat(urge.standing())
                .isEqualTo(LIFTED));
    }

    @Test
    void whoIsSupervisedIsNotSupervisedTwice() {
        Watch supervised = overdue(urged, "首次联系", null).state();
        assertThat(overdue(supervised, "办结", DUE).events()).isEmpty();
    }

    @Test
    void onlyTheLeadIsPressedByItself() {
        assertThat(dispatched.overdue(CHENGDONG, "办结", DUE, Workdays.NONE, POLICY, DUE))
                .isEqualTo(Change.of(dispatched));
    }

    @Test
    void whoStaysLateIsSupervisedWithoutAnybodyAsking() {
        Watch late = overdue(dispatched, "办结", DUE).state();
        assertThat(late.lookAt()).isEqualTo(DUE.plus(DAY.multipliedBy(2)));
        assertThat(late.looked(POLICY, late.lookAt().minusSeconds(1)).events()).isEmpty();
        Change<Watch, FollowupEvent> looked = late.looked(POLICY, late.lookAt());
        assertThat(looked.events()).hasAtLeastOneElementOfType(SupervisionIssued.class);
        assertThat(looked.state().lookAt()).isEqualTo(DUE.plus(DAY.multipliedBy(7)));
        assertThat(looked.state().looked(POLICY, late.lookAt().plusSeconds(60)).events())
                .as("looked at again, it is pressed once")
                .isEmpty();
    }

    @Test
    void whoIsLateOnAFridayHasTheWorkingDaysOfTheNextWeek() {
        Instant friday = DUE.plus(DAY);
        List<Instant> week = Stream.of(3, 4, 5, 6, 7)
                .map(days -> friday.plus(DAY.multipliedBy(days)))
                .toList();
        Watch late = dispatched
                .overdue(CHENGXI, "办结", friday, new Workdays(week), POLICY, friday)
                .state();
        assertThat(late.current().answerBy()).as("a working day").isEqualTo(week.get(0));
        assertThat(late.lookAt()).as("two working days").isEqualTo(week.get(1));
        assertThat(late.looked(POLICY, late.lookAt().minusSeconds(1)).events()).isEmpty();

        Watch supervised = late.looked(POLICY, late.lookAt()).state();
        assertThat(supervised.current().answerBy()).as("three more").isEqualTo(week.get(4));
        Instant muchLater = week.get(4).plus(DAY);
        assertThat(late.looked(POLICY, muchLater).state().current().answerBy())
                .as("found when no more are known, it has three days all the same")
                .isEqualTo(muchLater.plus(DAY.multipliedBy(3)));
    }

    @Test
    void whoStaysLateForTooLongIsEscalatedOnce() {
        Watch late = overdue(dispatched, "办结", DUE).state();
        Instant week = DUE.plus(DAY.multipliedBy(7));
        Change<Watch, FollowupEvent> looked = late.looked(POLICY, week);
        assertThat(looked.events())
                .contains(new TicketEscalated(NUMBER, "OVERDUE", "逾期已超过 7 天，请单位负责人办理。", "AUTO", week));
        assertThat(looked.state().lookAt()).isNull();
        assertThat(looked.state().looked(POLICY, week.plus(DAY)).events()).isEmpty();
    }

    @Test
    void aThirdReworkEscalatesAndAFourthTellsNothingMore() {
        Watch twice = reworked(reworked(dispatched).state()).state();
        Change<Watch, FollowupEvent> thrice = reworked(twice);
        assertThat(thrice.events())
                .containsExactly(new TicketEscalated(NUMBER, "REWORKS", "已退回重办 3 次，请单位负责人办理。", "AUTO", DUE));
        assertThat(reworked(thrice.state()).events()).isEmpty();
    }

    @Test
    void aThirdUnitEscalatesButTheSameOneAgainDoesNot() {
        Watch two = dispatched
                .dispatched(CHENGDONG, POLICY, DUE)
                .state()
                .dispatched(CHENGXI, POLICY, DUE)
                .state();
        assertThat(two.escalation()).isNull();
        assertThat(two.dispatched(CHENGBEI, POLICY, DUE).events())
                .containsExactly(new TicketEscalated(NUMBER, "UNITS", "已先后派给 3 个单位，请上级单位牵头办理。", "AUTO", DUE));
    }

    @Test
    void aWrongDispatchTakenBackIsNoFurtherUnit() {
        Watch wrong = dispatched.dispatched(CHENGDONG, POLICY, DUE).state();
        Watch back = wrong.recalled(null, List.of("630102"), POLICY, DUE).state();
        assertThat(back.course().units()).containsExactly("630104");
        assertThat(back.course().lead()).isNull();
        assertThat(back.dispatched(CHENGBEI, POLICY, DUE).events()).isEmpty();
    }

    @Test
    void whoAnsweredTheTicketIsNotPressedAnyMoreButByHand() {
        assertThat(urged.inTime(POLICY, DUE).events())
                .containsExactly(new SupervisionLifted(NUMBER, NUMBER + "-1", "630104", "AUTO", DUE));
        Watch byHand = issue(dispatched, SUPERVISE).state();
        assertThat(byHand.inTime(POLICY, DUE).events()).isEmpty();
        assertThat(byHand.inTime(POLICY, DUE).state().current().standing()).isEqualTo(OPEN);
    }

    @Test
    void whoLosesTheTicketIsNotPressedForIt() {
        Change<Watch, FollowupEvent> moved = urged.dispatched(CHENGDONG, POLICY, DUE);
        assertThat(moved.events()).containsExactly(new SupervisionLifted(NUMBER, NUMBER + "-1", "630104", "AUTO", DUE));
        assertThat(moved.state().course().pressed()).isNull();
    }

    @Test
    void whenTheTicketIsOverNothingIsExpectedOfAnybody() {
        Watch over = issue(dispatched, SUPERVISE).state().over(POLICY, DUE).state();
        assertThat(over.current().standing()).isEqualTo(LIFTED);
        assertThat(over.lookAt()).isNull();
        assertThat(overdue(over, "办结", DUE)).isEqualTo(Change.of(over));
        refused(TICKET_OVER, () -> issue(over, URGE), () -> over.escalate("群体诉求", "supervisor", POLICY, DUE));
        assertThat(overdue(over.restored(CHENGXI, POLICY, DUE).state(), "办结", DUE)
                        .events())
                .hasSize(1);
    }

    @Test
    void somebodyPressesInPersonAndTheUnitAnswers() {
        Watch open = issue(dispatched, SUPERVISE).state();
        Change<Watch, FollowupEvent> answered = answer(open, "630104", DUE.plus(DAY));
        assertThat(answered.events())
                .containsExactly(
                        new SupervisionAnswered(NUMBER, NUMBER + "-1", "630104", true, "unit-630104", DUE.plus(DAY)));
        assertThat(answered.state().current().standing()).isEqualTo(ANSWERED);
        assertThat(answer(open, "630104", DUE.plus(DAY.multipliedBy(4))).events())
                .singleElement()
                .satisfies(told ->
                        assertThat(((SupervisionAnswered) told).inTime()).isFalse());
        refused(ALREADY_ANSWERED, () -> answer(answered.state(), "630104", DUE));
    }

    @Test
    void anotherUnitsSupervisionDoesNotExist() {
        Watch open = issue(dispatched, URGE).state();
        refused(
                UNKNOWN_SUPERVISION,
                () -> answer(open, "630102", DUE),
                () -> open.lift(NUMBER + "-9", "supervisor", DUE));
    }

    @Test
    void whatIsLiftedIsOver() {
        Watch lifted = issue(dispatched, URGE)
                .state()
                .lift(NUMBER + "-1", "supervisor", DUE)
                .state();
        refused(
                ALREADY_LIFTED,
                () -> answer(lifted, "630104", DUE),
                () -> lifted.lift(NUMBER + "-1", "supervisor", DUE));
    }

    @Test
    void aTicketWithoutAUnitHasNobodyToPress() {
        Watch waiting = dispatched.recalled(null, List.of(), POLICY, DUE).state();
        refused(NO_UNIT, () -> issue(waiting, URGE));
    }

    @Test
    void somebodyEscalatesOnce() {
        Change<Watch, FollowupEvent> escalated = dispatched.escalate("市领导批示", "office", POLICY, DUE);
        assertThat(escalated.events()).containsExactly(new TicketEscalated(NUMBER, "OFFICE", "市领导批示", "office", DUE));
        refused(ALREADY_ESCALATED, () -> escalated.state().escalate("再次", "office", POLICY, DUE));
    }

    @Test
    void aWatchDoesNotGrowWithoutEnd() {
        Watch longest = dispatched;
        for (int i = 0; i < 60; i++) {
            longest = issue(longest, URGE).state();
        }
        assertThat(longest.earlier()).hasSize(50);
        assertThat(longest.current().id()).isEqualTo(NUMBER + "-60");
        assertThat(longest.all().get(1).id()).isEqualTo(NUMBER + "-59");
    }

    @Test
    void aTicketIsWithWhoLeadsItAlsoWhenItIsOver() {
        Watch moved = dispatched.dispatched(CHENGDONG, POLICY, DUE).state();
        assertThat(moved.isWith("630104")).as("it has moved away").isFalse();
        assertThat(moved.isWith("630102")).isTrue();
        assertThat(moved.over(POLICY, DUE).state().isWith("630102")).isTrue();
        assertThat(moved.recalled(null, List.of(), POLICY, DUE).state().isWith("630102"))
                .as("nobody has it")
                .isFalse();
    }

    @Test
    void whatOthersWereAskedAndAnsweredIsNotAUnitsOwn() {
        Watch moved = answer(urged, "630104", DUE)
                .state()
                .dispatched(CHENGDONG, POLICY, DUE)
                .state();
        assertThat(moved.ownOf("630102").all()).isEmpty();

        Watch pressedAnew = issue(moved, SUPERVISE).state();
        assertThat(pressedAnew.ownOf("630102").all())
                .extracting(Supervision::id)
                .containsExactly(NUMBER + "-2");
        assertThat(pressedAnew.ownOf("630104").current())
                .as("its own of the time before is its latest")
                .isEqualTo(pressedAnew.earlier().get(0));
    }

    @Test
    void withheldItHasNoWordThatSomebodyWrote() {
        Watch pressed = answer(issue(dispatched, URGE).state(), "630104", DUE).state();
        Watch withheld = issue(pressed, SUPERVISE)
                .state()
                .escalate("市领导批示", "office", POLICY, DUE)
                .state()
                .withheld();
        assertThat(withheld.all()).extracting(Supervision::text).containsOnly("保密诉求");
        assertThat(withheld.earlier())
                .singleElement()
                .satisfies(urge -> assertThat(urge.answer().text()).isEqualTo("保密诉求"));
        assertThat(withheld.escalation().reason()).isEqualTo("保密诉求");
        assertThat(urged.withheld()).as("what presses by itself tells nothing").isEqualTo(urged);
    }

    private static Change<Watch, FollowupEvent> overdue(Watch watch, String what, Instant finishBy) {
        return watch.overdue(CHENGXI, what, finishBy, Workdays.NONE, POLICY, DUE);
    }

    private static Change<Watch, FollowupEvent> reworked(Watch watch) {
        return watch.reworked(POLICY, DUE);
    }

    private static Change<Watch, FollowupEvent> issue(Watch watch, Level level) {
        return watch.issue(level, "请说明进展。", DUE.plus(DAY.multipliedBy(3)), "supervisor", POLICY, DUE);
    }

    private static Change<Watch, FollowupEvent> answer(Watch watch, String unit, Instant at) {
        return watch.answer(NUMBER + "-1", unit, "已约施工队", "unit-" + unit, at);
    }

    @SafeVarargs
    private static void refused(Refusal reason, Supplier<Change<Watch, FollowupEvent>>... decisions) {
        for (Supplier<Change<Watch, FollowupEvent>> decision : decisions) {
            assertThat(catchThrowableOfType(Refused.class, decision::get).reason())
                    .isEqualTo(reason);
        }
    }
}
