package cn.hotline.followup.contract;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.Map;

/**
 * What followup-service (回访督办) tells on topic {@code hotline.followup}: whether a ticket was answered well, and
 * whether somebody presses for it.
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

    /** Stream of the events of pressing for one ticket; the subject is the ticket number. */
    String SUPERVISION_STREAM = "/followup/supervision";

    /** Wire name of every record, written down once and never reused. */
    Map<String, Class<? extends FollowupEvent>> WIRE_NAMES = Map.ofEntries(
            entry("cn.hotline.followup.revisit-attempted.v1", RevisitAttempted.class),
            entry("cn.hotline.followup.revisit-recorded.v1", RevisitRecorded.class),
            entry("cn.hotline.followup.ticket-reopened.v1", TicketReopened.class),
            entry("cn.hotline.followup.ticket-closed.v1", TicketClosed.class),
            entry("cn.hotline.followup.ticket-excluded.v1", TicketExcluded.class),
            entry("cn.hotline.followup.exclusion-revoked.v1", ExclusionRevoked.class),
            entry("cn.hotline.followup.urge-issued.v1", UrgeIssued.class),
            entry("cn.hotline.followup.supervision-issued.v1", SupervisionIssued.class),
            entry("cn.hotline.followup.supervision-answered.v1", SupervisionAnswered.class),
            entry("cn.hotline.followup.supervision-lifted.v1", SupervisionLifted.class),
            entry("cn.hotline.followup.ticket-escalated.v1", TicketEscalated.class));

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

    /**
     * 剔除: the demand is one that no unit can be asked to meet. The ticket is closed with an explanation (解释办结) and left
     * out of the unit's score; its revisit does not take place. Proposed by one person, approved by another.
     *
     * @param id of the exclusion
     * @param unit code of the unit that answered, whose score leaves the ticket out
     * @param ground {@code OUT_OF_TERRITORY IN_PROCEDURE AGAINST_LAW SECRET UNTRUE BEYOND_REASON HEARD FALSE_REPORT}
     * @param reason why it was approved, as a Chinese sentence; masked
     * @param appealUntil until when the caller may appeal
     * @param proposedBy account of who proposed it
     * @param by account of who approved it
     */
    record TicketExcluded(
            String number,
            String id,
            String unit,
            String ground,
            String reason,
            Instant appealUntil,
            String proposedBy,
            String by,
            Instant at)
            implements FollowupEvent {}

    /**
     * 撤销剔除: the caller's appeal was allowed. The ticket counts again, and its revisit takes place after all.
     *
     * @param id of the exclusion
     * @param unit code of the unit that answered, whose score counts the ticket again
     * @param reason why the appeal was allowed, as a Chinese sentence; masked
     * @param by account of who allowed it; neither proposed nor approved the exclusion
     */
    record ExclusionRevoked(String number, String id, String unit, String reason, String by, Instant at)
            implements FollowupEvent {}

    /**
     * 催办: a unit is pressed to go on.
     *
     * @param id of the urge
     * @param unit code of the unit pressed
     * @param text what it is to do; masked
     * @param answerBy until when it is to say how it stands
     * @param by {@code AUTO} or account of who pressed
     */
    record UrgeIssued(String number, String id, String unit, String text, Instant answerBy, String by, Instant at)
            implements FollowupEvent {}

    /**
     * 督办: a unit has to account for itself, with a deadline of its own.
     *
     * @param id of the supervision
     * @param unit code of the unit supervised
     * @param text what it is to do; masked
     * @param answerBy until when it has to answer
     * @param by {@code AUTO} or account of who supervises
     */
    record SupervisionIssued(
            String number, String id, String unit, String text, Instant answerBy, String by, Instant at)
            implements FollowupEvent {}

    /**
     * 督办回复: the unit answers an urge or a supervision.
     *
     * @param id of what is answered
     * @param inTime whether by the time given
     * @param by account of who answered
     */
    record SupervisionAnswered(String number, String id, String unit, boolean inTime, String by, Instant at)
            implements FollowupEvent {}

    /**
     * 督办解除: nothing more is expected of the unit.
     *
     * @param id of what is lifted
     * @param by {@code AUTO} when the ticket came to its end, or account of who lifted it
     */
    record SupervisionLifted(String number, String id, String unit, String by, Instant at) implements FollowupEvent {}

    /**
     * 提级办理: the ticket is one for the unit's head and the city office. Told once for each ticket.
     *
     * @param ground {@code REWORKS UNITS OVERDUE}: sent back too often, through too many hands, overdue too long; or
     *     {@code OFFICE} when somebody decided so
     * @param reason as a Chinese sentence; masked
     * @param by {@code AUTO} or account of who decided
     */
    record TicketEscalated(String number, String ground, String reason, String by, Instant at)
            implements FollowupEvent {}
}
