package cn.hotline.routing.recusal.model;

import java.util.List;

/**
 * Whom a text accuses.
 *
 * @param concerns units by name; usually none
 * @param unnamed whether staff of an authority is accused of whom the text does not say where they work
 */
public record Accusation(List<Concern> concerns, boolean unnamed) {

    public static final Accusation NONE = new Accusation(List.of(), false);

    public Accusation {
        concerns = List.copyOf(concerns);
    }

    public boolean any() {
        return unnamed || !concerns.isEmpty();
    }

    /** Whether that unit must have nothing to do with the appeal. */
    public boolean keepsAway(String unitCode) {
        return concerns.stream().anyMatch(concern -> concern.keepsAway(unitCode));
    }
}
