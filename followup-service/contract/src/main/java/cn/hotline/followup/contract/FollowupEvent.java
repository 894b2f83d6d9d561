package cn.hotline.followup.contract;

import java.time.Instant;
import java.util.Map;

/**
 * What followup-service (回访督办) tells on topic {@code hotline.followup}: whether a ticket was answered well.
 *
 * <p>Published, never changed: a component may be added, a record may not change its meaning. No personal data: the
 * caller's own words stay in followup. Instants have millisecond precision. A component said to be absent is
 * {@code null} and left out of the JSON.
 */
public sealed interface FollowupEvent {

    /** Topic of all records of this family. */
    String TOPIC = "hotline.followup";

    /** Stream of the events of one ticket's revisit; the subject is the ticket number. */
    String REVISIT_STREAM = "/followup/revisit";

    /** Wire name of every record, written down once and never reused. */
    Map<String, Class<? extends FollowupEvent>> WIRE_NAMES = Map.of(
            "cn.hotline.followup.revisit-attempted.v1", RevisitAttempted.class,
            "cn.hotline.followup.revisit-recorded.v1", RevisitRecorded.class,
            "cn.hotline.followup.ticket-reopened.v1", TicketReopened.class,
            "cn.hotline.followup.ticket-closed.v1", TicketClosed.class);

    /** Ticket number. */
    String number();

    /** When it happened. */
    Instant at();

    /**
     * 回访未成: an attempt that did not reach the caller or did not come to an answer.
     *
     * @param result {@code NO_ANSWER WRONG_NUMBER REFUSED POSTPONED}
     * @param attempt which attempt of this round, from 1
     * @param nextAt when to try again; absent when no further attempt is due
     */
    record RevisitAttempted(String number, String result, int attempt, Instant nextAt, Instant at)
            implements FollowupEvent {}

    /**
     * 回访结果: what the caller says of the handling.
     *
     * @param unit code of the unit that answered
     * @param contacted whether the caller was contacted by the unit (响应)
     * @param solved {@code YES PARTLY NO} (解决)
     * @param satisfaction {@code VERY_SATISFIED SATISFIED BASICALLY_SATISFIED DISSATISFIED VERY_DISSATISFIED} (满意)
     * @param cause why dissatisfied, such as {@code NOT_DONE ATTITUDE CANNOT_BE_MET}; absent when not asked
     * @param round which handling was revisited, from 1
     */
    record RevisitRecorded(
            String number,
            String unit,
            boolean contacted,
            String solved,
            String satisfaction,
            String cause,
            int round,
            Instant at)
            implements FollowupEvent {}

    /**
     * 二次办理: the caller is not served; the unit handles the ticket again.
     *
     * @param reason what is still to be done, as a sentence for the unit; masked, never the caller's own words
     * @param round which handling begins, from 2
     */
    record TicketReopened(String number, String reason, int round, Instant at) implements FollowupEvent {}

    /**
     * 办结: nothing more is due.
     *
     * @param how {@code REVISITED} after a verdict, {@code UNREACHED} when the caller could not be reached by the
     *     rule, {@code SKIPPED} when the caller wished no call; only the first says anything about satisfaction
     */
    record TicketClosed(String number, String how, Instant at) implements FollowupEvent {}
}
