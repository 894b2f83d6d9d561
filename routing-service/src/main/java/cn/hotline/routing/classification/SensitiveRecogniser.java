package cn.hotline.routing.classification;

import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what makes an appeal sensitive ({@code alarms.tsv}): threats, gatherings, children, unrest. */
public final class SensitiveRecogniser {

    private final AlarmWords words;

    private SensitiveRecogniser(AlarmWords words) {
        this.words = words;
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed */
    public static SensitiveRecogniser load(KnowledgeFiles files) {
        return new SensitiveRecogniser(AlarmWords.load(files));
    }

    /** The marks the text deserves, each once; usually none. */
    public List<SensitiveMark> recognise(@Nullable String title, String content) {
        var marks = new LinkedHashMap<String, SensitiveMark>();
        words.raisedBy(title, content).forEach((alarm, said) -> {
            if (alarm.code() != null) {
                marks.merge(
                        alarm.code(),
                        new SensitiveMark(alarm.code(), alarm.term(), List.copyOf(said)),
                        SensitiveMark::with);
            }
        });
        return List.copyOf(marks.values());
    }
}
