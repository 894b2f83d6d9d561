package cn.hotline.routing.classification;

import cn.hotline.routing.classification.model.AppealKind;
import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.classification.model.UrgencySuggestion;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how urgent an appeal is: by alarm words ({@code urgency.tsv}), else by kind and class. */
public final class UrgencyRecogniser {

    private final AlarmWords<Urgency> words;

    private UrgencyRecogniser(AlarmWords<Urgency> words) {
        this.words = words;
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed */
    public static UrgencyRecogniser load(KnowledgeFiles files) {
        return new UrgencyRecogniser(AlarmWords.load(
                files,
                "urgency.tsv",
                List.of("urgency", "words"),
                row -> row.optional("urgency").isEmpty() ? null : row.constant("urgency", Urgency.class)));
    }

    /** The grade that words of the text raise, the most urgent of several; empty when none does. */
    public Optional<UrgencySuggestion> recognise(@Nullable String title, String content) {
        return words.raisedBy(title == null ? content : title + "\n" + content).entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .map(raised -> new UrgencySuggestion(raised.getKey(), List.copyOf(raised.getValue())));
    }

    /**
     * The grade of an appeal: what its words raise, else that of its class, else the usual one of its kind.
     *
     * @param kind null counts as 其他
     * @param category null when it is not known
     */
    public UrgencySuggestion grade(
            @Nullable String title, String content, @Nullable AppealKind kind, @Nullable Category category) {
        var wanted = kind == null ? AppealKind.OTHER : kind;
        return recognise(title, content).orElseGet(() -> {
            var ofClass = category == null || !wanted.takesGradeOfClass() ? null : category.urgency();
            return new UrgencySuggestion(ofClass == null ? wanted.usual() : ofClass, List.of());
        });
    }
}
