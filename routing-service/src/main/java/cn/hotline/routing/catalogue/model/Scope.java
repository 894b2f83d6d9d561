package cn.hotline.routing.catalogue.model;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import cn.hotline.routing.place.model.PlaceSuggestion;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is for: class × place × object.
 *
 * @param category code of the class, with all classes below that have no entry of their own
 * @param reach how exactly the place must be known
 * @param division code of the one county, street or community it is for; null for any of that level
 * @param objects words of which one must stand in the appeal (对象词), in any order; empty for any object
 */
public record Scope(
        String category, PlaceReach reach, @Nullable String division, List<String> objects) {

    /** Of two that apply the more exact: with an object, of one place by name and the smaller, then by level. */
    public static final Comparator<Scope> MORE_EXACT_FIRST = comparing((Scope scope) -> scope.objects.isEmpty())
            .thenComparing(comparingInt((Scope scope) -> scope.division == null ? 0 : scope.division.length())
                    .reversed())
            .thenComparing(Scope::reach, Comparator.reverseOrder());

    public Scope(String category, PlaceReach reach, @Nullable String division, @Nullable List<String> objects) {
        this.category = category;
        this.reach = division == null ? reach : PlaceReach.ofDivision(division);
        this.division = division;
        this.objects = objects == null ? List.of() : List.copyOf(objects);
    }

    /** Whether it holds at this place, be it unknown. */
    public boolean reachedBy(@Nullable PlaceSuggestion place) {
        return division == null
                ? reach.reachedBy(place)
                : reach.codeOf(place).filter(division::equals).isPresent();
    }

    /** Whether both would apply to one appeal and neither is the more exact. */
    public boolean rivals(Scope other) {
        return category.equals(other.category)
                && reach == other.reach
                && Objects.equals(division, other.division)
                && (objects.isEmpty() ? other.objects.isEmpty() : sharesAnObject(other));
    }

    private boolean sharesAnObject(Scope other) {
        return objects.stream().anyMatch(Set.copyOf(other.objects)::contains);
    }
}
