package cn.hotline.routing.classification.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One class of the tree.
 *
 * @param code stable, never used again for another class
 * @param parent code of the class above, null at level 1
 * @param level 1 to 3
 * @param reportGroup the printed term under which the daily report counts it
 * @param urgency grade of its complaints, null where the kind alone decides
 */
public record Category(
        String code,
        @Nullable String parent,
        int level,
        String term,
        String reportGroup,
        @Nullable Urgency urgency) {

    public Optional<Urgency> grade() {
        return Optional.ofNullable(urgency);
    }
}
