package cn.hotline.routing.classification;

import cn.hotline.routing.classification.model.Tag;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.WordIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts tags on an appeal by words of {@code tags.tsv}; a word may give several. */
public final class Tagger {

    private static final String FILE = "tags.tsv";
    private static final Set<String> AXES = Set.of("时空", "人群", "性质", "治理");
    /** Nothing of digits alone: what is listed is shown and told to others, and must not be a number of somebody. */
    private static final String WITHOUT_NUMBERS = "(?!.*\\d{3}).+";

    private final List<Kind> kinds;
    private final WordIndex<List<Kind>> words;

    private Tagger(List<Kind> kinds, WordIndex<List<Kind>> words) {
        this.kinds = kinds;
        this.words = words;
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed */
    public static Tagger load(KnowledgeFiles files) {
        var kinds = new ArrayList<Kind>();
        var codes = new HashSet<String>();
        var words = new LinkedHashMap<String, List<Kind>>();
        for (var row : files.read(FILE, "axis", "code", "term", "words").rows()) {
            var kind = new Kind(row.text("code"), row.text("axis"), row.text("term"));
            row.require(AXES.contains(kind.axis), "axis must be one of " + AXES);
            row.require(kind.code.matches("[A-Z][A-Z0-9_]{1,39}"), "code '" + kind.code + "' is not of A-Z, 0-9 and _");
            row.require(codes.add(kind.code), "code " + kind.code + " stands twice");
            kinds.add(kind);
            row.text("words");
            for (var word : row.words("words")) {
                row.require(word.matches(WITHOUT_NUMBERS), "word " + word + " has a number in it");
                words.computeIfAbsent(word, any -> new ArrayList<>()).add(kind);
            }
        }
        return new Tagger(List.copyOf(kinds), new WordIndex<>(words));
    }

    /** The tags the text deserves, in the order of the file; often none. */
    public List<Tag> tags(@Nullable String title, String content) {
        var said = new LinkedHashMap<Kind, Set<String>>();
        words.find(WordIndex.plain(title == null ? content : title + "\n" + content))
                .forEach(hit -> hit.value().forEach(kind -> said.computeIfAbsent(kind, any -> new LinkedHashSet<>())
                        .add(hit.word())));
        return kinds.stream()
                .filter(said::containsKey)
                .map(kind -> new Tag(kind.code, kind.axis, kind.term, List.copyOf(said.get(kind))))
                .toList();
    }

    private record Kind(String code, String axis, String term) {}
}
