package cn.hotline.routing.classification;

import static java.util.Comparator.comparingDouble;

import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.classification.model.CategorySuggestion;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.WordIndex;
import cn.hotline.routing.learning.Hints;
import cn.hotline.routing.learning.ModelTree;
import cn.hotline.routing.learning.TextModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an appeal is about from the words of the lexicon ({@code lexicon.tsv}). Every word counts once, in the
 * title half as much again; a class is the surer the more weight speaks for it and the less for others. With a model in
 * use, it is asked, and the lexicon's opinion counts as far as it was right where the model learned.
 *
 * <p>Both tell classes of the second level. Which of the third it is, the lexicon's words for these say, among those of
 * one class of the second, together with the model below that class where one was learned; where none stands out, it stays
 * with the second.
 *
 * <p>Thread-safe; a decision is made by one model to its end.
 */
public final class Classifier {

    private static final String FILE = "lexicon.tsv";
    private static final String LEXICON = "LEXICON-";
    private static final int MOST = 5;
    private static final int SECOND = 2;
    private static final int THIRD = 3;
    /** Less sure than this, a class is not worth a line. */
    private static final double WORTH_SAYING = 0.01;

    private static final double TITLE = 1.5;
    /** Squared weight that stands for all we did not understand: one word of weight 2 alone gives 0.5. */
    private static final double DOUBT = 4;

    /** Share of the weight of all words for the third level that one class of it must have, or how sure it must be. */
    private static final double PLAIN = 0.6;
    /** So many of its words are shown, before those of the second level. */
    private static final int SHOWN = 2;

    private final String version;
    private final Categories categories;
    private final WordIndex<Map<Category, Double>> words;
    private final Map<String, WordIndex<Map<Category, Double>>> below;
    private volatile @Nullable Trained trained;

    private Classifier(
            String version,
            Categories categories,
            WordIndex<Map<Category, Double>> words,
            Map<String, WordIndex<Map<Category, Double>>> below) {
        this.version = version;
        this.categories = categories;
        this.words = words;
        this.below = below;
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed or names an unknown class */
    public static Classifier load(KnowledgeFiles files, Categories categories) {
        var weights = new LinkedHashMap<String, Map<Category, Double>>();
        var below = new LinkedHashMap<String, Map<String, Map<Category, Double>>>();
        var lexicon = files.read(FILE, "category", "weight", "words");
        for (var row : lexicon.rows()) {
            var category = categories
                    .find(row.text("category"))
                    .orElseThrow(() -> row.fault("category " + row.text("category") + " is not in categories.tsv"));
            double weight = row.weight("weight");
            row.text("words");
            var among = category.level() < THIRD
                    ? weights
                    : below.computeIfAbsent(category.parent(), any -> new LinkedHashMap<>());
            for (var word : row.words("words")) {
                var former = among.computeIfAbsent(word, any -> new LinkedHashMap<>())
                        .put(category, weight);
                row.require(former == null, "word " + word + " stands twice for " + category.code());
            }
        }
        return new Classifier(
                lexicon.version(),
                categories,
                new WordIndex<>(weights),
                below.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> new WordIndex<>(entry.getValue()))));
    }

    /**
     * A model that was learned, and the name under which decisions are kept.
     *
     * @param name such as {@code MODEL-7}
     */
    public record Trained(String name, ModelTree tree) {}

    /** Takes a model into use from the next decision on; null for the lexicon alone. */
    public void use(@Nullable Trained next) {
        trained = next;
    }

    /** What decides now: the version of the lexicon, and of the model where one is in use. */
    public String name() {
        return name(trained);
    }

    /**
     * The classes it may be, surest first, at most five; empty when nothing in it is known. How sure, is said of the
     * second level.
     */
    public List<CategorySuggestion> classify(@Nullable String title, String content) {
        return classify(trained, title, content);
    }

    /** The same with that model; null for the lexicon alone. */
    public List<CategorySuggestion> classify(@Nullable Trained by, @Nullable String title, String content) {
        var reading = by == null ? null : by.tree.model().read(title == null ? "" : title, content);
        return second(by, reading, title, content).stream()
                .map(seen -> closer(seen, by, reading, title, content))
                .toList();
    }

    private List<CategorySuggestion> second(
            @Nullable Trained by, TextModel.@Nullable Reading reading, @Nullable String title, String content) {
        var lexicon = lexicon(title, content);
        return first(by == null || reading == null ? lexicon : learned(by, reading, lexicon));
    }

    /** The class of the second level in which one of the third lies; any other is itself. */
    public String second(String code) {
        return categories
                .find(code)
                .map(category -> categories.upTo(SECOND, category).code())
                .orElse(code);
    }

    /** Whether it is a class of the third level. */
    public boolean isThird(String code) {
        return categories
                .find(code)
                .filter(category -> category.level() == THIRD)
                .isPresent();
    }

    /** What the lexicon alone says of a text: class and confidence, for a model to weigh. */
    public Map<String, Double> opinions(@Nullable String title, String content) {
        return opinions(lexicon(title, content));
    }

    private static Map<String, Double> opinions(List<CategorySuggestion> lexicon) {
        var opinions = new LinkedHashMap<String, Double>();
        lexicon.forEach(suggestion -> opinions.put(suggestion.code(), suggestion.confidence()));
        return opinions;
    }

    /** What the lexicon alone says of a text that lies in that class of the second level: its class of the third, and its share. */
    public Map<String, Double> opinionsBelow(String second, @Nullable String title, String content) {
        var children = below.get(second);
        return children == null ? Map.of() : shares(scores(children, title, content));
    }

    private static Map<String, Double> shares(Map<Category, Score> scores) {
        double all = scores.values().stream().mapToDouble(score -> score.sum).sum();
        var shares = new LinkedHashMap<String, Double>();
        scores.forEach((category, score) -> shares.put(category.code(), score.sum / all));
        return shares;
    }

    private List<CategorySuggestion> learned(Trained by, TextModel.Reading reading, List<CategorySuggestion> lexicon) {
        if (lexicon.isEmpty() && !reading.knows()) {
            return List.of();
        }
        var name = name(by);
        return reading.guess(opinions(lexicon)).stream()
                .filter(guess -> guess.confidence() >= WORTH_SAYING)
                .flatMap(guess -> categories.find(guess.label()).stream()
                        .map(category ->
                                suggestion(category, guess.confidence(), evidence(reading, category, lexicon), name)))
                .limit(MOST)
                .toList();
    }

    /** The model's words, then those of the lexicon that it does not name. */
    private static List<String> evidence(
            TextModel.Reading reading, Category category, List<CategorySuggestion> lexicon) {
        var listed = lexicon.stream()
                .filter(suggestion -> suggestion.code().equals(category.code()))
                .flatMap(suggestion -> suggestion.evidence().stream());
        return Stream.concat(reading.evidence(category.code()).stream(), listed)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private String name(@Nullable Trained by) {
        return (by == null ? "" : by.name() + "+") + LEXICON + version;
    }

    private static List<CategorySuggestion> first(List<CategorySuggestion> suggestions) {
        return List.copyOf(suggestions.subList(0, Math.min(MOST, suggestions.size())));
    }

    /** The class below that the words for the third level and what was learned speak for; as it was where none stands out. */
    private CategorySuggestion closer(
            CategorySuggestion seen,
            @Nullable Trained by,
            TextModel.@Nullable Reading reading,
            @Nullable String title,
            String content) {
        var model = by == null ? null : by.tree.below().get(seen.code());
        var children = below.get(seen.code());
        if (model == null && children == null) {
            return seen;
        }
        var scores = children == null ? Map.<Category, Score>of() : scores(children, title, content);
        var shares = shares(scores);
        var read = model == null || reading == null ? null : model.read(reading);
        if (read == null || !read.knows()) {
            return shares.entrySet().stream()
                    .filter(child -> child.getValue() > PLAIN)
                    .findFirst()
                    .map(child -> closer(seen, child.getKey(), said(scores, child.getKey())))
                    .orElse(seen);
        }
        var best = read.guess(shares).get(0);
        return best.confidence() > PLAIN && isThird(best.label())
                ? closer(
                        seen,
                        best.label(),
                        Stream.concat(read.evidence(best.label()).stream(), said(scores, best.label())))
                : seen;
    }

    private CategorySuggestion closer(CategorySuggestion seen, String code, Stream<String> words) {
        var evidence = Stream.concat(words.distinct().limit(SHOWN), seen.evidence().stream())
                .distinct()
                .limit(MOST)
                .toList();
        return suggestion(categories.require(code), seen.confidence(), evidence, seen.by());
    }

    private Stream<String> said(Map<Category, Score> scores, String code) {
        var score = scores.get(categories.require(code));
        return score == null ? Stream.empty() : score.evidence.stream();
    }

    private static Map<Category, Score> scores(
            WordIndex<Map<Category, Double>> words, @Nullable String title, String content) {
        var scores = new LinkedHashMap<Category, Score>();
        var counted = new LinkedHashSet<String>();
        if (title != null) {
            count(words, title, TITLE, counted, scores);
        }
        count(words, content, 1, counted, scores);
        return scores;
    }

    private List<CategorySuggestion> lexicon(@Nullable String title, String content) {
        var scores = scores(words, title, content);
        double all = scores.values().stream().mapToDouble(Score::squared).sum() + DOUBT;
        var name = name(null);
        var suggestions = new ArrayList<CategorySuggestion>();
        scores.forEach((category, score) ->
                suggestions.add(suggestion(category, score.squared() / all, List.copyOf(score.evidence), name)));
        suggestions.sort(comparingDouble(CategorySuggestion::confidence).reversed());
        return suggestions;
    }

    /** What the words of a text speak for, for something that learns how far to believe them. */
    public List<Hints.Hint> hints(String plainText) {
        return words.find(plainText).stream()
                .flatMap(hit -> hit.value().keySet().stream()
                        .map(category -> new Hints.Hint(category.code(), hit.start(), hit.end())))
                .toList();
    }

    private static void count(
            WordIndex<Map<Category, Double>> words,
            String text,
            double factor,
            Set<String> counted,
            Map<Category, Score> scores) {
        for (var hit : words.find(WordIndex.plain(text))) {
            if (counted.add(hit.word())) {
                hit.value().forEach((category, weight) -> scores.computeIfAbsent(category, any -> new Score())
                        .add(hit.word(), weight * factor));
            }
        }
    }

    private CategorySuggestion suggestion(Category category, double confidence, List<String> evidence, String by) {
        var path = categories.path(category).stream().map(Category::term).toList();
        return new CategorySuggestion(category.code(), category.term(), path, confidence, evidence, by);
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
