package cn.hotline.routing.classification;

import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.KnowledgeTable;
import cn.hotline.routing.knowledge.WordIndex;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Words that raise an alarm, and how they are taken back: by a longer listed word of no meaning (火灾 in 火灾隐患), or by
 * a denial just before them (不会爆炸, 没有人员被困).
 */
final class AlarmWords<T> {

    private static final List<String> DENIALS =
            List.of("不会", "没有", "并非", "并未", "未发生", "未出现", "不是", "避免", "防止", "预防", "以防");
    /** How many letters may stand between a denial and the word it denies: 没有人员被困. */
    private static final int REACH = 3;

    private final WordIndex<List<T>> words;

    private AlarmWords(WordIndex<List<T>> words) {
        this.words = words;
    }

    /** Lines without a mark list the words of no meaning. */
    static <T> AlarmWords<T> load(
            KnowledgeFiles files, String file, List<String> columns, Function<KnowledgeTable.Row, @Nullable T> mark) {
        var meanings = new LinkedHashMap<String, List<T>>();
        for (var row : files.read(file, columns.toArray(String[]::new)).rows()) {
            var meaning = mark.apply(row);
            row.text("words");
            for (var word : row.words("words")) {
                var former = meanings.put(word, meaning == null ? List.of() : List.of(meaning));
                row.require(former == null, "word " + word + " stands twice");
            }
        }
        return new AlarmWords<>(new WordIndex<>(meanings));
    }

    /** What the text raises, with the words that raise it. */
    Map<T, Set<String>> raisedBy(String text) {
        var plain = WordIndex.plain(text);
        var raised = new LinkedHashMap<T, Set<String>>();
        for (var hit : words.find(plain)) {
            if (!denied(plain, hit.start())) {
                hit.value().forEach(meaning -> raised.computeIfAbsent(meaning, any -> new LinkedHashSet<>())
                        .add(hit.word()));
            }
        }
        return raised;
    }

    private static boolean denied(String text, int start) {
        return DENIALS.stream().anyMatch(denial -> {
            int at = text.lastIndexOf(denial, start - 1);
            int end = at + denial.length();
            return at >= 0
                    && end <= start
                    && start - end <= REACH
                    && text.substring(end, start).chars().noneMatch(AlarmWords::endsThought);
        });
    }

    private static boolean endsThought(int letter) {
        return ",;.!?。、:\n".indexOf(letter) >= 0;
    }
}
