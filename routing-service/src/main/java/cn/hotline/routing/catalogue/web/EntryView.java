package cn.hotline.routing.catalogue.web;

import cn.hotline.chassis.Termed.Coded;
import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.PlaceReach;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.model.Division;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One entry as people read it, and as it may be sent back.
 *
 * @param categoryTerm the class with those above it; its code where it is none of ours any more
 * @param place name of the one division it is for; absent for any of that level
 * @param level at which the lead answers
 */
record EntryView(
        String rule,
        String category,
        String categoryTerm,
        String reach,
        String reachTerm,
        @Nullable String division,
        @Nullable String place,
        List<String> objects,
        String lead,
        String leadName,
        Coded level,
        List<String> coUnits,
        List<String> coUnitNames,
        boolean notForStreets,
        String basis,
        @Nullable Coded urgency,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Names of what entries speak of by codes. */
    record Names(Categories categories, Divisions divisions, Units units) {

        EntryView view(CatalogueEntry entry) {
            var scope = entry.scope();
            var duty = entry.duty();
            return new EntryView(
                    entry.id(),
                    scope.category(),
                    category(scope.category()),
                    scope.reach().name(),
                    scope.reach().term(),
                    scope.division(),
                    scope.division() == null ? null : division(scope.division()),
                    scope.objects(),
                    duty.lead(),
                    unit(duty.lead()),
                    level(duty.lead()),
                    duty.coUnits(),
                    duty.coUnits().stream().map(this::unit).toList(),
                    duty.notForStreets(),
                    duty.basis(),
                    duty.urgency() == null ? null : Coded.of(duty.urgency()),
                    entry.validity().from(),
                    entry.validity().to());
        }

        String category(String code) {
            return categories
                    .find(code)
                    .map(category -> categories.path(category).stream()
                            .map(Category::term)
                            .collect(Collectors.joining(" / ")))
                    .orElse(code);
        }

        String division(String code) {
            return divisions.find(code).map(Division::name).orElse(code);
        }

        String unit(String code) {
            return PlaceReach.ofStand(code)
                    .map(level -> "属地" + level.term())
                    .or(() -> units.find(code).map(Unit::name))
                    .orElse(code);
        }

        private Coded level(String code) {
            Optional<Coded> ofPlace = PlaceReach.ofStand(code).map(Coded::of);
            return ofPlace.or(() -> units.find(code).map(Unit::level).map(Coded::of))
                    .orElse(new Coded("OTHER", "其他单位"));
        }
    }
}
