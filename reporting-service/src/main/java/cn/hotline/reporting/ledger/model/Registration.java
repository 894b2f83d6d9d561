package cn.hotline.reporting.ledger.model;

import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.contract.IntakeEvent.MergeUndone;
import cn.hotline.intake.contract.IntakeEvent.TicketCorrected;
import cn.hotline.intake.contract.IntakeEvent.TicketMerged;
import cn.hotline.intake.contract.IntakeEvent.TicketSupplemented;
import cn.hotline.intake.contract.IntakeEvent.TicketUrged;
import cn.hotline.intake.contract.IntakeEvent.TicketWithdrawn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What intake told of a ticket. The words of the caller stay with intake: the ledger keeps the title, no content.
 *
 * @param receivedOn day of {@code contact.receivedAt}, which is the day of every figure (domain.md 9.2)
 * @param registeredAt when it was stored at intake; may be later than received
 * @param sequel what came later
 * @param steps oldest first
 */
public record Registration(
        Disposition disposition,
        Contact contact,
        Matter matter,
        String receivedOn,
        Instant registeredAt,
        Sequel sequel,
        List<Step> steps) {

    /** Stands where a title would. */
    static final String WITHHELD = "保密诉求";

    public Registration {
        sequel = sequel == null ? Sequel.NONE : sequel;
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    static Registration of(Disposition disposition, IntakeEvent.Registration told, Step first) {
        return new Registration(
                disposition,
                new Contact(
                        told.channel(),
                        told.channelFamily(),
                        told.callId(),
                        told.caller(),
                        told.confidential(),
                        told.receivedAt()),
                Matter.of(told.matter()),
                LedgerEntry.dayOf(told.receivedAt()),
                first.at(),
                Sequel.NONE,
                List.of(first));
    }

    /** As it is shown of a confidential ticket. */
    Registration withheld() {
        return new Registration(
                disposition,
                contact,
                new Matter(matter.kind(), WITHHELD, null, null, null, null, null),
                receivedOn,
                registeredAt,
                sequel,
                steps.stream().map(Step::withheld).toList());
    }

    Registration corrected(TicketCorrected told) {
        return new Registration(
                disposition,
                contact,
                Matter.of(told.matter()),
                receivedOn,
                registeredAt,
                sequel,
                Step.after(steps, new Step(StepKind.CORRECTED, told.at(), null, null, told.reason())));
    }

    Registration supplemented(TicketSupplemented told) {
        return later(sequel.supplemented(), Step.of(StepKind.SUPPLEMENTED, told.at()));
    }

    Registration urged(TicketUrged told) {
        return later(sequel.urged(), Step.of(StepKind.PRESSED_BY_CALLER, told.at()));
    }

    Registration withdrawn(TicketWithdrawn told) {
        return later(sequel.withdrawn(told.at()), new Step(StepKind.WITHDRAWN, told.at(), null, null, told.reason()));
    }

    Registration merged(TicketMerged told) {
        return later(
                sequel.following(told.master()),
                new Step(StepKind.MERGED, told.at(), null, null, "并入 " + told.master() + "：" + told.reason()));
    }

    Registration mergeUndone(MergeUndone told) {
        return later(sequel.following(null), Step.of(StepKind.MERGE_UNDONE, told.at()));
    }

    private Registration later(Sequel longer, Step step) {
        return new Registration(
                disposition, contact, matter, receivedOn, registeredAt, longer, Step.after(steps, step));
    }

    /**
     * How it came in.
     *
     * @param channel channel code
     * @param family {@code CALL WEB HAZARD_BODY PARTNER WALK_IN}
     * @param callId the call it was registered in; null when it names none
     * @param caller random token; null when anonymous without number
     */
    public record Contact(
            String channel,
            String family,
            @Nullable String callId,
            @Nullable String caller,
            boolean confidential,
            Instant receivedAt) {}

    /**
     * What is asked.
     *
     * @param kind code of the kind of appeal
     * @param title null when intake made none
     * @param category category the operator chose; null when left to routing
     * @param hazard kind of safety hazard; null when none is reported
     * @param severity of the hazard; null when none is reported or it was not said
     * @param place address text; null when none was given
     * @param division code of the county, street or community the operator chose; null when none
     */
    public record Matter(
            String kind,
            @Nullable String title,
            @Nullable String category,
            @Nullable String hazard,
            @Nullable String severity,
            @Nullable String place,
            @Nullable String division) {

        static Matter of(IntakeEvent.Matter told) {
            return new Matter(
                    told.kind(),
                    told.title(),
                    told.category(),
                    told.hazard() == null ? null : told.hazard().kind(),
                    told.hazard() == null ? null : told.hazard().severity(),
                    told.place() == null ? null : told.place().text(),
                    told.place() == null ? null : told.place().divisionCode());
        }
    }
}
