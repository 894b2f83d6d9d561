package cn.hotline.routing.place.model;

import java.util.Map;
import java.util.Optional;

/**
 * A name that confirmed tickets taught us: how many of those that say it lie in which county, and in which street.
 *
 * @param declared whether a person wrote it as the name of a place; else it was found in texts
 * @param tickets how many tickets, by county code; the county of most of them first
 * @param streets how many of them whose street is known too, by street code; that of most of them first
 */
public record LearnedName(String name, boolean declared, Map<String, Integer> tickets, Map<String, Integer> streets) {

    /** So many tickets must know their street, and such a share of these the same, before it is the name's. */
    private static final int LEAST_KNOWN = 3;

    private static final double AGREE = 0.8;

    /** How many tickets say it. */
    public int support() {
        return tickets.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Code of the county most of them lie in. */
    public String county() {
        return tickets.keySet().iterator().next();
    }

    /** Code of the street in that county on which its tickets agree; a long road lies in many, and has none. */
    public Optional<String> street() {
        int known = streets.values().stream().mapToInt(Integer::intValue).sum();
        return streets.entrySet().stream()
                .findFirst()
                .filter(most -> known >= LEAST_KNOWN
                        && most.getValue() >= AGREE * known
                        && most.getKey().startsWith(county()))
                .map(Map.Entry::getKey);
    }

    /** Share of that county, 0 to 1. */
    public double purity() {
        return tickets.values().iterator().next() / (double) support();
    }
}
