package cn.hotline.intake.reveal.model;

import java.util.Set;

/**
 * 办理所需: in which classes a handling unit needs the door, and in which the number plate that is complained about. A
 * class stands for those below it.
 */
public record NeededClasses(Set<String> doors, Set<String> plates) {

    public NeededClasses {
        doors = Set.copyOf(doors);
        plates = Set.copyOf(plates);
    }

    boolean doorsIn(String category) {
        return holds(doors, category);
    }

    boolean platesIn(String category) {
        return holds(plates, category);
    }

    private static boolean holds(Set<String> classes, String category) {
        return classes.stream().anyMatch(each -> category.equals(each) || category.startsWith(each + "-"));
    }
}
