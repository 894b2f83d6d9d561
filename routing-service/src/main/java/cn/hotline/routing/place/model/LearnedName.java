package cn.hotline.routing.place.model;

import java.util.Map;

/**
 * A name that confirmed tickets taught us: how many of those that say it lie in which county.
 *
 * @param declared whether a person wrote it as the name of a place; else it was found in texts
 * @param tickets how many tickets, by county code; the county of most of them first
 */
public record LearnedName(String name, boolean declared, Map<String, Integer> tickets) {

    /** How many tickets say it. */
    public int support() {
        return tickets.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Code of the county most of them lie in. */
    public String county() {
        return tickets.keySet().iterator().next();
    }

    /** Share of that county, 0 to 1. */
    public double purity() {
        return tickets.values().iterator().next() / (double) support();
    }
}
