package cn.hotline.routing.dispatch.web;

import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.units.Units;
import cn.hotline.ui.Choice;
import java.util.List;
import java.util.stream.Collectors;

/** What the selects of the desk and of the inbox offer. */
public record Choices(List<Choice> units, List<Choice> categories) {

    public static Choices of(Units units, Categories categories) {
        return new Choices(
                units.all().stream()
                        .map(unit -> Choice.of(unit.code(), unit.name()))
                        .toList(),
                categories.all().stream()
                        .map(category -> Choice.of(category.code(), path(categories, category)))
                        .toList());
    }

    private static String path(Categories categories, Category category) {
        return categories.path(category).stream().map(Category::term).collect(Collectors.joining(" / "));
    }
}
