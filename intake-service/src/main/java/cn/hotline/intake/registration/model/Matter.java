package cn.hotline.intake.registration.model;

import cn.hotline.intake.contract.IntakeEvent;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * 诉求事项: what is asked, in the caller's own words. The texts may hold personal data; whatever leaves intake or is
 * shown goes through {@link #masked}.
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
     * The same matter with every text masked, and with a title. A title is cut from the masked content, never the
     * other way round: half a phone number would not be recognised any more.
     */
    public Matter masked(UnaryOperator<String> mask) {
        String shown = mask.apply(content);
        String where = place.text() == null ? null : mask.apply(place.text());
        return new Matter(
                kind,
                title == null ? titleOf(shown) : mask.apply(title),
                shown,
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
