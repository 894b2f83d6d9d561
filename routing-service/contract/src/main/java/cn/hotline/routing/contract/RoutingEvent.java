package cn.hotline.routing.contract;

import java.time.Instant;
import java.time.LocalDate;
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
    Map<String, Class<? extends RoutingEvent>> WIRE_NAMES = Map.ofEntries(
            Map.entry("cn.hotline.routing.ticket-classified.v1", TicketClassified.class),
            Map.entry("cn.hotline.routing.ticket-dispatched.v1", TicketDispatched.class),
            Map.entry("cn.hotline.routing.dispatch-recalled.v1", DispatchRecalled.class),
            Map.entry("cn.hotline.routing.ticket-acknowledged.v1", TicketAcknowledged.class),
            Map.entry("cn.hotline.routing.ticket-replied.v1", TicketReplied.class),
            Map.entry("cn.hotline.routing.reply-decided.v1", ReplyDecided.class),
            Map.entry("cn.hotline.routing.first-contact-made.v1", FirstContactMade.class),
            Map.entry("cn.hotline.routing.ticket-reclassified.v1", TicketReclassified.class),
            Map.entry("cn.hotline.routing.return-requested.v1", ReturnRequested.class),
            Map.entry("cn.hotline.routing.return-decided.v1", ReturnDecided.class),
            Map.entry("cn.hotline.routing.arbitration-opened.v1", ArbitrationOpened.class),
            Map.entry("cn.hotline.routing.owner-ruled.v1", OwnerRuled.class),
            Map.entry("cn.hotline.routing.extension-requested.v1", ExtensionRequested.class),
            Map.entry("cn.hotline.routing.extension-decided.v1", ExtensionDecided.class),
            Map.entry("cn.hotline.routing.ticket-suspended.v1", TicketSuspended.class),
            Map.entry("cn.hotline.routing.ticket-resumed.v1", TicketResumed.class),
            Map.entry("cn.hotline.routing.co-units-added.v1", CoUnitsAdded.class),
            Map.entry("cn.hotline.routing.co-reply-made.v1", CoReplyMade.class),
            Map.entry("cn.hotline.routing.co-unit-released.v1", CoUnitReleased.class),
            Map.entry("cn.hotline.routing.passed-down.v1", PassedDown.class),
            Map.entry("cn.hotline.routing.passed-down-acknowledged.v1", PassedDownAcknowledged.class),
            Map.entry("cn.hotline.routing.passed-down-replied.v1", PassedDownReplied.class),
            Map.entry("cn.hotline.routing.passed-down-reply-refused.v1", PassedDownReplyRefused.class),
            Map.entry("cn.hotline.routing.passed-down-ended.v1", PassedDownEnded.class),
            Map.entry("cn.hotline.routing.whistle-blown.v1", WhistleBlown.class),
            Map.entry("cn.hotline.routing.department-checked-in.v1", DepartmentCheckedIn.class),
            Map.entry("cn.hotline.routing.clerk-named.v1", ClerkNamed.class),
            Map.entry("cn.hotline.routing.dispatch-set-aside.v1", DispatchSetAside.class),
            Map.entry("cn.hotline.routing.dispatch-restored.v1", DispatchRestored.class),
            Map.entry("cn.hotline.routing.unit-succeeded.v1", UnitSucceeded.class),
            Map.entry("cn.hotline.routing.deadline-warned.v1", DeadlineWarned.class),
            Map.entry("cn.hotline.routing.ticket-overdue.v1", TicketOverdue.class),
            Map.entry("cn.hotline.routing.deadlines-recomputed.v1", DeadlinesRecomputed.class));

    /** Ticket number. */
    String number();

    /** When it happened. */
    Instant at();

    /**
     * 已分类定位: what the ticket is about and where, decided when it arrives and told again whenever that reads differently.
     *
     * @param category category code; absent when nothing was found
     * @param reportGroup printed group of the daily report, such as 物业服务; absent with the category
     * @param urgency {@code EMERGENCY URGENT SIMPLE GENERAL COMPLEX}
     * @param place absent when no place was found
     * @param tags what else it can be found by; absent in records from before there were tags
     * @param by {@code OPERATOR}, {@code DISPATCHER} or {@code UNIT} who chose the category, else the classifier's
     *     version
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
            List<Tag> tags,
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
     * @param ground {@code RECUSAL} when the ticket turned out to accuse one of them (回避), {@code RETURN} when their
     *     objection was found right, {@code WRONG_DISPATCH} when a dispatcher took it back
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
     * @param doubts what the reply check doubted and the unit sent it in spite of, such as {@code TEMPLATE}; absent when
     *     nothing was doubted
     * @param attachments ids of the files that show it, to be asked for at intake; absent when none
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
            List<String> doubts,
            List<String> attachments,
            String by,
            Instant at)
            implements RoutingEvent {

        public TicketReplied {
            doubts = someOrAbsent(doubts);
            attachments = someOrAbsent(attachments);
        }
    }

    /**
     * 答复审核: whether the reply may go to revisit; told with the reply where no check is due.
     *
     * @param reason why not; absent when accepted
     * @param by {@code AUTO} or who decided
     */
    record ReplyDecided(String number, boolean accepted, String reason, String by, Instant at)
            implements RoutingEvent {}

    /**
     * 首次联系: the unit has spoken with the caller for the first time.
     *
     * @param method {@code PHONE RELAY VISIT MESSAGE}
     * @param inTime whether by the unit's own deadline
     * @param by account of who spoke
     */
    record FirstContactMade(
            String number, Unit unit, String method, Instant contactedAt, boolean inTime, String by, Instant at)
            implements RoutingEvent {}

    /**
     * 改分类: somebody says what the ticket is really about. Neither unit nor deadlines change. A ticket-classified tells
     * the new class before it.
     *
     * @param former category code; absent when there was none
     * @param whose {@code UNIT} or {@code DISPATCHER}
     * @param by account of who changed it
     */
    record TicketReclassified(
            String number,
            String former,
            String category,
            String categoryTerm,
            String reportGroup,
            String whose,
            String by,
            Instant at)
            implements RoutingEvent {}

    /**
     * 退单: a unit says that the ticket is not its own. No clock stops.
     *
     * @param ground {@code NOT_OUR_DUTY NOT_OUR_PLACE OWNERSHIP_UNCLEAR DUPLICATE INFORMATION_MISSING}
     * @param shouldBe whose it is by that unit's word; absent where the ground does not say so
     * @param basis what it rests on; masked
     * @param count which objection to this ticket it is, from 1
     * @param attachments ids of the files that show it, to be asked for at intake; absent when none
     * @param by account of who asked
     */
    record ReturnRequested(
            String number,
            Unit unit,
            String ground,
            Unit shouldBe,
            String basis,
            int count,
            List<String> attachments,
            String by,
            Instant at)
            implements RoutingEvent {

        public ReturnRequested {
            attachments = someOrAbsent(attachments);
        }
    }

    /**
     * 退单审核.
     *
     * @param unit who had sent it back
     * @param next who gets it instead; absent when not approved, or when that is left to a dispatcher
     * @param category what the ticket is about; absent when unknown
     * @param countyCode where; absent when unknown
     * @param reason masked
     * @param by account of who decided
     */
    record ReturnDecided(
            String number,
            Unit unit,
            boolean approved,
            Unit next,
            String category,
            String countyCode,
            String reason,
            String by,
            Instant at)
            implements RoutingEvent {}

    /**
     * 转会商裁定: sent back again.
     *
     * @param interim who acts until the ruling (先办后议)
     * @param objectors everybody who sent it back
     */
    record ArbitrationOpened(String number, Unit interim, List<Unit> objectors, Instant at) implements RoutingEvent {}

    /**
     * 裁定: whose such a ticket is; ends the question and may become a catalogue entry.
     *
     * @param objectors everybody who sent it back
     * @param category what the ticket is about; absent when unknown
     * @param countyCode where; absent when unknown
     * @param reason masked
     * @param by account of who ruled
     */
    record OwnerRuled(
            String number,
            Unit unit,
            List<Unit> objectors,
            String category,
            String countyCode,
            String reason,
            String by,
            Instant at)
            implements RoutingEvent {}

    /**
     * 申请延期. No clock stops.
     *
     * @param days working days where the grade counts working time, else days by the clock
     * @param reason masked
     * @param interim what the caller is told meanwhile (阶段性答复); masked; absent when nothing was written
     * @param by account of who asked
     */
    record ExtensionRequested(String number, Unit unit, int days, String reason, String interim, String by, Instant at)
            implements RoutingEvent {}

    /**
     * 审批延期.
     *
     * @param finishBy until when it is promised now; absent when not approved
     * @param interim what the caller is to be told; absent when nothing was written
     * @param reason masked
     * @param by account of who decided
     */
    record ExtensionDecided(
            String number,
            Unit unit,
            boolean approved,
            Instant finishBy,
            String interim,
            String reason,
            String by,
            Instant at)
            implements RoutingEvent {}

    /**
     * 指定经办人: whoever heads the unit lets a clerk of it know and handle a confidential ticket, as long as the unit has it.
     *
     * @param clerk account of who was named
     * @param by account of who named them
     */
    record ClerkNamed(String number, Unit unit, String clerk, String by, Instant at) implements RoutingEvent {}

    /**
     * 挂账: the clocks stand still.
     *
     * @param reason masked
     * @param reviewOn on which day somebody looks again
     * @param approvedBy who signed for it; an office or a post
     * @param by account of who entered it
     */
    record TicketSuspended(
            String number, Unit unit, String reason, LocalDate reviewOn, String approvedBy, String by, Instant at)
            implements RoutingEvent {}

    /**
     * 结束挂账: the clocks run again.
     *
     * @param finishBy until when it is promised now
     * @param by account of who entered it
     */
    record TicketResumed(String number, Unit unit, Instant finishBy, String by, Instant at) implements RoutingEvent {}

    /**
     * 时限重算: a new version of the working calendar counts other days. The clocks start where they started; told only
     * where a deadline moved. A deadline that was met, or that would come to lie in the past, stays.
     *
     * @param unit who leads; absent while the ticket waits for a dispatcher
     * @param deadlines the ticket's as they are now
     * @param unitDeadlines the unit's own as they are now
     * @param finishBy until when it is promised now, with what was granted
     * @param former all three as they were before
     * @param calendarVersion what it was counted by
     */
    record DeadlinesRecomputed(
            String number,
            Unit unit,
            Deadlines deadlines,
            Deadlines unitDeadlines,
            Instant finishBy,
            Former former,
            String calendarVersion,
            Instant at)
            implements RoutingEvent {

        /** What was in force before a recomputation. */
        public record Former(Deadlines deadlines, Deadlines unitDeadlines, Instant finishBy) {}
    }

    /**
     * 请协办: more units have a part in the ticket.
     *
     * @param units who is asked
     * @param holders everybody who has the ticket now, the lead first
     * @param dueAt until when they are to say what they did
     * @param note masked
     * @param by account of who asked
     */
    record CoUnitsAdded(
            String number, List<Unit> units, List<Unit> holders, Instant dueAt, String note, String by, Instant at)
            implements RoutingEvent {}

    /**
     * 协办意见: a unit that helps says what it did.
     *
     * @param inTime whether by the time it was given; true when none was
     * @param by account of who said it
     */
    record CoReplyMade(String number, Unit unit, boolean inTime, String by, Instant at) implements RoutingEvent {}

    /**
     * 不再协办: a unit helps no longer.
     *
     * @param holders everybody who has the ticket now, the lead first
     * @param reason masked
     * @param by account of who released it
     */
    record CoUnitReleased(String number, Unit unit, List<Unit> holders, String reason, String by, Instant at)
            implements RoutingEvent {}

    /**
     * 下交: a unit passes the ticket to one below it, and stays accountable.
     *
     * @param unit who passes it down
     * @param to who is to handle it
     * @param holders everybody who has the ticket now, the lead first
     * @param deadlines those of the unit it is passed to; they end no later than the lead's own
     * @param late whether more than half of the time was over for whoever passed it down
     * @param note masked
     * @param by account of who passed it down
     */
    record PassedDown(
            String number,
            Unit unit,
            Unit to,
            List<Unit> holders,
            Deadlines deadlines,
            boolean late,
            String note,
            String by,
            Instant at)
            implements RoutingEvent {}

    /**
     * 下级签收: a unit takes on what was passed down to it.
     *
     * @param inTime whether by its own deadline
     * @param by account of who took it on
     */
    record PassedDownAcknowledged(String number, Unit unit, boolean inTime, String by, Instant at)
            implements RoutingEvent {}

    /**
     * 上报: a unit tells the one above what it did; the caller hears of it only by the lead's reply.
     *
     * @param to who passed it down
     * @param attachments ids of the files that show it, to be asked for at intake; absent when none
     * @param by account of who wrote it
     */
    record PassedDownReplied(String number, Unit unit, Unit to, List<String> attachments, String by, Instant at)
            implements RoutingEvent {

        public PassedDownReplied {
            attachments = someOrAbsent(attachments);
        }
    }

    /**
     * 上报退回: the unit above wants more done before it answers.
     *
     * @param unit whose report is sent back
     * @param reason masked
     * @param by account of who sent it back
     */
    record PassedDownReplyRefused(String number, Unit unit, String reason, String by, Instant at)
            implements RoutingEvent {}

    /**
     * 下交结束: a unit has no longer what was passed down to it, nor has any below it.
     *
     * @param unit whose part is over
     * @param to who has it again
     * @param holders everybody who has the ticket now, the lead first
     * @param ground {@code GIVEN_BACK} by the unit below, {@code TAKEN_BACK} by the one above, {@code REOPENED} when the
     *     ticket is handled again
     * @param reason masked
     * @param attachments ids of the files that show why, to be asked for at intake; absent when none
     * @param by account of who ended it
     */
    record PassedDownEnded(
            String number,
            Unit unit,
            Unit to,
            List<Unit> holders,
            String ground,
            String reason,
            List<String> attachments,
            String by,
            Instant at)
            implements RoutingEvent {

        public PassedDownEnded {
            attachments = someOrAbsent(attachments);
        }
    }

    /**
     * 街道吹哨: who has the ticket calls departments to the spot; they help with it.
     *
     * @param unit who calls
     * @param holders everybody who has the ticket now, the lead first
     * @param arriveBy until when they are to report (报到)
     * @param dueAt until when they are to say what they did
     * @param late whether more than half of the time was over for whoever calls
     * @param note masked
     * @param by account of who called
     */
    record WhistleBlown(
            String number,
            Unit unit,
            List<Unit> departments,
            List<Unit> holders,
            Instant arriveBy,
            Instant dueAt,
            boolean late,
            String note,
            String by,
            Instant at)
            implements RoutingEvent {}

    /**
     * 部门报到.
     *
     * @param caller who had called (吹哨)
     * @param inTime whether by the time it was given
     * @param by account of who reported
     */
    record DepartmentCheckedIn(String number, Unit unit, Unit caller, boolean inTime, String by, Instant at)
            implements RoutingEvent {}

    /**
     * 停止办理: nobody has to handle the ticket for the time being, or any more. Its units still see it.
     *
     * @param ground {@code WITHDRAWN} by the caller's wish (撤单), {@code MERGED} into another (并单)
     * @param master the ticket it was merged into; absent else
     * @param units everybody who had it, the lead first; empty when it waited for a dispatcher
     */
    record DispatchSetAside(String number, String ground, String master, List<Unit> units, Instant at)
            implements RoutingEvent {}

    /**
     * 恢复办理: a merge was undone; the ticket goes on where it was, with the deadlines it had.
     *
     * @param status where it goes on, such as {@code IN_PROGRESS}
     * @param units everybody who has it, the lead first; empty when it waits for a dispatcher
     */
    record DispatchRestored(String number, String status, List<Unit> units, Instant at) implements RoutingEvent {}

    /**
     * 承接: a unit is no more, and its successor has the ticket in its place, with the deadlines it had.
     *
     * @param former who is no more
     * @param unit who took over
     * @param lead who leads now: the successor, or whoever led before
     * @param holders everybody who has the ticket now, the lead first
     */
    record UnitSucceeded(String number, Unit former, Unit unit, Unit lead, List<Unit> holders, Instant at)
            implements RoutingEvent {}

    /**
     * 预警: a deadline of the unit comes close.
     *
     * @param item {@code ACKNOWLEDGE CONTACT FINISH}
     * @param stage {@code HALF HOURS_48 HOURS_24 HOURS_2}: half of the time is over, or so many hours are left.
     *     {@code DEPUTY HEAD DUTY_OFFICE}: an emergency that nobody acknowledged went to them (逐级呼叫)
     * @param dueAt the deadline, with what was granted
     */
    record DeadlineWarned(String number, Unit unit, String item, String stage, Instant dueAt, Instant at)
            implements RoutingEvent {}

    /**
     * 逾期: a deadline of the unit has passed.
     *
     * @param item {@code ACKNOWLEDGE CONTACT FINISH}
     * @param dueAt the deadline, with what was granted
     * @param workdays when one working day more has passed, two, and so on, by the calendar in force: whoever presses needs
     *     none of their own; absent where the ticket's limits run day and night, and in records from before they were told
     */
    record TicketOverdue(String number, Unit unit, String item, Instant dueAt, List<Instant> workdays, Instant at)
            implements RoutingEvent {}

    /** A responsible unit (承办单位). */
    record Unit(String code, String name) {}

    /**
     * 标签, by a code of {@code routing/tags.tsv}.
     *
     * @param words of that list that gave it; none tells who somebody is
     */
    record Tag(String code, String term, List<String> words) {}

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

    private static List<String> someOrAbsent(List<String> texts) {
        return texts == null || texts.isEmpty() ? null : List.copyOf(texts);
    }
}
