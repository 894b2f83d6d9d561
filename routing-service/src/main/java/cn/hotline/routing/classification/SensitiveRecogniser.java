package cn.hotline.routing.classification;

import cn.hotline.routing.classification.AlarmWords.Alarm;
import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what makes an appeal sensitive, by what {@link DangerEar} hears: threats, gatherings, children, unrest. */
public final class SensitiveRecogniser {

    private final DangerEar ear;

    private SensitiveRecogniser(DangerEar ear) {
        this.ear = ear;
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed */
    public static SensitiveRecogniser load(KnowledgeFiles files) {
        return new SensitiveRecogniser(DangerEar.load(files));
    }

    /** The marks the text deserves, each once; usually none. */
    public List<SensitiveMark> recognise(@Nullable String title, String content) {
        return marks(ear.raisedBy(title, content));
    }

    /** The same by sayings alone, without what was learned: where a false alarm costs more than a miss. */
    public List<SensitiveMark> recogniseSayings(@Nullable String title, String content) {
        return marks(ear.raisedBySayings(title, content));
    }

    private static List<SensitiveMark> marks(Map<Alarm, Set<String>> raised) {
        var marks = new LinkedHashMap<String, SensitiveMark>();
        raised.forEach((alarm, said) -> {
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
