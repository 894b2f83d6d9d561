package cn.hotline.routing.dispatch;

import cn.hotline.intake.contract.IntakeEvent.Matter;
import cn.hotline.routing.catalogue.Recommender;
import cn.hotline.routing.catalogue.model.Recommendation;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.classification.model.CategorySuggestion;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent.Place;
import cn.hotline.routing.dispatch.model.Appeal;
import cn.hotline.routing.dispatch.model.Classification;
import cn.hotline.routing.dispatch.model.Proposal;
import cn.hotline.routing.dispatch.model.Topic;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.model.PlaceSuggestion;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an appeal as routing understands it: class, place, urgency, and who should answer. */
public final class Assessor {

    private static final String OPERATOR = "OPERATOR";
    private static final String CLASSIFIER = "LEXICON-";

    private final Recommender recommender;
    private final Categories categories;
    private final Divisions divisions;

    public Assessor(Recommender recommender, Categories categories, Divisions divisions) {
        this.recommender = recommender;
        this.categories = categories;
        this.divisions = divisions;
    }

    /**
     * What the operator chose stands, as long as we know the code; a fact of another service is never refused for a
     * code that is newer than we are.
     */
    public Classification assess(Matter matter) {
        String chosen = known(
                matter.category(), categories.find(orEmpty(matter.category())).isPresent());
        Recommendation seen = recommender.recommend(
                matter.title(),
                matter.content(),
                matter.place() == null ? null : matter.place().text(),
                divisionOf(matter),
                Appeal.kindOf(matter),
                chosen);
        CategorySuggestion best = seen.category().orElse(null);
        return new Classification(
                best == null ? null : topic(best.code()),
                urgency(matter, seen),
                seen.place().map(Assessor::place).orElse(null),
                best == null ? 0 : best.confidence(),
                best == null ? List.of() : best.evidence(),
                chosen == null ? CLASSIFIER + categories.version() : OPERATOR,
                new Proposal(seen.units(), seen.doubts(), seen.sensitive(), seen.concerns()));
    }

    /** @throws cn.hotline.routing.classification.UnknownCategory when there is none of this code */
    public Topic topic(String code) {
        Category category = categories.require(code);
        return new Topic(category.code(), category.term(), category.reportGroup());
    }

    private @Nullable String divisionOf(Matter matter) {
        String code = matter.place() == null ? null : matter.place().divisionCode();
        return known(code, divisions.find(orEmpty(code)).isPresent());
    }

    private static Urgency urgency(Matter matter, Recommendation seen) {
        return Arrays.stream(Urgency.values())
                .filter(grade -> grade.name().equals(matter.urgency()))
                .findFirst()
                .orElse(seen.urgency().urgency());
    }

    private static Place place(PlaceSuggestion seen) {
        return new Place(
                seen.countyCode(),
                seen.county(),
                seen.streetCode(),
                seen.street(),
                seen.communityCode(),
                seen.community());
    }

    private static @Nullable String known(@Nullable String code, boolean known) {
        return known ? code : null;
    }

    private static String orEmpty(@Nullable String code) {
        return code == null ? "" : code;
    }
}
