package cn.hotline.reporting.ledger.model;

import static cn.hotline.reporting.Told.TEN;
import static cn.hotline.reporting.Told.acknowledged;
import static cn.hotline.reporting.Told.classified;
import static cn.hotline.reporting.Told.closed;
import static cn.hotline.reporting.Told.corrected;
import static cn.hotline.reporting.Told.dispatched;
import static cn.hotline.reporting.Told.phone;
import static cn.hotline.reporting.Told.reopened;
import static cn.hotline.reporting.Told.replied;
import static cn.hotline.reporting.Told.replyDecided;
import static cn.hotline.reporting.Told.revisited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.reporting.Told;
import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import cn.hotline.routing.contract.RoutingEvent.DeadlinesRecomputed;
import cn.hotline.routing.contract.RoutingEvent.DeadlinesRecomputed.Former;
import cn.hotline.routing.contract.RoutingEvent.DispatchRecalled;
import cn.hotline.routing.contract.RoutingEvent.TicketReclassified;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerEntryTest {

    private static final String NUMBER = "XN240618-000001";
    private static final LedgerEntry BLANK = LedgerEntry.blank(NUMBER);
    private static final LedgerEntry REGISTERED = BLANK.registered(phone().registered(NUMBER));
    private static final LedgerEntry DISPATCHED = REGISTERED
            .classified(classified(NUMBER, "EE-NOISE", "噪音问题"))
            .dispatched(dispatched(NUMBER, "EE-NOISE", "噪音问题"));
    private static final LedgerEntry ANSWERED = DISPATCHED
            .acknowledged(acknowledged(NUMBER))
            .replied(replied(NUMBER, in(2)))
            .replyDecided(replyDecided(NUMBER, true, in(2)));

    @Test
    void aTicketIsOfTheDayItWasReceivedByTheHotlinesClock() {
        Instant shortlyAfterMidnight = Instant.parse("2024-06-17T16:00:00Z");

        assertThat(BLANK.registered(phone().receivedAt(shortlyAfterMidnight).registered(NUMBER))
                        .registration()
                        .receivedOn())
                .isEqualTo("2024-06-18");
        assertThat(LedgerEntry.dayOf(shortlyAfterMidnight.minusMillis(1))).isEqualTo("2024-06-17");
    }

    @Test
    void theStatusFollowsTheHandling() {
        assertThat(BLANK.status()).isEqualTo(LedgerStatus.AWAITED);
        assertThat(REGISTERED.status()).isEqualTo(LedgerStatus.PENDING_DISPATCH);
        assertThat(DISPATCHED.status()).isEqualTo(LedgerStatus.DISPATCHED);
        assertThat(DISPATCHED.acknowledged(acknowledged(NUMBER)).status()).isEqualTo(LedgerStatus.IN_PROGRESS);
        assertThat(ANSWERED.status()).isEqualTo(LedgerStatus.PENDING_FOLLOWUP);
        assertThat(ANSWERED.closed(closed(NUMBER, in(30))).status()).isEqualTo(LedgerStatus.CLOSED);
    }

    @Test
    void ofAConfidentialTicketNothingIsShownThatTellsWhatItIsAbout() {
        LedgerEntry secret = BLANK.classified(classified(NUMBER, "EE-NOISE", "噪音问题"))
                .dispatched(dispatched(NUMBER, "EE-NOISE", "噪音问题"))
                .registered(phone().confidential(NUMBER))
                .corrected(corrected(NUMBER, "EE-NOISE"))
                .reclassified(new TicketReclassified(
                        NUMBER, "EE-NOISE", "HC-SITE", "工程扰民", "工程扰民", "DISPATCHER", "dispatcher", in(1)))
                .replied(replied(NUMBER, in(2)))
                .replyDecided(replyDecided(NUMBER, false, in(3)))
                .reopened(reopened(NUMBER, in(4)));

        LedgerEntry shown = secret.shown();

        assertThat(shown.registration().matter().title()).isEqualTo("保密诉求");
        assertThat(shown.handling().finishBy()).isEqualTo(secret.handling().finishBy());
        assertThat(shown.course())
                .extracting(Step::kind)
                .isEqualTo(secret.course().stream().map(Step::kind).toList());
        assertThat(shown.toString()).doesNotContain("施工", "噪音", "EE-NOISE", "HC-SITE", "扰民", "夏都大街", "来电人补充说明", "没有写明");
    }

    @Test
    void untilItsRegistrationHasComeATicketIsTakenForConfidential() {
        LedgerEntry early = BLANK.classified(classified(NUMBER, "EE-NOISE", "噪音问题"));

        assertThat(early.shown().toString()).doesNotContain("噪音");
        assertThat(early.registered(phone().registered(NUMBER)).shown().toString())
                .contains("噪音", "施工");
    }

    @Test
    void aRecalledTicketWaitsAndIsNobodys() {
        LedgerEntry recalled = DISPATCHED.recalled(
                new DispatchRecalled(NUMBER, List.of(Told.EAST), List.of(), true, "RECUSAL", "AUTO", in(1)));

        assertThat(recalled.status()).isEqualTo(LedgerStatus.PENDING_DISPATCH);
        assertThat(recalled.handling().unit()).isNull();
        assertThat(recalled.handling().finishBy())
                .isEqualTo(DISPATCHED.handling().finishBy());
        assertThat(recalled.dispatched(dispatched(NUMBER, "EE-NOISE", "噪音问题")).status())
                .isEqualTo(LedgerStatus.DISPATCHED);
    }

    @Test
    void aHelperWhoLosesItLeavesTheLeadWhereItIs() {
        LedgerEntry recalled = DISPATCHED.recalled(
                new DispatchRecalled(NUMBER, List.of(), List.of(Told.EAST), false, "RECUSAL", "AUTO", in(1)));

        assertThat(recalled.status()).isEqualTo(LedgerStatus.DISPATCHED);
        assertThat(recalled.handling().unit()).isEqualTo(DISPATCHED.handling().unit());
    }

    @Test
    void aNewCalendarMovesThePromiseAndNothingElse() {
        Deadlines moved = new Deadlines(in(30), in(30), in(200));
        LedgerEntry recounted = DISPATCHED.recounted(new DeadlinesRecomputed(
                NUMBER, Told.EAST, moved, moved, in(200), new Former(moved, moved, in(168)), "2", in(1)));

        assertThat(recounted.handling().finishBy()).isEqualTo(in(200));
        assertThat(recounted.status()).isEqualTo(DISPATCHED.status());
        assertThat(recounted.handling().steps()).last().extracting(Step::kind).isEqualTo(StepKind.RECOUNTED);
    }

    @Test
    void aReplyThatIsRefusedIsHandledAgain() {
        assertThat(DISPATCHED
                        .replied(replied(NUMBER, in(2)))
                        .replyDecided(replyDecided(NUMBER, false, in(3)))
                        .status())
                .isEqualTo(LedgerStatus.REWORK);
    }

    @Test
    void aReopenedTicketIsInSecondHandlingUntilANewReplyIsAccepted() {
        LedgerEntry reopened = ANSWERED.reopened(reopened(NUMBER, in(26)));

        assertThat(reopened.status()).isEqualTo(LedgerStatus.SECOND_HANDLING);
        assertThat(reopened.acknowledged(acknowledged(NUMBER)).status()).isEqualTo(LedgerStatus.SECOND_HANDLING);
        assertThat(reopened.replied(replied(NUMBER, in(50)))
                        .replyDecided(replyDecided(NUMBER, true, in(50)))
                        .status())
                .isEqualTo(LedgerStatus.PENDING_FOLLOWUP);
    }

    @Test
    void aClosedTicketThatIsReopenedIsNotClosed() {
        assertThat(ANSWERED.closed(closed(NUMBER, in(26)))
                        .reopened(reopened(NUMBER, in(27)))
                        .status())
                .isEqualTo(LedgerStatus.SECOND_HANDLING);
    }

    @Test
    void anExcludedTicketKeepsItsMarkUntilItCountsAgain() {
        LedgerEntry excluded = ANSWERED.excluded(Told.excluded(NUMBER, in(26)));

        assertThat(excluded.status()).isEqualTo(LedgerStatus.CLOSED_UNSOLVABLE);
        assertThat(excluded.followup().exclusion())
                .isEqualTo(new Followup.Exclusion("IN_PROCEDURE", Told.EAST.code(), in(26)));

        LedgerEntry again = excluded.countedAgain(Told.countedAgain(NUMBER, in(50)));

        assertThat(again.status()).isEqualTo(LedgerStatus.PENDING_FOLLOWUP);
        assertThat(again.followup().exclusion()).isNull();
        assertThat(again.course()).extracting(Step::kind).endsWith(StepKind.EXCLUDED, StepKind.EXCLUSION_REVOKED);
        assertThat(again.closed(closed(NUMBER, in(60))).status()).isEqualTo(LedgerStatus.CLOSED);
    }

    @Test
    void whatTheDeskSettledItselfIsSettled() {
        assertThat(BLANK.answered(phone().answered(NUMBER)).status()).isEqualTo(LedgerStatus.CLOSED_DIRECT);
        assertThat(BLANK.rejected(phone().rejected(NUMBER)).status()).isEqualTo(LedgerStatus.REJECTED);
        assertThat(BLANK.transferredOut(phone().transferredOut(NUMBER)).status())
                .isEqualTo(LedgerStatus.TRANSFERRED_OUT);
    }

    @Test
    void aCorrectionChangesTheMatterAndNeitherDayNorDisposition() {
        LedgerEntry corrected = REGISTERED.corrected(corrected(NUMBER, "HC-SITE"));

        assertThat(corrected.registration().matter().category()).isEqualTo("HC-SITE");
        assertThat(corrected.registration().receivedOn())
                .isEqualTo(REGISTERED.registration().receivedOn());
        assertThat(corrected.registration().disposition()).isEqualTo(Disposition.FORWARDED);
    }

    @Test
    void aCorrectionOfNothingIsAFault() {
        assertThatThrownBy(() -> BLANK.corrected(corrected(NUMBER, "HC-SITE")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(NUMBER);
    }

    @Test
    void aWithdrawnTicketIsOverAndStaysSoWhateverRoutingTellsLater() {
        LedgerEntry withdrawn = REGISTERED.withdrawn(Told.withdrawn(NUMBER));

        assertThat(withdrawn.status()).isEqualTo(LedgerStatus.WITHDRAWN);
        assertThat(withdrawn.dispatched(dispatched(NUMBER, "EE-NOISE", "噪音问题")).status())
                .isEqualTo(LedgerStatus.WITHDRAWN);
    }

    @Test
    void aMergedTicketFollowsUntilThatIsUndoneOrItsOwnCallerIsServed() {
        LedgerEntry merged = DISPATCHED.merged(Told.merged(NUMBER, "XN240618-000999"));

        assertThat(merged.status()).isEqualTo(LedgerStatus.MERGED);
        assertThat(merged.registration().sequel().follows()).isEqualTo("XN240618-000999");
        assertThat(merged.mergeUndone(Told.mergeUndone(NUMBER, "XN240618-000999"))
                        .status())
                .isEqualTo(DISPATCHED.status());
        assertThat(merged.closed(closed(NUMBER, in(26))).status()).isEqualTo(LedgerStatus.CLOSED);
    }

    @Test
    void howOftenCallersAndTheHotlinePressIsCountedApart() {
        LedgerEntry pressed = REGISTERED
                .supplemented(Told.supplemented(NUMBER, 1))
                .pressedByCaller(Told.pressedByCaller(NUMBER, 1))
                .pressedByCaller(Told.pressedByCaller(NUMBER, 2))
                .urged(Told.urged(NUMBER, in(1)))
                .supervised(Told.supervised(NUMBER, in(2)))
                .escalated(Told.escalated(NUMBER, in(3)));

        assertThat(pressed.registration().sequel()).isEqualTo(new Sequel(1, 2, null, null));
        assertThat(pressed.pressing().urges()).isEqualTo(1);
        assertThat(pressed.pressing().supervisions()).isEqualTo(1);
        assertThat(pressed.pressing().escalatedAt()).isEqualTo(in(3));
        assertThat(pressed.course())
                .extracting(step -> step.kind().term())
                .endsWith("来电催办", "来电催办", "催办", "督办", "提级办理");
    }

    @Test
    void ofAConfidentialTicketNeitherAdditionsNorOrdersAreShown() {
        LedgerEntry pressed = BLANK.urged(Told.urged(NUMBER, in(1)));

        assertThat(pressed.shown().course()).allMatch(step -> step.note() == null);
        assertThat(pressed.course()).allMatch(step -> step.note() != null);
    }

    @Test
    void aDispatchToAnotherClassForgetsTheTermOfTheFirst() {
        LedgerEntry again = DISPATCHED.dispatched(dispatched(NUMBER, "HC-SITE", "工程施工"));

        assertThat(DISPATCHED.handling().topic().term()).isEqualTo("噪音问题");
        assertThat(again.handling().topic().term()).isNull();
        assertThat(again.handling().topic().reportGroup()).isEqualTo("工程施工");
    }

    @Test
    void everyRevisitCountsOnItsOwnDay() {
        LedgerEntry twice = ANSWERED.revisited(revisited(NUMBER, 1, "DISSATISFIED", Told.at(Told.DAY, 23, 59)))
                .revisited(revisited(NUMBER, 2, "SATISFIED", Told.at(Told.DAY.plusDays(1), 0, 0)));

        assertThat(twice.followup().revisitDays()).containsExactly("2024-06-18", "2024-06-19");
    }

    @Test
    void theCourseTellsAllThatHappenedInTheOrderItHappened() {
        assertThat(ANSWERED.revisited(revisited(NUMBER, 1, "SATISFIED", in(26)))
                        .closed(closed(NUMBER, in(26)))
                        .course())
                .extracting(step -> step.kind().term())
                .containsExactly("登记转办", "分类定位", "派单", "签收", "答复", "答复通过审核", "回访", "办结");
    }

    @Test
    void aRowKeepsTheLastStepsOnly() {
        LedgerEntry row = REGISTERED;
        for (int i = 0; i < Step.KEPT + 20; i++) {
            row = row.attempted(Told.attempted(NUMBER, in(i)));
        }

        assertThat(row.followup().steps()).hasSize(Step.KEPT);
        assertThat(row.followup().steps().get(Step.KEPT - 1).at()).isEqualTo(in(Step.KEPT + 19));
    }

    private static Instant in(int hours) {
        return TEN.plus(Duration.ofHours(hours));
    }
}
