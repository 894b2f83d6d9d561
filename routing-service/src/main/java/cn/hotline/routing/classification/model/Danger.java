package cn.hotline.routing.classification.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a text says of danger.
 *
 * @param urgency the grade that it raises, the most urgent of several; empty when it raises none
 * @param marks why it wants a restricted view, each once; usually none
 */
public record Danger(Optional<UrgencySuggestion> urgency, List<SensitiveMark> marks) {

    /** Whether anything of it is danger. */
    public boolean any() {
        return urgency.isPresent() || !marks.isEmpty();
    }

    /**
     * The grade of the appeal: what its words raise, else that of its class, else the usual one of its kind.
     *
     * @param kind null counts as 其他
     * @param category null when it is not known
     */
    public UrgencySuggestion grade(@Nullable AppealKind kind, @Nullable Category category) {
        var wanted = kind == null ? AppealKind.OTHER : kind;
        return urgency.orElseGet(() -> {
            var ofClass = category == null || !wanted.takesGradeOfClass() ? null : category.urgency();
            return new UrgencySuggestion(ofClass == null ? wanted.usual() : ofClass, List.of());
        });
    }
}
