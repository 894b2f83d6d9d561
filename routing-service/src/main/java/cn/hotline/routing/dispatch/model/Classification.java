package cn.hotline.routing.dispatch.model;

import cn.hotline.routing.catalogue.model.Doubt;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.classification.model.Tag;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.Place;
import cn.hotline.routing.contract.RoutingEvent.TicketClassified;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 分类定位: what a ticket is about, where, and how urgent.
 *
 * @param topic null when nothing was recognised
 * @param place null when none was recognised
 * @param taughtStreet code of the street of the place where only learned names lead to it; else null
 * @param confidence of the topic, 0 to 1
 * @param evidence words that speak for the topic
 * @param urgencyEvidence words that speak for the urgency; empty where the class or a person gave it
 * @param tags what it is found by besides; often none
 * @param by {@code OPERATOR}, {@code DISPATCHER} or {@code UNIT} who chose the topic, else the version of what recognised it
 */
public record Classification(
        @Nullable Topic topic,
        Urgency urgency,
        @Nullable Place place,
        @Nullable String taughtStreet,
        double confidence,
        List<String> evidence,
        List<String> urgencyEvidence,
        List<Tag> tags,
        String by,
        Proposal proposal) {

    /** Who decided, when a dispatcher changed what was recognised. */
    public static final String DISPATCHER = "DISPATCHER";

    public Classification(
            @Nullable Topic topic,
            Urgency urgency,
            @Nullable Place place,
            @Nullable String taughtStreet,
            double confidence,
            @Nullable List<String> evidence,
            @Nullable List<String> urgencyEvidence,
            @Nullable List<Tag> tags,
            String by,
            Proposal proposal) {
        this.topic = topic;
        this.urgency = urgency;
        this.place = place;
        this.taughtStreet = taughtStreet;
        this.confidence = confidence;
        this.evidence = evidence == null ? List.of() : List.copyOf(evidence);
        this.urgencyEvidence = urgencyEvidence == null ? List.of() : List.copyOf(urgencyEvidence);
        this.tags = tags == null ? List.of() : List.copyOf(tags);
        this.by = by;
        this.proposal = proposal;
    }

    /** Who decided, when the unit that handles it changed what was recognised. */
    public static final String UNIT = "UNIT";

    /** As a person sees it; null leaves a part as it is. */
    Classification corrected(@Nullable Topic chosen, @Nullable Urgency grade, String person) {
        if ((chosen == null || chosen.equals(topic)) && (grade == null || grade == urgency)) {
            return this;
        }
        return new Classification(
                chosen == null ? topic : chosen,
                grade == null ? urgency : grade,
                place,
                taughtStreet,
                chosen == null ? confidence : 1,
                chosen == null ? evidence : List.of(),
                grade == null ? urgencyEvidence : List.of(),
                tags,
                person,
                proposal);
    }

    /** In doubt for one reason more, with candidates more. */
    public Classification doubting(Doubt doubt, List<UnitSuggestion> more) {
        return proposing(proposal.doubting(doubt, more));
    }

    /** Those of these that were to help are candidates only. */
    public Classification withoutHelpers(Set<String> codes) {
        return proposing(proposal.withoutHelpers(codes));
    }

    private Classification proposing(Proposal other) {
        return new Classification(
                topic, urgency, place, taughtStreet, confidence, evidence, urgencyEvidence, tags, by, other);
    }

    /** As somebody sees it to whom a confidential ticket does not open. */
    Classification withheld() {
        return new Classification(null, urgency, null, null, 0, List.of(), List.of(), List.of(), by, Proposal.NONE);
    }

    TicketClassified told(TicketNumber number, Instant at) {
        return new TicketClassified(
                number.value(),
                topic == null ? null : topic.code(),
                topic == null ? null : topic.term(),
                topic == null ? null : topic.reportGroup(),
                urgency.name(),
                place,
                confidence,
                evidence,
                tags.stream()
                        .map(tag -> new RoutingEvent.Tag(tag.code(), tag.term(), tag.words()))
                        .toList(),
                by,
                at);
    }
}
