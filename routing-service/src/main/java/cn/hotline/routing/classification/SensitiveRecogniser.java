package cn.hotline.routing.classification;

import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what makes an appeal sensitive ({@code sensitive.tsv}): threats, gatherings, children, unrest. */
public final class SensitiveRecogniser {

    private final AlarmWords<Kind> words;

    private SensitiveRecogniser(AlarmWords<Kind> words) {
        this.words = words;
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed */
    public static SensitiveRecogniser load(KnowledgeFiles files) {
        return new SensitiveRecogniser(
                AlarmWords.load(files, "sensitive.tsv", List.of("code", "term", "words"), row -> row.optional("code")
                        .map(code -> new Kind(code, row.text("term")))
                        .orElse(null)));
    }

    /** The marks the text deserves; usually none. */
    public List<SensitiveMark> recognise(@Nullable String title, String content) {
        return words.raisedBy(title == null ? content : title + "\n" + content).entrySet().stream()
                .map(raised ->
                        new SensitiveMark(raised.getKey().code, raised.getKey().term, List.copyOf(raised.getValue())))
                .toList();
    }

    private record Kind(String code, String term) {}
}
