package cn.hotline.routing.catalogue.model;

import cn.hotline.routing.classification.model.CategorySuggestion;
import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.classification.model.Tag;
import cn.hotline.routing.classification.model.UrgencySuggestion;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.place.model.Setting;
import cn.hotline.routing.recusal.model.Concern;
import java.util.List;
import java.util.Optional;

/**
 * What we would do with an appeal, and why; lists best first, at most five.
 *
 * @param units the proposal (one lead, its co-handlers), then the alternatives
 * @param sensitive usually empty
 * @param tags all of them; often none
 * @param concerns units the appeal accuses, which are not among {@code units}; usually none
 * @param setting what lies across, beside and below the county
 * @param split parts, where the text holds more than one request; else empty
 * @param doubts what keeps it from being dispatched without a person; empty when nothing does
 */
public record Recommendation(
        List<CategorySuggestion> categories,
        List<PlaceSuggestion> places,
        List<UnitSuggestion> units,
        UrgencySuggestion urgency,
        List<SensitiveMark> sensitive,
        List<Tag> tags,
        List<Concern> concerns,
        Setting setting,
        List<Part> split,
        List<Doubt> doubts) {

    /** May be dispatched without a person: class, place where one is needed, and entry are all sure enough. */
    public boolean sure() {
        return doubts.isEmpty();
    }

    public Optional<CategorySuggestion> category() {
        return categories.stream().findFirst();
    }

    /** Where it lies; empty when nothing is known, or several counties have equally much to speak for them. */
    public Optional<PlaceSuggestion> place() {
        return placeIsOpen(places, setting) ? Optional.empty() : places.stream().findFirst();
    }

    /** Whether two counties have equally much to speak for them, and it is not at their border. */
    public static boolean placeIsOpen(List<PlaceSuggestion> places, Setting setting) {
        return places.size() > 1 && setting.border().isEmpty() && places.get(0).ties(places.get(1));
    }

    /** Who should answer; empty when the catalogue has nothing. */
    public Optional<UnitSuggestion> lead() {
        return units.stream().filter(unit -> unit.role() == UnitRole.LEAD).findFirst();
    }

    /** Who should help the lead. */
    public List<UnitSuggestion> coUnits() {
        return units.stream().filter(unit -> unit.role() == UnitRole.CO).toList();
    }
}
