package cn.hotline.intake.registration.model;

import cn.hotline.intake.contract.IntakeEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 诉求事项: what is asked, in the caller's own words. Texts as they are sent may hold personal data; a ticket keeps them
 * {@link #concealed} and its originals {@link Sealed}.
 *
 * @param title null when it is to be made from the content
 * @param category category code the operator chose; null when left to routing
 * @param urgency null when left to routing
 */
public record Matter(
        Kind kind,
        @Nullable String title,
        String content,
        Place place,
        @Nullable String category,
        @Nullable Urgency urgency,
        @Nullable Hazard hazard,
        @Nullable Instant happenedAt) {

    /** How many characters a title made from the content has at most. */
    private static final int TITLE = 30;

    /**
     * The same matter with every text masked.
     *
     * @param edition of the ticket that these texts come with
     */
    public Matter concealed(Concealment concealment, long edition) {
        return with(
                concealment.hide("title/" + edition, title),
                concealment.hidden("content/" + edition, content),
                concealment.hide("place/" + edition, place.text()));
    }

    /**
     * The same matter with a title. It is cut from the masked content, never the other way round: half a phone number
     * would not be recognised any more.
     */
    public Matter titled() {
        return title == null ? with(titleOf(content), content, place.text()) : this;
    }

    /** The same matter in other words. */
    Matter with(@Nullable String newTitle, @Nullable String newContent, @Nullable String where) {
        return new Matter(
                kind,
                newTitle,
                newContent == null ? content : newContent,
                new Place(where, place.divisionCode(), place.longitude(), place.latitude()),
                category,
                urgency,
                hazard,
                happenedAt);
    }

    /** The first clause. */
    private static String titleOf(String content) {
        String clause = content.strip().split("[。！？!?；;\\n]", 2)[0].strip();
        String text = clause.isEmpty() ? content.strip().lines().findFirst().orElse("") : clause;
        return text.codePointCount(0, text.length()) <= TITLE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, TITLE)) + "…";
    }

    /** As it is told to the other services. */
    IntakeEvent.Matter told() {
        return new IntakeEvent.Matter(
                kind.name(),
                title,
                content,
                new IntakeEvent.Place(place.text(), place.divisionCode(), place.longitude(), place.latitude()),
                category,
                urgency == null ? null : urgency.name(),
                hazard == null
                        ? null
                        : new IntakeEvent.Hazard(
                                hazard.kind().name(), hazard.severity().name()),
                happenedAt);
    }
}
