package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.contract.IntakeEvent.Matter;
import cn.hotline.routing.catalogue.Recommender;
import cn.hotline.routing.catalogue.model.Decision;
import cn.hotline.routing.catalogue.model.Recommendation;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.classification.model.CategorySuggestion;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.classification.model.UrgencySuggestion;
import cn.hotline.routing.contract.RoutingEvent.Place;
import cn.hotline.routing.dispatch.model.Appeal;
import cn.hotline.routing.dispatch.model.Classification;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchRefusal;
import cn.hotline.routing.dispatch.model.Proposal;
import cn.hotline.routing.dispatch.model.Topic;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.place.model.Whereabouts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an appeal as routing understands it: class, place, urgency, and who should answer. */
public final class Assessor {

    private static final int OTHERS = 2;
    /** Less sure than this, another class would only confuse. */
    private static final double WORTH_A_LOOK = 0.1;

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
     *
     * @param told the day on which it was asked
     */
    public Classification assess(Matter matter, LocalDate told) {
        String chosen = known(
                matter.category(), categories.find(orEmpty(matter.category())).isPresent());
        Recommendation seen = recommender.recommend(
                matter.title(), matter.content(), where(matter, told), Appeal.kindOf(matter), chosen);
        CategorySuggestion best = seen.category().orElse(null);
        var urgency = urgency(matter, seen);
        return new Classification(
                best == null ? null : topic(best.code()),
                urgency.urgency(),
                seen.place().map(Assessor::place).orElse(null),
                seen.place()
                        .filter(PlaceSuggestion::streetIsTaught)
                        .map(PlaceSuggestion::streetCode)
                        .orElse(null),
                best == null ? 0 : best.confidence(),
                best == null ? List.of() : best.evidence(),
                urgency.evidence(),
                seen.tags(),
                best == null ? recommender.classifier() : best.by(),
                new Proposal(
                        seen.units(),
                        seen.doubts(),
                        seen.sensitive(),
                        seen.concerns(),
                        others(seen),
                        seen.place().map(PlaceSuggestion::evidence).orElse(List.of())));
    }

    private static List<CategorySuggestion> others(Recommendation seen) {
        return seen.categories().stream()
                .skip(1)
                .filter(other -> other.confidence() >= WORTH_A_LOOK)
                .limit(OTHERS)
                .toList();
    }

    /** @throws cn.hotline.routing.classification.UnknownCategory when there is none of this code */
    public Topic topic(String code) {
        Category category = categories.require(code);
        return new Topic(category.code(), category.term(), category.reportGroup());
    }

    /**
     * 乡镇街道不承接: holds whoever decides to what the catalogue keeps from streets and communities.
     *
     * @param chosen the class it is to have; null for the one it has
     * @throws Refused when one of these units may not have it
     */
    void refuseBarred(Dispatch ticket, @Nullable Topic chosen, Stream<String> units) {
        Decision known = DispatchDecisions.decision(ticket);
        Optional<Category> category = categories.find(orEmpty(chosen == null ? known.category() : chosen.code()));
        category.flatMap(one -> units.flatMap(unit -> recommender.bars(unit, one, known.place(), known.text()).stream())
                        .findFirst())
                .ifPresent(entry -> {
                    String ground = "目录条目 " + entry.id() + "，依据：" + entry.duty().basis();
                    throw new Refused(DispatchRefusal.NOT_FOR_STREETS, List.of(new FieldError("unit", ground)));
                });
    }

    private Whereabouts where(Matter matter, LocalDate told) {
        IntakeEvent.Place place = matter.place();
        return new Whereabouts(
                place == null ? null : place.text(),
                divisionOf(matter, told),
                place == null ? null : place.longitude(),
                place == null || place.longitude() == null ? null : place.latitude(),
                told);
    }

    private @Nullable String divisionOf(Matter matter, LocalDate told) {
        String code = matter.place() == null ? null : matter.place().divisionCode();
        return known(code, !divisions.on(orEmpty(code), told).isEmpty());
    }

    private static UrgencySuggestion urgency(Matter matter, Recommendation seen) {
        return Arrays.stream(Urgency.values())
                .filter(grade -> grade.name().equals(matter.urgency()))
                .findFirst()
                .map(chosen -> new UrgencySuggestion(chosen, List.of()))
                .orElse(seen.urgency());
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
