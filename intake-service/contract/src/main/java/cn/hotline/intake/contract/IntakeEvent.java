package cn.hotline.intake.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What intake-service (受理) tells on topic {@code hotline.intake}: what was asked, and what was decided about it at
 * the desk.
 *
 * <p>Published, never changed: a component may be added, a record may not change its meaning. Codes are those of the
 * HTTP interface. Texts are masked before they leave intake and a caller is a random token, so no record holds
 * personal data. Instants have millisecond precision. A component said to be absent is {@code null} and left out of
 * the JSON.
 */
public sealed interface IntakeEvent {

    /** Topic of all records of this family. */
    String TOPIC = "hotline.intake";

    /** Stream of the events of one ticket; the subject is the ticket number. */
    String TICKET_STREAM = "/intake/ticket";

    /** Stream of the events of one call; the subject is the call id. */
    String CALL_STREAM = "/intake/call";

    /** Wire name of every record, written down once and never reused. */
    Map<String, Class<? extends IntakeEvent>> WIRE_NAMES = Map.ofEntries(
            Map.entry("cn.hotline.intake.call-recorded.v1", CallRecorded.class),
            Map.entry("cn.hotline.intake.ticket-registered.v1", TicketRegistered.class),
            Map.entry("cn.hotline.intake.ticket-answered-directly.v1", TicketAnsweredDirectly.class),
            Map.entry("cn.hotline.intake.ticket-rejected.v1", TicketRejected.class),
            Map.entry("cn.hotline.intake.ticket-transferred-out.v1", TicketTransferredOut.class),
            Map.entry("cn.hotline.intake.ticket-corrected.v1", TicketCorrected.class),
            Map.entry("cn.hotline.intake.ticket-supplemented.v1", TicketSupplemented.class),
            Map.entry("cn.hotline.intake.ticket-urged.v1", TicketUrged.class),
            Map.entry("cn.hotline.intake.ticket-withdrawn.v1", TicketWithdrawn.class),
            Map.entry("cn.hotline.intake.ticket-merged.v1", TicketMerged.class),
            Map.entry("cn.hotline.intake.merge-undone.v1", MergeUndone.class));

    /** What the event speaks of: the ticket number, or the call id for {@link CallRecorded}. */
    String number();

    /** When it happened. */
    Instant at();

    /**
     * 来电记录: one answered call, with the tickets that came of it.
     *
     * @param number call id
     * @param line dialled line; absent when not known
     * @param endedAt absent while not known
     * @param outcome {@code TICKETS PROGRESS PRAISE SILENT ABUSE REFUSED TRANSFERRED OTHER}
     * @param tickets numbers of tickets registered before the call was recorded; those registered later name the call
     *     themselves
     */
    record CallRecorded(
            String number,
            String line,
            Instant startedAt,
            Instant endedAt,
            String outcome,
            List<String> tickets,
            Instant at)
            implements IntakeEvent {}

    /** 登记转办: the ticket is to be routed to a responsible unit. */
    record TicketRegistered(String number, Registration registration, Instant at) implements IntakeEvent {}

    /**
     * 直接答复: answered at the desk; told instead of {@link TicketRegistered}.
     *
     * @param answer what the caller was told
     * @param articleId knowledge base article used; absent when none
     */
    record TicketAnsweredDirectly(String number, Registration registration, String answer, String articleId, Instant at)
            implements IntakeEvent {}

    /** 不予受理: outside the hotline's scope, with the reason told. */
    record TicketRejected(String number, Registration registration, String reason, Instant at) implements IntakeEvent {}

    /** 转其他热线: handed to another line (110, 119, 120, another city), with the reason. */
    record TicketTransferredOut(String number, Registration registration, String reason, Instant at)
            implements IntakeEvent {}

    /** 更正: the matter as it reads after a correction; the whole of it, not the difference. */
    record TicketCorrected(String number, Matter matter, String reason, Instant at) implements IntakeEvent {}

    /**
     * 补充: the caller adds something.
     *
     * @param content masked
     * @param attachments ids of files that came with it; absent when none
     * @param count which addition to this ticket it is, from 1
     * @param master the ticket it is merged into, whose handlers are to know of it too; absent when in none
     * @param by account of who wrote it down
     */
    record TicketSupplemented(
            String number, String content, List<String> attachments, int count, String master, String by, Instant at)
            implements IntakeEvent {}

    /**
     * 来电催办: the caller presses for an answer.
     *
     * @param note what they said; masked; absent when nothing was written
     * @param count which time it is, from 1
     * @param master the ticket it is merged into, whose handlers are to know of it too; absent when in none
     * @param by account of who wrote it down
     */
    record TicketUrged(String number, String note, int count, String master, String by, Instant at)
            implements IntakeEvent {}

    /**
     * 撤单: the caller, asked by the hotline, no longer wants it handled. Says nothing about satisfaction.
     *
     * @param reason masked
     * @param by account of who asked
     */
    record TicketWithdrawn(String number, String reason, String by, Instant at) implements IntakeEvent {}

    /**
     * 并单: the ticket follows another about the same matter from now on. Its caller still gets an answer and a revisit of
     * their own.
     *
     * @param master the ticket that is handled for both; follows none itself
     * @param merge id of the merge; all tickets merged by one act have the same
     * @param reason masked
     * @param by account of who merged
     */
    record TicketMerged(String number, String master, String merge, String reason, String by, Instant at)
            implements IntakeEvent {}

    /**
     * 撤销并单: the ticket stands alone again, as if it had never followed.
     *
     * @param master what it followed
     * @param merge id of the merge
     * @param by account of who undid it, or {@code AUTO} when its own caller was not served
     */
    record MergeUndone(String number, String master, String merge, String by, Instant at) implements IntakeEvent {}

    /**
     * How a ticket came in and what it asks.
     *
     * @param channel channel code, such as {@code PHONE}
     * @param channelFamily {@code CALL WEB HAZARD_BODY PARTNER WALK_IN}
     * @param callId the call it was registered in; absent for a call of its own and for other channels
     * @param caller random token of the caller; absent when anonymous without number
     * @param receivedAt when the contact reached the city; decides the day of every figure
     * @param attachments ids of files that came with it, to be asked for at intake; absent when none. Their names, which
     *     people write, stay there
     */
    record Registration(
            String channel,
            String channelFamily,
            String callId,
            String caller,
            boolean anonymous,
            boolean confidential,
            boolean wantsReply,
            Matter matter,
            Instant receivedAt,
            List<String> attachments) {}

    /**
     * What is asked.
     *
     * @param kind {@code CONSULTATION HELP COMPLAINT REPORT SUGGESTION PRAISE OTHER}
     * @param category category code the operator chose; absent when left to routing
     * @param urgency {@code EMERGENCY URGENT SIMPLE GENERAL COMPLEX} the operator chose; absent when left to routing
     * @param hazard absent when no safety hazard is reported
     * @param happenedAt absent when not known
     */
    record Matter(
            String kind,
            String title,
            String content,
            Place place,
            String category,
            String urgency,
            Hazard hazard,
            Instant happenedAt) {}

    /**
     * Where, as far as the caller said.
     *
     * @param text address text; absent when none
     * @param divisionCode county (6), street (9) or community (12 digits); absent when not chosen
     * @param longitude degrees, WGS 84; absent with latitude
     * @param latitude degrees, WGS 84; absent with longitude
     */
    record Place(String text, String divisionCode, Double longitude, Double latitude) {}

    /**
     * A reported safety hazard (安全隐患).
     *
     * @param kind hazard kind code, such as {@code FIRE_SAFETY}
     * @param severity {@code GENERAL} or {@code MAJOR}
     */
    record Hazard(String kind, String severity) {}
}
