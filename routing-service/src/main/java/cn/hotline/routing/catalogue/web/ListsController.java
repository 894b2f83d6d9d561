package cn.hotline.routing.catalogue.web;

import cn.hotline.chassis.Termed.Coded;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The lists an operator keeps as files: 承办单位, 诉求分类. */
@RestController
@RequestMapping("/api/v1")
public final class ListsController {

    private final Units units;
    private final Categories categories;

    ListsController(Units units, Categories categories) {
        this.units = units;
        this.categories = categories;
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

    private CategoryView view(Category category) {
        return new CategoryView(
                category.code(),
                category.term(),
                category.parent(),
                categories.path(category).stream().map(Category::term).toList(),
                category.reportGroup(),
                category.grade().map(Coded::of).orElse(null));
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
            @Nullable String parent,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String successor) {

        static UnitView of(Unit unit) {
            return new UnitView(
                    unit.code(),
                    unit.name(),
                    Coded.of(unit.level()),
                    unit.countyCode(),
                    unit.parent(),
                    unit.from(),
                    unit.until(),
                    unit.successor());
        }
    }

    record CategoryView(
            String code,
            String term,
            @Nullable String parent,
            List<String> path,
            String reportGroup,
            @Nullable Coded urgency) {}
}
