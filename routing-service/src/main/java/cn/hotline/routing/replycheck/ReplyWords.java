package cn.hotline.routing.replycheck;

import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.WordIndex;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of {@code reply-check.tsv}. */
final class ReplyWords {

    private static final String FILE = "reply-check.tsv";

    private final Map<Use, WordIndex<Use>> indexes = new EnumMap<>(Use.class);
    private final Map<String, WordIndex<Use>> measures;

    private ReplyWords(Map<Use, Map<String, Use>> words, Map<String, Map<String, Use>> measures) {
        for (var use : Use.values()) {
            indexes.put(use, new WordIndex<>(words.getOrDefault(use, Map.of())));
        }
        var of = new LinkedHashMap<String, WordIndex<Use>>();
        measures.forEach((risk, its) -> of.put(risk, new WordIndex<>(its)));
        this.measures = of;
    }

    static ReplyWords load(KnowledgeFiles files) {
        var words = new EnumMap<Use, Map<String, Use>>(Use.class);
        var measures = new LinkedHashMap<String, Map<String, Use>>();
        for (var row : files.read(FILE, "as", "for", "words").rows()) {
            var use = row.constant("as", Use.class);
            row.text("words");
            row.require(row.optional("for").isPresent() == (use == Use.RISK), "a RISK, and nothing else, is for one");
            var into = use == Use.RISK
                    ? measures.computeIfAbsent(row.text("for"), any -> new LinkedHashMap<>())
                    : words.computeIfAbsent(use, any -> new LinkedHashMap<>());
            for (var word : row.words("words")) {
                row.require(into.put(word, use) == null, "word " + word + " stands twice");
            }
        }
        return new ReplyWords(words, measures);
    }

    /** The listed words of that use in a plain text, each as often as it stands. */
    List<String> in(String plain, Use use) {
        return words(plain, indexes.get(use));
    }

    boolean any(String plain, Use use) {
        return !indexes.get(use).find(plain).isEmpty();
    }

    /** A plain text without the listed words of that use. */
    String without(String plain, Use use) {
        var left = new StringBuilder();
        int from = 0;
        for (var hit : indexes.get(use).find(plain)) {
            left.append(plain, from, Math.max(from, hit.start())).append(' ');
            from = Math.max(from, hit.end());
        }
        return left.append(plain, from, plain.length()).toString();
    }

    /** Risks something is to be said about. */
    Set<String> risks() {
        return measures.keySet();
    }

    /** Whether a plain text says what is done about that risk. */
    boolean answers(String plain, String risk) {
        return !measures.get(risk).find(plain).isEmpty();
    }

    private static List<String> words(String plain, WordIndex<Use> index) {
        var words = new ArrayList<String>();
        index.find(plain).forEach(hit -> words.add(hit.word()));
        return words;
    }

    /** What a listed word tells. */
    enum Use {
        EMPTY,
        PLAIN,
        DEED,
        WHO,
        WHEN,
        CONSULTED,
        ANONYMOUS,
        WANTS_NONE,
        UNREACHABLE,
        NOBODY,
        RISK
    }
}
