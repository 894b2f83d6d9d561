package cn.hotline.routing.contract;

import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import cn.hotline.routing.contract.RoutingEvent.Place;
import cn.hotline.routing.contract.RoutingEvent.Rule;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What routing-service tells the system of one unit (单位系统): its own tickets, whole each time, and what became of the
 * acts that system wrote. On topic {@code hotline.dispatch.<unitCode>}, by webhook and for fetching, the same record with
 * the same {@code ce_id}.
 *
 * <p>{@code ce_source} is {@code /routing/unit/<unitCode>}, {@code ce_sequence} counts all that this unit was ever told,
 * from 1 without gaps: a reader skips what is not greater than the last it has met. Published, never changed: a component
 * may be added, a record may not change its meaning. No personal data, texts are masked. A component said to be absent is
 * {@code null} and left out of the JSON.
 */
public sealed interface UnitNotice {

    /** Topic of a unit is this and its code. */
    String TOPICS = "hotline.dispatch.";

    /** Stream of a unit is this and its code. */
    String STREAMS = "/routing/unit/";

    /** Wire name of every record, written down once and never reused. */
    Map<String, Class<? extends UnitNotice>> WIRE_NAMES = Map.of(
            "cn.hotline.routing.dispatch-given.v1", DispatchGiven.class,
            "cn.hotline.routing.dispatch-changed.v1", DispatchChanged.class,
            "cn.hotline.routing.dispatch-revoked.v1", DispatchRevoked.class,
            "cn.hotline.routing.act-refused.v1", ActRefused.class,
            "cn.hotline.routing.lists-compared.v1", ListsCompared.class);

    /** What it speaks of, the Kafka key: a ticket number, or the code of the unit where it is about no ticket. */
    String subject();

    /** When it happened. */
    Instant at();

    /** 派来: the unit has a ticket it did not have before. */
    record DispatchGiven(Task task, Instant at) implements UnitNotice {

        @Override
        public String subject() {
            return task.number();
        }
    }

    /** 有变化: a ticket of the unit as it is now; also what became of an act of the unit itself. */
    record DispatchChanged(Task task, Instant at) implements UnitNotice {

        @Override
        public String subject() {
            return task.number();
        }
    }

    /** 移走: the unit has the ticket no longer; what it still writes about it is refused. */
    record DispatchRevoked(String number, Instant at) implements UnitNotice {

        @Override
        public String subject() {
            return number;
        }
    }

    /**
     * 不能办理: an act that the unit's system wrote was not carried out and changed nothing.
     *
     * @param number as the system wrote it; absent where it was no ticket number
     * @param act {@code ce_id} the system gave; absent where it gave none that can be used
     * @param type {@code ce_type} the system gave; absent where it gave none that can be used
     * @param reason code
     * @param sentence in Chinese, for the people of the unit
     * @param faults fields at fault; empty when it is not about fields
     */
    record ActRefused(
            String unit,
            String number,
            String act,
            String type,
            String reason,
            String sentence,
            List<Fault> faults,
            Instant at)
            implements UnitNotice {

        @Override
        public String subject() {
            return number == null ? unit : number;
        }
    }

    /**
     * 对账: the unit's system said which tickets it has open, and this is what differs from ours.
     *
     * @param day of the hotline's calendar
     * @param act {@code ce_id} of the list; absent where it came over HTTP
     * @param ours how many are open here
     * @param theirs how many the list named
     * @param unsettled how many tickets the unit was told of after the list was made: they are not compared
     * @param total how many differ
     * @param differences of these at most 1,000
     */
    record ListsCompared(
            String unit,
            LocalDate day,
            String act,
            int ours,
            int theirs,
            int unsettled,
            int total,
            List<Difference> differences,
            Instant at)
            implements UnitNotice {

        @Override
        public String subject() {
            return unit;
        }
    }

    /**
     * 工单 as the unit needs it.
     *
     * @param role {@code LEAD CO BELOW}: leads it, helps, or had it passed down
     * @param status code, as in routing's {@code status}; {@code statusTerm} is it in Chinese
     * @param place absent when not known
     * @param address as it was said, masked; absent when not said
     * @param category absent, as {@code categoryTerm}, when not known
     * @param hazard kind code of a reported safety hazard; absent when none is
     * @param units who has it: the lead, those below, those who help
     * @param rule which entry of the catalogue gave it, and why
     * @param deadlines the unit's own
     * @param finishBy until when it is to be finished now, with what was granted
     * @param round 1, or more after a revisit that reopened it
     * @param errand what a co-handler, or whom it was passed down to, is asked for; absent for the lead, and where nobody
     *     asked
     * @param course what happened since the unit was told last, oldest first
     */
    record Task(
            String number,
            String role,
            String status,
            String statusTerm,
            String kind,
            String title,
            String content,
            String address,
            Place place,
            String category,
            String categoryTerm,
            String urgency,
            String hazard,
            boolean confidential,
            List<Unit> units,
            Rule rule,
            Deadlines deadlines,
            Instant finishBy,
            int round,
            Errand errand,
            List<Happened> course,
            Instant receivedAt) {}

    /**
     * 协办事项.
     *
     * @param note masked; absent where the catalogue named the co-handler
     * @param dueAt absent where the catalogue named the co-handler
     */
    record Errand(String note, Instant dueAt) {}

    /**
     * A step in the course of a ticket.
     *
     * @param detail ground or text, masked; absent for none
     */
    record Happened(Instant at, String code, String term, String words, String detail) {}

    /** A field at fault. */
    record Fault(String field, String detail) {}

    /**
     * One ticket that the two sides have not alike.
     *
     * @param kind {@code ONLY_OURS ONLY_THEIRS STATUS}
     * @param ours status here; absent when the unit has not got it
     * @param theirs status there; absent when the list did not name it
     */
    record Difference(String number, String kind, String ours, String theirs) {}
}
