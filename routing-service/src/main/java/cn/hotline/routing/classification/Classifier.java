package cn.hotline.routing.classification;

import static java.util.Comparator.comparingDouble;

import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.classification.model.CategorySuggestion;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.WordIndex;
import cn.hotline.routing.learning.Hints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an appeal is about from the words of the lexicon ({@code lexicon.tsv}). Every word counts once, in the
 * title half as much again; a class is the surer the more weight speaks for it and the less for others.
 */
public final class Classifier {

    private static final String FILE = "lexicon.tsv";
    private static final int MOST = 5;
    private static final double TITLE = 1.5;
    /** Squared weight that stands for all we did not understand: one word of weight 2 alone gives 0.5. */
    private static final double DOUBT = 4;

    private final Categories categories;
    private final WordIndex<Map<Category, Double>> words;

    private Classifier(Categories categories, WordIndex<Map<Category, Double>> words) {
        this.categories = categories;
        this.words = words;
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed or names an unknown class */
    public static Classifier load(KnowledgeFiles files, Categories categories) {
        var weights = new LinkedHashMap<String, Map<Category, Double>>();
        for (var row : files.read(FILE, "category", "weight", "words").rows()) {
            var category = categories
                    .find(row.text("category"))
                    .orElseThrow(() -> row.fault("category " + row.text("category") + " is not in categories.tsv"));
            double weight = row.weight("weight");
            row.text("words");
            for (var word : row.words("words")) {
                var former = weights.computeIfAbsent(word, any -> new LinkedHashMap<>())
                        .put(category, weight);
                row.require(former == null, "word " + word + " stands twice for " + category.code());
            }
        }
        return new Classifier(categories, new WordIndex<>(weights));
    }

    /** The classes that words speak for, surest first, at most five; empty when no word is known. */
    public List<CategorySuggestion> classify(@Nullable String title, String content) {
        var scores = new LinkedHashMap<Category, Score>();
        var counted = new LinkedHashSet<String>();
        if (title != null) {
            count(title, TITLE, counted, scores);
        }
        count(content, 1, counted, scores);
        double all = scores.values().stream().mapToDouble(Score::squared).sum() + DOUBT;
        var suggestions = new ArrayList<CategorySuggestion>();
        scores.forEach((category, score) -> suggestions.add(suggestion(category, score, all)));
        suggestions.sort(comparingDouble(CategorySuggestion::confidence).reversed());
        return List.copyOf(suggestions.subList(0, Math.min(MOST, suggestions.size())));
    }

    /** What the words of a text speak for, for something that learns how far to believe them. */
    public List<Hints.Hint> hints(String plainText) {
        return words.find(plainText).stream()
                .flatMap(hit -> hit.value().keySet().stream()
                        .map(category -> new Hints.Hint(category.code(), hit.start(), hit.end())))
                .toList();
    }

    private void count(String text, double factor, Set<String> counted, Map<Category, Score> scores) {
        for (var hit : words.find(WordIndex.plain(text))) {
            if (counted.add(hit.word())) {
                hit.value().forEach((category, weight) -> scores.computeIfAbsent(category, any -> new Score())
                        .add(hit.word(), weight * factor));
            }
        }
    }

    private CategorySuggestion suggestion(Category category, Score score, double all) {
        var path = categories.path(category).stream().map(Category::term).toList();
        return new CategorySuggestion(
                category.code(), category.term(), path, score.squared() / all, List.copyOf(score.evidence));
    }

    private static final class Score {
        private final Set<String> evidence = new LinkedHashSet<>();
        private double sum;

        private void add(String word, double weight) {
            evidence.add(word);
            sum += weight;
        }

        private double squared() {
            return sum * sum;
        }
    }
}
