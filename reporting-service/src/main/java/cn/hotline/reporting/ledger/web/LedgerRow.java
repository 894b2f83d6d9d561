package cn.hotline.reporting.ledger.web;

import cn.hotline.chassis.Termed.Coded;
import cn.hotline.reporting.codes.Terms;
import cn.hotline.reporting.ledger.model.Handling;
import cn.hotline.reporting.ledger.model.Handling.Topic;
import cn.hotline.reporting.ledger.model.Handling.Unit;
import cn.hotline.reporting.ledger.model.LedgerEntry;
import cn.hotline.reporting.ledger.model.Pressing;
import cn.hotline.reporting.ledger.model.Registration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger as a reader sees it; what is not known yet is absent.
 *
 * @param disposition what the desk did with it
 * @param callId the call it was registered in
 * @param reportGroup group of the daily report
 * @param tags what else it can be found by
 * @param finishBy the ticket's finish deadline
 * @param finishedInTime of the newest reply
 * @param satisfaction of the newest revisit
 * @param exclusion why no rate of the unit counts it
 * @param master the ticket it is merged into
 * @param pressedByCaller how often the caller pressed
 * @param urges how often a unit was urged
 */
record LedgerRow(
        String number,
        Coded status,
        @Nullable Coded disposition,
        @Nullable Coded channel,
        @Nullable String callId,
        @Nullable Coded kind,
        @Nullable String title,
        @Nullable Coded category,
        @Nullable String reportGroup,
        @Nullable Coded urgency,
        List<Coded> tags,
        @Nullable Coded hazard,
        @Nullable String place,
        @Nullable Unit unit,
        @Nullable String receivedOn,
        @Nullable Instant receivedAt,
        @Nullable Instant finishBy,
        @Nullable Boolean finishedInTime,
        @Nullable Coded satisfaction,
        @Nullable Coded exclusion,
        @Nullable String master,
        int supplements,
        int pressedByCaller,
        int urges,
        int supervisions,
        @Nullable Instant escalatedAt) {

    static LedgerRow of(LedgerEntry entry, Terms terms) {
        Registration registration = entry.registration();
        Handling handling = entry.handling();
        Pressing pressing = entry.pressing();
        Topic topic = handling == null ? null : handling.topic();
        return new LedgerRow(
                entry.number(),
                Coded.of(entry.status()),
                registration == null ? null : Coded.of(registration.disposition()),
                registration == null
                        ? null
                        : terms.coded(Terms.CHANNEL, registration.contact().channel()),
                registration == null ? null : registration.contact().callId(),
                registration == null
                        ? null
                        : terms.coded(Terms.KIND, registration.matter().kind()),
                registration == null ? null : registration.matter().title(),
                category(registration, topic, terms),
                topic == null ? null : topic.reportGroup(),
                topic == null ? null : terms.coded(Terms.URGENCY, topic.urgency()),
                topic == null
                        ? List.of()
                        : topic.tags().stream()
                                .map(tag -> new Coded(tag.code(), tag.term()))
                                .toList(),
                registration == null
                        ? null
                        : terms.coded(Terms.HAZARD, registration.matter().hazard()),
                registration == null ? null : registration.matter().place(),
                handling == null ? null : handling.unit(),
                registration == null ? null : registration.receivedOn(),
                registration == null ? null : registration.contact().receivedAt(),
                handling == null ? null : handling.finishBy(),
                handling == null || handling.reply() == null
                        ? null
                        : handling.reply().inTime(),
                satisfaction(entry, terms),
                exclusion(entry, terms),
                registration == null ? null : registration.sequel().follows(),
                registration == null ? 0 : registration.sequel().supplements(),
                registration == null ? 0 : registration.sequel().urges(),
                pressing == null ? 0 : pressing.urges(),
                pressing == null ? 0 : pressing.supervisions(),
                pressing == null ? null : pressing.escalatedAt());
    }

    /** By routing's newest word, else what the operator chose. */
    private static @Nullable Coded category(@Nullable Registration registration, @Nullable Topic topic, Terms terms) {
        if (topic != null && topic.category() != null) {
            return topic.term() == null
                    ? terms.coded(Terms.CATEGORY, topic.category())
                    : new Coded(topic.category(), topic.term());
        }
        return registration == null
                ? null
                : terms.coded(Terms.CATEGORY, registration.matter().category());
    }

    private static @Nullable Coded satisfaction(LedgerEntry entry, Terms terms) {
        if (entry.followup() == null || entry.followup().revisits().isEmpty()) {
            return null;
        }
        var revisits = entry.followup().revisits();
        return terms.coded(Terms.SATISFACTION, revisits.get(revisits.size() - 1).satisfaction());
    }

    private static @Nullable Coded exclusion(LedgerEntry entry, Terms terms) {
        return entry.followup() == null || entry.followup().exclusion() == null
                ? null
                : terms.coded(Terms.EXCLUSION, entry.followup().exclusion().ground());
    }

    /** Every unit, group and deadline of one ticket, and all that happened to it, oldest first. */
    record Course(LedgerRow row, List<StepView> steps) {

        static Course of(LedgerEntry entry, Terms terms) {
            return new Course(
                    LedgerRow.of(entry, terms),
                    entry.course().stream()
                            .map(step -> StepView.of(step, terms))
                            .toList());
        }
    }
}
