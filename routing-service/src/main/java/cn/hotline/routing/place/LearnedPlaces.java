package cn.hotline.routing.place;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import cn.hotline.routing.knowledge.WordIndex;
import cn.hotline.routing.place.model.LearnedName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names confirmed tickets taught us. Never changes; learning again makes another. */
public final class LearnedPlaces {

    public static final LearnedPlaces NONE = new LearnedPlaces(List.of(), 0);

    private final List<LearnedName> names;
    private final WordIndex<LearnedName> index;
    private final int tickets;

    LearnedPlaces(Collection<LearnedName> names, int tickets) {
        this.names = names.stream()
                .sorted(comparingInt(LearnedName::support).reversed().thenComparing(LearnedName::name))
                .toList();
        this.index =
                new WordIndex<>(this.names.stream().collect(Collectors.toMap(LearnedName::name, Function.identity())));
        this.tickets = tickets;
    }

    /** From how many tickets it was learned. */
    public int tickets() {
        return tickets;
    }

    public int size() {
        return names.size();
    }

    /** Those with that text in their name, the most frequent first. */
    public List<LearnedName> like(String text, int limit) {
        return names.stream()
                .filter(learned -> learned.name().contains(text))
                .sorted(comparing((LearnedName learned) -> !learned.name().equals(text)))
                .limit(limit)
                .toList();
    }

    boolean knows(String name) {
        return names.stream().anyMatch(learned -> learned.name().equals(name));
    }

    /** The same without these names. */
    LearnedPlaces without(Set<String> silenced) {
        return silenced.isEmpty()
                ? this
                : new LearnedPlaces(
                        names.stream()
                                .filter(learned -> !silenced.contains(learned.name()))
                                .toList(),
                        tickets);
    }

    List<WordIndex.Hit<LearnedName>> find(String plainText) {
        return index.find(plainText);
    }
}
