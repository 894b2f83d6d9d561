package cn.hotline.routing.classification;

import cn.hotline.routing.classification.AlarmWords.Alarm;
import cn.hotline.routing.classification.model.AppealKind;
import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.classification.model.UrgencySuggestion;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells how urgent an appeal is: by what {@link DangerEar} hears, else by kind and class. */
public final class UrgencyRecogniser {

    private final DangerEar ear;

    private UrgencyRecogniser(DangerEar ear) {
        this.ear = ear;
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed */
    public static UrgencyRecogniser load(KnowledgeFiles files) {
        return new UrgencyRecogniser(DangerEar.load(files));
    }

    /** The grade that the text raises, the most urgent of several; empty when it raises none. */
    public Optional<UrgencySuggestion> recognise(@Nullable String title, String content) {
        return mostUrgent(ear.raisedBy(title, content));
    }

    /** The same by sayings alone, without what was learned: where a false alarm costs more than a miss. */
    public Optional<UrgencySuggestion> recogniseSayings(@Nullable String title, String content) {
        return mostUrgent(ear.raisedBySayings(title, content));
    }

    private static Optional<UrgencySuggestion> mostUrgent(Map<Alarm, Set<String>> raised) {
        var evidence = new EnumMap<Urgency, Set<String>>(Urgency.class);
        raised.forEach((alarm, said) -> {
            if (alarm.urgency() != null) {
                evidence.computeIfAbsent(alarm.urgency(), any -> new LinkedHashSet<>())
                        .addAll(said);
            }
        });
        return evidence.entrySet().stream()
                .findFirst()
                .map(first -> new UrgencySuggestion(first.getKey(), List.copyOf(first.getValue())));
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
