package cn.hotline.routing.catalogue.web;

import cn.hotline.chassis.web.Coded;
import cn.hotline.routing.catalogue.Catalogue;
import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The lists an operator keeps: 承办单位, 诉求分类, 派单目录. */
@RestController
@RequestMapping("/api/v1")
public final class CatalogueController {

    private final Units units;
    private final Categories categories;
    private final Catalogue catalogue;

    CatalogueController(Units units, Categories categories, Catalogue catalogue) {
        this.units = units;
        this.categories = categories;
        this.catalogue = catalogue;
    }

    @GetMapping("/units")
    Listed<UnitView> units() {
        return Listed.of(units.version(), units.all().stream().map(UnitView::of).toList());
    }

    @GetMapping("/categories")
    Listed<CategoryView> categories() {
        return Listed.of(
                categories.version(), categories.all().stream().map(this::view).toList());
    }

    @GetMapping("/catalogue")
    Listed<EntryView> catalogue() {
        return Listed.of(
                catalogue.version(),
                catalogue.entries().stream().map(EntryView::of).toList());
    }

    private CategoryView view(Category category) {
        return new CategoryView(
                category.code(),
                category.term(),
                category.parent(),
                categories.path(category).stream().map(Category::term).toList(),
                category.reportGroup(),
                category.grade()
                        .map(grade -> new Coded(grade.name(), grade.term()))
                        .orElse(null));
    }

    /** A list in one version, always whole: as lists are answered everywhere, and with its version. */
    record Listed<T>(String version, List<T> items, int page, int size, long total) {

        static <T> Listed<T> of(String version, List<T> items) {
            return new Listed<>(version, items, 0, items.size(), items.size());
        }
    }

    record UnitView(
            String code,
            String name,
            Coded level,
            @Nullable String countyCode,
            @Nullable String parent) {

        static UnitView of(Unit unit) {
            return new UnitView(
                    unit.code(),
                    unit.name(),
                    new Coded(unit.level().name(), unit.level().term()),
                    unit.countyCode(),
                    unit.parent());
        }
    }

    record CategoryView(
            String code,
            String term,
            @Nullable String parent,
            List<String> path,
            String reportGroup,
            @Nullable Coded urgency) {}

    record EntryView(
            String rule,
            String category,
            String reach,
            String lead,
            List<String> coUnits,
            String basis,
            @Nullable Coded urgency) {

        static EntryView of(CatalogueEntry entry) {
            return new EntryView(
                    entry.id(),
                    entry.category(),
                    entry.reach().name(),
                    entry.lead(),
                    entry.coUnits(),
                    entry.basis(),
                    entry.urgency() == null
                            ? null
                            : new Coded(entry.urgency().name(), entry.urgency().term()));
        }
    }
}
