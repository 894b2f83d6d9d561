package cn.hotline.followup.revisit;

import static cn.hotline.followup.revisit.model.RevisitStatus.DONE;
import static cn.hotline.followup.revisit.model.RevisitStatus.NOT_DUE;
import static cn.hotline.followup.revisit.model.RevisitStatus.SCHEDULED;
import static cn.hotline.followup.revisit.model.RevisitStatus.SKIPPED;
import static cn.hotline.followup.revisit.model.RevisitStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.followup.FollowupInMemory;
import cn.hotline.followup.Story;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.contract.FollowupEvent.TicketReopened;
import cn.hotline.followup.revisit.model.DissatisfactionCause;
import cn.hotline.followup.revisit.model.Opinion;
import cn.hotline.followup.revisit.model.Revisit;
import cn.hotline.followup.revisit.model.RevisitStatus;
import cn.hotline.followup.revisit.model.Satisfaction;
import cn.hotline.followup.revisit.model.Solved;
import cn.hotline.followup.revisit.model.TicketNumber;
import cn.hotline.followup.revisit.model.Verdict;
import cn.hotline.intake.contract.IntakeEvent.MergeUndone;
import cn.hotline.intake.contract.IntakeEvent.TicketMerged;
import cn.hotline.intake.contract.IntakeEvent.TicketWithdrawn;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One outage, several callers: each is answered and asked for themselves. */
class MergedTicketsTest {

    private static final String MASTER = Story.NUMBER;
    private static final String ONE = "XN240618-000201";
    private static final String OTHER = "XN240618-000202";
    private static final Instant MERGED = Story.REGISTERED.plusSeconds(900);
    private static final Instant CALLED = Story.REPLIED.plusSeconds(3_600);

    private final FollowupInMemory followup = new FollowupInMemory()
            .hears(Story.registered())
            .hears(Story.registered(ONE, true))
            .hears(Story.registered(OTHER, true));

    @Test
    void everyMergedCallerIsCalledAboutTheMastersAnswer() {
        followup.hears(merged(ONE)).hears(merged(OTHER)).hears(Story.replied()).hears(Story.accepted());
        for (String number : new String[] {MASTER, ONE, OTHER}) {
            assertThat(revisit(number).status()).isEqualTo(SCHEDULED);
            assertThat(revisit(number).round().reply())
                    .isEqualTo(revisit(MASTER).round().reply());
        }
        assertThat(revisit(ONE).round().master()).isEqualTo(new TicketNumber(MASTER));
    }

    @Test
    void eachIsClosedByTheirOwnVerdict() {
        followup.hears(merged(ONE)).hears(merged(OTHER)).hears(Story.replied()).hears(Story.accepted());
        record(MASTER, Solved.YES);
        record(ONE, Solved.NO);
        assertThat(followup.told())
                .filteredOn(told -> told instanceof TicketClosed || told instanceof TicketReopened)
                .extracting(FollowupEvent::number)
                .containsExactly(MASTER, ONE);
        assertThat(followup.told()).hasAtLeastOneElementOfType(TicketReopened.class);
        assertThat(revisit(OTHER).status()).isEqualTo(SCHEDULED);
    }

    @Test
    void whoIsMergedAfterTheAnswerIsCalledAtOnce() {
        followup.hears(Story.replied()).hears(Story.accepted());
        record(MASTER, Solved.YES);
        followup.hears(merged(ONE));
        assertThat(revisit(ONE).status()).isEqualTo(SCHEDULED);
    }

    @Test
    void whoWishesNoCallIsAnsweredAndNotCalled() {
        String quiet = "XN240618-000203";
        followup.hears(Story.registered(quiet, false))
                .hears(merged(quiet))
                .hears(Story.replied())
                .hears(Story.accepted());
        assertThat(revisit(quiet).status()).isEqualTo(SKIPPED);
        assertThat(followup.told()).containsExactly(new TicketClosed(quiet, "SKIPPED", Story.REPLIED));
    }

    @Test
    void hearingEverythingTwiceChangesNothing() {
        followup.hears(merged(ONE)).hears(Story.replied()).hears(Story.accepted());
        record(ONE, Solved.YES);
        int told = followup.told().size();
        followup.hears(merged(ONE)).hears(Story.replied()).hears(Story.accepted());
        assertThat(revisit(ONE).status()).isEqualTo(DONE);
        assertThat(followup.told()).hasSize(told);
    }

    @Test
    void aMergedCallerWhoWasNotServedIsAskedAgainAboutTheNextAnswer() {
        followup.hears(merged(ONE)).hears(Story.replied()).hears(Story.accepted());
        record(MASTER, Solved.NO);
        record(ONE, Solved.NO);
        Instant again = CALLED.plusSeconds(86_400);
        followup.hears(Story.replied(MASTER, "SOLVED", again)).hears(Story.accepted(MASTER, again));
        assertThat(revisit(ONE).status()).isEqualTo(SCHEDULED);
        assertThat(revisit(ONE).round().number()).isEqualTo(2);
    }

    @Test
    void aMergedCallerWhoWasNotServedIsAskedAboutTheirOwnNextAnswer() {
        followup.hears(merged(ONE)).hears(Story.replied()).hears(Story.accepted());
        record(ONE, Solved.NO);
        Instant own = CALLED.plusSeconds(86_400);
        followup.hears(undone(ONE)).hears(Story.replied(ONE, "SOLVED", own)).hears(Story.accepted(ONE, own));
        assertThat(revisit(ONE).status()).isEqualTo(SCHEDULED);
        assertThat(revisit(ONE).round().number()).isEqualTo(2);
        assertThat(revisit(ONE).earlier()).hasSize(1);
    }

    @Test
    void whoIsServedIsNotAskedAgainWhenAnotherWasNot() {
        followup.hears(merged(ONE)).hears(Story.replied()).hears(Story.accepted());
        record(MASTER, Solved.NO);
        record(ONE, Solved.YES);
        Instant again = CALLED.plusSeconds(86_400);
        followup.hears(Story.replied(MASTER, "SOLVED", again)).hears(Story.accepted(MASTER, again));
        assertThat(revisit(ONE).status()).isEqualTo(DONE);
    }

    @Test
    void whoStandsAloneAgainWaitsForTheirOwnAnswer() {
        followup.hears(merged(ONE))
                .hears(Story.replied())
                .hears(Story.accepted())
                .hears(undone(ONE));
        assertThat(revisit(ONE).status()).isEqualTo(NOT_DUE);
        Instant own = CALLED.plusSeconds(60);
        followup.hears(Story.replied(ONE, "SOLVED", own)).hears(Story.accepted(ONE, own));
        assertThat(revisit(ONE).status()).isEqualTo(SCHEDULED);
        assertThat(revisit(ONE).round().master()).isNull();
        assertThat(revisit(ONE).round().reply().repliedAt()).isEqualTo(own);
    }

    @Test
    void whoStandsAloneAgainIsNoMoreAnsweredWithTheMaster() {
        followup.hears(merged(ONE)).hears(undone(ONE)).hears(Story.replied()).hears(Story.accepted());
        assertThat(followup.list(RevisitStatus.SCHEDULED)).containsExactly(MASTER);
    }

    @Test
    void whoWithdrewIsNotCalled() {
        followup.hears(new TicketWithdrawn(ONE, "已修好", "operator", MERGED))
                .hears(merged(OTHER))
                .hears(new TicketWithdrawn(OTHER, "已修好", "operator", MERGED))
                .hears(Story.replied())
                .hears(Story.accepted());
        assertThat(revisit(ONE).status()).isEqualTo(WITHDRAWN);
        assertThat(revisit(OTHER).status()).isEqualTo(WITHDRAWN);
        assertThat(followup.list(RevisitStatus.SCHEDULED)).containsExactly(MASTER);
    }

    private void record(String number, Solved solved) {
        boolean served = solved == Solved.YES;
        Opinion opinion = new Opinion(
                true,
                solved,
                served ? Satisfaction.SATISFIED : Satisfaction.DISSATISFIED,
                served ? null : DissatisfactionCause.NOT_DONE);
        followup.desk()
                .record(
                        FollowupInMemory.REVISITOR,
                        new TicketNumber(number),
                        new Verdict(opinion, null, null, false, CALLED))
                .block();
    }

    private Revisit revisit(String number) {
        return followup.find(number).revisit();
    }

    private static TicketMerged merged(String number) {
        return new TicketMerged(number, MASTER, "m-1", "同一处路灯", "operator", MERGED);
    }

    private static MergeUndone undone(String number) {
        return new MergeUndone(number, MASTER, "m-1", "operator", CALLED);
    }
}
