package cn.hotline.routing.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What routing-service (派单办理) tells on topic {@code hotline.routing}: who must answer a ticket, by when, and what
 * the responsible unit did.
 *
 * <p>Published, never changed: a component may be added, a record may not change its meaning. Events carry decisions:
 * deadlines are absolute, nobody else needs the rules they came from. No personal data. Instants have millisecond
 * precision. A component said to be absent is {@code null} and left out of the JSON.
 */
public sealed interface RoutingEvent {

    /** Topic of all records of this family. */
    String TOPIC = "hotline.routing";

    /** Stream of the events of one ticket's dispatch; the subject is the ticket number. */
    String DISPATCH_STREAM = "/routing/dispatch";

    /** Wire name of every record, written down once and never reused. */
    Map<String, Class<? extends RoutingEvent>> WIRE_NAMES = Map.of(
            "cn.hotline.routing.ticket-classified.v1", TicketClassified.class,
            "cn.hotline.routing.ticket-dispatched.v1", TicketDispatched.class,
            "cn.hotline.routing.dispatch-recalled.v1", DispatchRecalled.class,
            "cn.hotline.routing.ticket-acknowledged.v1", TicketAcknowledged.class,
            "cn.hotline.routing.ticket-replied.v1", TicketReplied.class,
            "cn.hotline.routing.reply-decided.v1", ReplyDecided.class);

    /** Ticket number. */
    String number();

    /** When it happened. */
    Instant at();

    /**
     * 已分类定位: what the ticket is about and where, decided once when it arrives and again after a correction.
     *
     * @param category category code; absent when nothing was found
     * @param reportGroup printed group of the daily report, such as 物业服务; absent with the category
     * @param urgency {@code EMERGENCY URGENT SIMPLE GENERAL COMPLEX}
     * @param place absent when no place was found
     * @param by {@code OPERATOR} when the operator chose the category, else the classifier's version
     */
    record TicketClassified(
            String number,
            String category,
            String categoryTerm,
            String reportGroup,
            String urgency,
            Place place,
            double confidence,
            List<String> evidence,
            String by,
            Instant at)
            implements RoutingEvent {}

    /**
     * 派单: a unit has to answer. Told again when a ticket is dispatched anew (改派).
     *
     * @param deadlines the ticket's, from its first dispatch; never moved
     * @param unitDeadlines the unit's own, from this dispatch
     * @param by {@code AUTO} or who dispatched
     */
    record TicketDispatched(
            String number,
            Unit unit,
            List<Unit> coUnits,
            String category,
            String reportGroup,
            String urgency,
            Rule rule,
            Deadlines deadlines,
            Deadlines unitDeadlines,
            String by,
            Instant at)
            implements RoutingEvent {}

    /**
     * 收回: units have the ticket no longer.
     *
     * @param units who lost it
     * @param left who still has it, the lead first; empty while it waits for a dispatcher
     * @param waiting whether it waits for a dispatcher again
     * @param ground {@code RECUSAL} when the ticket turned out to accuse one of them (回避)
     * @param by {@code AUTO} or who recalled
     */
    record DispatchRecalled(
            String number, List<Unit> units, List<Unit> left, boolean waiting, String ground, String by, Instant at)
            implements RoutingEvent {}

    /** 签收: the unit has taken the ticket on. */
    record TicketAcknowledged(String number, Unit unit, Instant at) implements RoutingEvent {}

    /**
     * 答复: the unit says what it did.
     *
     * @param verified whether the appeal was found true; absent when it does not apply
     * @param contacted whether the unit spoke with the caller
     * @param contactedAt absent when not contacted
     * @param outcome {@code SOLVED PARTLY EXPLAINED CANNOT}
     * @param publicReply what the caller may read; masked
     * @param finishedInTime whether this came in time: by the ticket's finish deadline, or in a second handling by the
     *     deadline of that handling
     * @param by account of who answered, by which nobody revisits their own answer; absent in records from before
     *     people signed in
     */
    record TicketReplied(
            String number,
            Unit unit,
            Boolean verified,
            boolean contacted,
            Instant contactedAt,
            String outcome,
            String publicReply,
            boolean finishedInTime,
            String by,
            Instant at)
            implements RoutingEvent {}

    /**
     * 答复审核: whether the reply may go to revisit; told with the reply where no check is due.
     *
     * @param reason why not; absent when accepted
     * @param by {@code AUTO} or who decided
     */
    record ReplyDecided(String number, boolean accepted, String reason, String by, Instant at)
            implements RoutingEvent {}

    /** A responsible unit (承办单位). */
    record Unit(String code, String name) {}

    /** Which catalogue entry decided, in which version, and why in a Chinese sentence. */
    record Rule(String id, String version, String reason) {}

    /** Until when: to acknowledge, to speak with the caller, to finish. */
    record Deadlines(Instant acknowledgeBy, Instant contactBy, Instant finishBy) {}

    /** Where; street and community are absent when not certain. */
    record Place(
            String countyCode,
            String county,
            String streetCode,
            String street,
            String communityCode,
            String community) {}
}
