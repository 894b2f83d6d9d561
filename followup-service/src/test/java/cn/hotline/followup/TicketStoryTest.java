package cn.hotline.followup;

import static cn.hotline.followup.revisit.model.RevisitStatus.DONE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.followup.contract.FollowupEvent.RevisitAttempted;
import cn.hotline.followup.contract.FollowupEvent.RevisitRecorded;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.contract.FollowupEvent.TicketReopened;
import cn.hotline.followup.revisit.model.Attempt;
import cn.hotline.followup.revisit.model.AttemptResult;
import cn.hotline.followup.revisit.model.DissatisfactionCause;
import cn.hotline.followup.revisit.model.Opinion;
import cn.hotline.followup.revisit.model.Revisit;
import cn.hotline.followup.revisit.model.Satisfaction;
import cn.hotline.followup.revisit.model.Solved;
import cn.hotline.followup.revisit.model.TicketNumber;
import cn.hotline.followup.revisit.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One ticket's whole way through this service. */
class TicketStoryTest {

    private static final TicketNumber TICKET = new TicketNumber(Story.NUMBER);
    private static final Instant FIRST_CALL = Story.REPLIED.plus(Duration.ofHours(2));
    private static final Instant SECOND_CALL = FIRST_CALL.plus(Duration.ofDays(1));
    private static final Instant SECOND_REPLY = SECOND_CALL.plus(Duration.ofDays(2));
    private static final Instant LAST_CALL = SECOND_REPLY.plus(Duration.ofHours(1));

    private final FollowupInMemory followup = new FollowupInMemory();

    @Test
    void theLightThatWasRepairedTwice() {
        // The light of a stairway is reported and, says the district, repaired.
        followup.hears(Story.registered()).hears(Story.replied()).hears(Story.accepted());

        // Nobody answers the first call; on the next day the caller says that it is still dark.
        followup.desk()
                .attempt(
                        FollowupInMemory.REVISITOR,
                        TICKET,
                        new Attempt(AttemptResult.NO_ANSWER, null, null, FIRST_CALL))
                .block();
        Opinion dark = new Opinion(true, Solved.NO, Satisfaction.DISSATISFIED, DissatisfactionCause.NOT_DONE);
        followup.desk()
                .record(FollowupInMemory.REVISITOR, TICKET, new Verdict(dark, "灯还是不亮", "单元门灯未换。", false, SECOND_CALL))
                .block();

        // The district handles it again and answers; now the caller is content.
        followup.hears(Story.replied(Story.NUMBER, "SOLVED", SECOND_REPLY))
                .hears(Story.accepted(Story.NUMBER, SECOND_REPLY));
        Opinion bright = new Opinion(true, Solved.YES, Satisfaction.VERY_SATISFIED, null);
        followup.desk()
                .record(FollowupInMemory.REVISITOR, TICKET, new Verdict(bright, null, null, false, LAST_CALL))
                .block();

        assertThat(followup.told())
                .containsExactly(
                        new RevisitAttempted(
                                Story.NUMBER, "NO_ANSWER", 1, Instant.parse("2024-06-21T01:00:00Z"), FIRST_CALL),
                        new RevisitRecorded(
                                Story.NUMBER, "630104", true, "NO", "DISSATISFIED", "NOT_DONE", 1, SECOND_CALL),
                        new TicketReopened(Story.NUMBER, "单元门灯未换。", 2, SECOND_CALL),
                        new RevisitRecorded(Story.NUMBER, "630104", true, "YES", "VERY_SATISFIED", null, 2, LAST_CALL),
                        new TicketClosed(Story.NUMBER, "REVISITED", LAST_CALL));
        Revisit revisit = followup.find(Story.NUMBER).revisit();
        assertThat(revisit.status()).isEqualTo(DONE);
        assertThat(revisit.earlier()).singleElement().satisfies(first -> assertThat(first.attempts())
                .hasSize(1));
    }
}
