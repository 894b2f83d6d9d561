package cn.hotline.followup.revisit.model;

import static cn.hotline.followup.revisit.model.AttemptResult.NO_ANSWER;
import static cn.hotline.followup.revisit.model.AttemptResult.POSTPONED;
import static cn.hotline.followup.revisit.model.AttemptResult.REFUSED;
import static cn.hotline.followup.revisit.model.AttemptResult.WRONG_NUMBER;
import static cn.hotline.followup.revisit.model.DissatisfactionCause.ATTITUDE;
import static cn.hotline.followup.revisit.model.DissatisfactionCause.CANNOT_BE_MET;
import static cn.hotline.followup.revisit.model.DissatisfactionCause.NOT_DONE;
import static cn.hotline.followup.revisit.model.RevisitRefusal.APPOINTMENT_MISSING;
import static cn.hotline.followup.revisit.model.RevisitRefusal.APPOINTMENT_OUT_OF_RANGE;
import static cn.hotline.followup.revisit.model.RevisitRefusal.CAUSE_MISSING;
import static cn.hotline.followup.revisit.model.RevisitRefusal.NOTHING_ANSWERED;
import static cn.hotline.followup.revisit.model.RevisitRefusal.NOT_IN_THAT_STATUS;
import static cn.hotline.followup.revisit.model.RevisitRefusal.OWN_ANSWER;
import static cn.hotline.followup.revisit.model.RevisitRefusal.TAKEN_BY_TWO;
import static cn.hotline.followup.revisit.model.RevisitStatus.DONE;
import static cn.hotline.followup.revisit.model.RevisitStatus.NOT_DUE;
import static cn.hotline.followup.revisit.model.RevisitStatus.SCHEDULED;
import static cn.hotline.followup.revisit.model.RevisitStatus.SKIPPED;
import static cn.hotline.followup.revisit.model.RevisitStatus.UNREACHED;
import static cn.hotline.followup.revisit.model.Satisfaction.DISSATISFIED;
import static cn.hotline.followup.revisit.model.Satisfaction.SATISFIED;
import static cn.hotline.followup.revisit.model.Satisfaction.VERY_DISSATISFIED;
import static cn.hotline.followup.revisit.model.Solved.NO;
import static cn.hotline.followup.revisit.model.Solved.PARTLY;
import static cn.hotline.followup.revisit.model.Solved.YES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.followup.FollowupInMemory;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.contract.FollowupEvent.RevisitAttempted;
import cn.hotline.followup.contract.FollowupEvent.RevisitRecorded;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.contract.FollowupEvent.TicketReopened;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevisitTest {

    private static final Revisitor BY = FollowupInMemory.REVISITOR;

    private static final TicketNumber TICKET = new TicketNumber("XN240618-000123");
    private static final RevisitPolicy POLICY = new RevisitPolicy(3, LocalTime.of(9, 0), Duration.ofDays(30));

    /** Thursday, 2024-06-20, 14:30 in Xining. */
    private static final Instant NOW = Instant.parse("2024-06-20T06:30:00Z");

    private static final Instant TOMORROW_AT_NINE = Instant.parse("2024-06-21T01:00:00Z");
    private static final Reply REPLY = new Reply(
            new Reply.Unit("630104", "城西区人民政府"), Outcome.SOLVED, true, "已更换灯具。", NOW.minusSeconds(60), "unit-630104");

    private final Revisit answered = Revisit.of(TICKET).replied(REPLY).state();
    private final Revisit scheduled = answered.accepted(NOW).state();

    @Test
    void whoAnsweredDoesNotAskWhetherTheAnswerWasGood() {
        Revisitor themselves = new Revisitor("unit-630104", "李芳", null);
        Revisitor ofTheirUnit = new Revisitor("unit-630104-head", "陈刚", "630104");
        Revisitor ofAnotherUnit = new Revisitor("unit-630105", "马超", "630105");

        for (Revisitor each : List.of(themselves, ofTheirUnit)) {
            refused(OWN_ANSWER, () -> scheduled.recorded(verdict(YES, SATISFIED, null), each));
            refused(OWN_ANSWER, () -> scheduled.attempted(attempt(NO_ANSWER, NOW), each, POLICY));
        }
        assertThat(scheduled
                        .recorded(verdict(YES, SATISFIED, null), ofAnotherUnit)
                        .state()
                        .round()
                        .verdict()
                        .by())
                .isEqualTo(ofAnotherUnit);
    }

    @Test
    void twoTakeAConfidentialOneByNameAndNotAThird() {
        Revisit two = scheduled
                .taken(BY)
                .state()
                .taken(new Revisitor("second", "高明", null))
                .state();

        assertThat(two.taken(BY).state().takers()).containsExactly("revisitor", "second");
        refused(TAKEN_BY_TWO, () -> two.taken(new Revisitor("third", "孙丽", null)));
    }

    @Test
    void anAcceptedReplyIsToBeRevisitedAtOnce() {
        assertThat(answered.status()).isEqualTo(NOT_DUE);
        assertThat(scheduled.status()).isEqualTo(SCHEDULED);
        assertThat(scheduled.callAt()).isEqualTo(NOW);
        assertThat(scheduled.isDue(NOW)).isTrue();
    }

    @Test
    void withoutAReplyThereIsNothingToAskAbout() {
        refused(NOTHING_ANSWERED, () -> Revisit.of(TICKET).accepted(NOW));
    }

    @Test
    void aReplyThatWasSentBackIsReplacedByTheNextOne() {
        Reply better = new Reply(REPLY.unit(), Outcome.PARTLY, true, "已更换 6 盏，另 2 盏待料。", NOW, "unit-630104");
        Revisit again = answered.replied(better).state();
        assertThat(again.round().reply()).isEqualTo(better);
        assertThat(again.round().number()).isEqualTo(1);
        assertThat(again.earlier()).isEmpty();
    }

    @Test
    void aReplyIsOutOfPlaceWhileTheCallerIsBeingAsked() {
        refused(NOT_IN_THAT_STATUS, () -> scheduled.replied(REPLY));
    }

    @Test
    void whoWishedNoCallIsNotCalledAndTheTicketIsClosed() {
        Change<Revisit, FollowupEvent> skipped = answered.unwanted(NOW).state().accepted(NOW);
        assertThat(skipped.state().status()).isEqualTo(SKIPPED);
        assertThat(skipped.events()).containsExactly(new TicketClosed(TICKET.value(), "SKIPPED", NOW));
    }

    @Test
    void theWishNotToBeCalledCountsWhenItArrivesLate() {
        Change<Revisit, FollowupEvent> skipped = scheduled.unwanted(NOW);
        assertThat(skipped.state().status()).isEqualTo(SKIPPED);
        assertThat(skipped.events()).containsExactly(new TicketClosed(TICKET.value(), "SKIPPED", NOW));
    }

    @Test
    void afterACallInVainTheNextIsTomorrowMorning() {
        Change<Revisit, FollowupEvent> tried = scheduled.attempted(attempt(NO_ANSWER, NOW), BY, POLICY);
        assertThat(tried.state().status()).isEqualTo(SCHEDULED);
        assertThat(tried.state().callAt()).isEqualTo(TOMORROW_AT_NINE);
        assertThat(tried.events())
                .containsExactly(new RevisitAttempted(TICKET.value(), "NO_ANSWER", 1, TOMORROW_AT_NINE, NOW));
    }

    @Test
    void threeCallsInVainOnOneDayAreNotEnough() {
        Revisit tried = scheduled;
        for (int i = 0; i < 3; i++) {
            tried = tried.attempted(attempt(NO_ANSWER, NOW.plusSeconds(600L * i)), BY, POLICY)
                    .state();
        }
        assertThat(tried.status()).isEqualTo(SCHEDULED);
    }

    @Test
    void callsInVainOnThreeDaysCloseTheTicketWithoutAVerdict() {
        Instant thirdDay = NOW.plus(Duration.ofDays(2));
        Change<Revisit, FollowupEvent> third = scheduled
                .attempted(attempt(NO_ANSWER, NOW), BY, POLICY)
                .state()
                .attempted(attempt(REFUSED, NOW.plus(Duration.ofDays(1))), BY, POLICY)
                .state()
                .attempted(attempt(WRONG_NUMBER, thirdDay), BY, POLICY);
        assertThat(third.state().status()).isEqualTo(UNREACHED);
        assertThat(third.events())
                .containsExactly(
                        new RevisitAttempted(TICKET.value(), "WRONG_NUMBER", 3, null, thirdDay),
                        new TicketClosed(TICKET.value(), "UNREACHED", thirdDay));
    }

    @Test
    void daysAreThoseOfXining() {
        Instant lateEvening = Instant.parse("2024-06-20T15:50:00Z");
        Instant afterMidnight = Instant.parse("2024-06-20T16:10:00Z");
        RevisitPolicy twoDays = new RevisitPolicy(2, LocalTime.of(9, 0), Duration.ofDays(30));
        Change<Revisit, FollowupEvent> second = scheduled
                .attempted(attempt(NO_ANSWER, lateEvening), BY, twoDays)
                .state()
                .attempted(attempt(NO_ANSWER, afterMidnight), BY, twoDays);
        assertThat(second.state().status()).isEqualTo(UNREACHED);
    }

    @Test
    void aPostponedCallIsDueAsAgreedAndIsNotInVain() {
        Instant agreed = NOW.plus(Duration.ofDays(5));
        Revisit postponed = scheduled;
        for (int day = 0; day < 4; day++) {
            postponed = postponed
                    .attempted(new Attempt(POSTPONED, null, agreed, NOW.plus(Duration.ofDays(day))), BY, POLICY)
                    .state();
        }
        assertThat(postponed.status()).isEqualTo(SCHEDULED);
        assertThat(postponed.callAt()).isEqualTo(agreed);
        assertThat(postponed.isDue(NOW)).isFalse();
    }

    @Test
    void aPostponedCallNeedsATimeThatCanBeKept() {
        refused(APPOINTMENT_MISSING, () -> scheduled.attempted(attempt(POSTPONED, NOW), BY, POLICY));
        refused(APPOINTMENT_OUT_OF_RANGE, () -> postponedTo(NOW));
        refused(APPOINTMENT_OUT_OF_RANGE, () -> postponedTo(NOW.plus(Duration.ofDays(31))));
    }

    @Test
    void aServedCallerClosesTheTicket() {
        Change<Revisit, FollowupEvent> served = scheduled.recorded(verdict(YES, SATISFIED, null), BY);
        assertThat(served.state().status()).isEqualTo(DONE);
        assertThat(served.events())
                .containsExactly(
                        new RevisitRecorded(TICKET.value(), "630104", true, "YES", "SATISFIED", null, 1, NOW),
                        new TicketClosed(TICKET.value(), "REVISITED", NOW));
    }

    @Test
    void whatIsNotSolvedIsHandledAgain() {
        assertThat(scheduled.recorded(verdict(NO, SATISFIED, null), BY).events())
                .endsWith(new TicketReopened(TICKET.value(), "来电人表示诉求未解决，满意。", 2, NOW));
    }

    @Test
    void whatWasNotDoneIsHandledAgain() {
        assertThat(scheduled
                        .recorded(verdict(PARTLY, DISSATISFIED, NOT_DONE), BY)
                        .events())
                .endsWith(new TicketReopened(TICKET.value(), "来电人表示诉求部分解决，不满意（未办好）。", 2, NOW));
    }

    @Test
    void whatCannotBeMetIsNotHandledAgain() {
        assertThat(scheduled
                        .recorded(verdict(NO, VERY_DISSATISFIED, CANNOT_BE_MET), BY)
                        .events())
                .endsWith(new TicketClosed(TICKET.value(), "REVISITED", NOW));
    }

    @Test
    void aRudeTreatmentOfASolvedMatterIsNotHandledAgain() {
        assertThat(scheduled.recorded(verdict(YES, DISSATISFIED, ATTITUDE), BY).events())
                .endsWith(new TicketClosed(TICKET.value(), "REVISITED", NOW));
    }

    @Test
    void theRevisitorMayOrderASecondHandlingAndSayWhatIsToBeDone() {
        Opinion fine = new Opinion(true, YES, SATISFIED, null);
        assertThat(scheduled
                        .recorded(new Verdict(fine, null, null, true, NOW), BY)
                        .events())
                .endsWith(new TicketReopened(TICKET.value(), "回访认定需要二次办理，来电人表示诉求已解决，满意。", 2, NOW));
        assertThat(scheduled
                        .recorded(new Verdict(fine, null, "单元门灯未换。", true, NOW), BY)
                        .events())
                .endsWith(new TicketReopened(TICKET.value(), "单元门灯未换。", 2, NOW));
    }

    @Test
    void theCallersWordsAreKeptAndNeverTold() {
        Verdict verdict = new Verdict(new Opinion(true, NO, DISSATISFIED, NOT_DONE), "灯还是不亮", null, false, NOW);
        Change<Revisit, FollowupEvent> recorded = scheduled.recorded(verdict, BY);
        assertThat(recorded.state().round().verdict().words()).isEqualTo("灯还是不亮");
        assertThat(recorded.events().toString()).doesNotContain("灯还是不亮");
    }

    @Test
    void dissatisfactionNeedsItsCause() {
        refused(CAUSE_MISSING, () -> scheduled.recorded(verdict(YES, DISSATISFIED, null), BY));
    }

    @Test
    void nobodyIsAskedTwiceAboutOneHandling() {
        Revisit done = scheduled.recorded(verdict(YES, SATISFIED, null), BY).state();
        refused(NOT_IN_THAT_STATUS, () -> done.recorded(verdict(YES, SATISFIED, null), BY));
        refused(NOT_IN_THAT_STATUS, () -> done.attempted(attempt(NO_ANSWER, NOW), BY, POLICY));
    }

    @Test
    void aSecondHandlingIsRevisitedInASecondRound() {
        Revisit reopened =
                scheduled.recorded(verdict(NO, DISSATISFIED, NOT_DONE), BY).state();
        Reply second = new Reply(REPLY.unit(), Outcome.SOLVED, true, "单元门灯也已更换。", NOW.plusSeconds(90), "unit-630104");
        Revisit again =
                reopened.replied(second).state().accepted(NOW.plusSeconds(99)).state();
        assertThat(again.status()).isEqualTo(SCHEDULED);
        assertThat(again.round()).isEqualTo(new Round(2, second, null, null, null, null));
        assertThat(again.earlier()).containsExactly(reopened.round());
        assertThat(again.recorded(verdict(YES, SATISFIED, null), BY).events())
                .startsWith(new RevisitRecorded(TICKET.value(), "630104", true, "YES", "SATISFIED", null, 2, NOW));
    }

    private Change<Revisit, FollowupEvent> postponedTo(Instant agreed) {
        return scheduled.attempted(new Attempt(POSTPONED, null, agreed, NOW), BY, POLICY);
    }

    private static Attempt attempt(AttemptResult result, Instant at) {
        return new Attempt(result, null, null, at);
    }

    private static Verdict verdict(Solved solved, Satisfaction satisfaction, @Nullable DissatisfactionCause cause) {
        return new Verdict(new Opinion(true, solved, satisfaction, cause), null, null, false, NOW);
    }

    private static void refused(RevisitRefusal reason, ThrowingCallable act) {
        Refused refusal = catchThrowableOfType(Refused.class, act);
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }
}
