package cn.hotline.routing.catalogue;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.Decision;
import cn.hotline.routing.catalogue.model.Forecast;
import cn.hotline.routing.catalogue.model.Forecast.Move;
import cn.hotline.routing.catalogue.model.UnitRole;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.recusal.model.Accusation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends tickets that came through a catalogue once more, by the class and place they have now and by the same path that
 * decides on new ones ({@link Recommender#route}). Stateless.
 */
public final class Forecaster {

    private final Recommender recommender;
    private final Categories categories;

    public Forecaster(Recommender recommender, Categories categories) {
        this.recommender = recommender;
        this.categories = categories;
    }

    /** What the second catalogue does otherwise than the first. */
    public Forecast compare(Catalogue before, Catalogue after, List<Decision> decisions, Instant from, Instant to) {
        List<Rerouted> all = decisions.stream()
                .map(decision -> new Rerouted(decision, route(before, decision), route(after, decision)))
                .toList();
        List<Rerouted> moved = all.stream().filter(Rerouted::goesElsewhere).toList();
        return new Forecast(
                from,
                to,
                all.size(),
                moved.size(),
                all.stream()
                        .filter(one -> !one.goesElsewhere() && !one.before.helpers.equals(one.after.helpers))
                        .count(),
                all.stream()
                        .filter(one -> !Objects.equals(one.before.grade, one.after.grade))
                        .count(),
                moves(moved));
    }

    /** Who would lead this ticket by that catalogue; empty where a dispatcher would have to say. */
    public Optional<UnitSuggestion> lead(Catalogue by, Decision decision) {
        return units(by, decision).stream()
                .filter(unit -> unit.role() == UnitRole.LEAD)
                .findFirst();
    }

    private Route route(Catalogue by, Decision decision) {
        List<UnitSuggestion> units = units(by, decision);
        Optional<CatalogueEntry> entry =
                category(decision).flatMap(category -> by.entry(category, decision.place(), decision.text()));
        return new Route(
                units.stream()
                        .filter(unit -> unit.role() == UnitRole.LEAD)
                        .map(UnitSuggestion::code)
                        .findFirst()
                        .orElse(null),
                units.stream()
                        .filter(unit -> unit.role() == UnitRole.CO)
                        .map(UnitSuggestion::code)
                        .toList(),
                entry.map(one -> String.valueOf(one.duty().urgency())).orElse(null));
    }

    private List<UnitSuggestion> units(Catalogue by, Decision decision) {
        Accusation accusation = new Accusation(decision.concerns(), false);
        return category(decision)
                .map(category -> recommender.route(
                        by, category, decision.place(), decision.matter().placeText(), decision.text(), accusation))
                .orElse(List.of());
    }

    private Optional<Category> category(Decision decision) {
        return Optional.ofNullable(decision.category()).flatMap(categories::find);
    }

    private static List<Move> moves(List<Rerouted> moved) {
        return moved.stream().collect(groupingBy(Rerouted::way, Collectors.toList())).entrySet().stream()
                .map(one -> new Move(
                        one.getKey().from, one.getKey().to, one.getValue().size(), newest(one.getValue())))
                .sorted(comparing(Move::count)
                        .reversed()
                        .thenComparing(move -> String.valueOf(move.from()))
                        .thenComparing(move -> String.valueOf(move.to())))
                .toList();
    }

    private static List<String> newest(List<Rerouted> oldestFirst) {
        List<String> numbers = new ArrayList<>();
        for (int i = oldestFirst.size() - 1; i >= 0 && numbers.size() < Forecast.NUMBERS; i--) {
            numbers.add(oldestFirst.get(i).decision.number());
        }
        return List.copyOf(numbers);
    }

    private record Rerouted(Decision decision, Route before, Route after) {

        boolean goesElsewhere() {
            return !Objects.equals(before.lead, after.lead);
        }

        Way way() {
            return new Way(before.lead, after.lead);
        }
    }

    private record Route(
            @Nullable String lead,
            List<String> helpers,
            @Nullable String grade) {}

    private record Way(@Nullable String from, @Nullable String to) {}
}
