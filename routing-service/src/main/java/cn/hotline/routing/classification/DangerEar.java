package cn.hotline.routing.classification;

import cn.hotline.routing.classification.AlarmWords.Alarm;
import cn.hotline.routing.classification.model.Danger;
import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.classification.model.UrgencySuggestion;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.learning.Calibration;
import cn.hotline.routing.learning.Hints;
import cn.hotline.routing.learning.LabelledText;
import cn.hotline.routing.learning.Learner;
import cn.hotline.routing.learning.TextModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hears danger in a text: by the sayings of {@link AlarmWords}, and, where a caller says it as nobody thought of, by what
 * was learned of the sentences in {@code danger-lessons.tsv}. What was learned only adds; what takes a saying back takes it
 * back too. Safe for use by several threads.
 */
public final class DangerEar {

    private static final String FILE = "danger-lessons.tsv";
    private static final String DANGER = "DANGER";
    /** So sure must it be that a sentence tells of danger; by cross-validation on the lessons, see RATIONALE.md. */
    private static final double SURE = 0.9;
    /** Calibration of the two models by cross-validation on the lessons. */
    private static final double SHARPNESS_OF_DANGER = 3.6;

    private static final double SHARPNESS_OF_KINDS = 6.5;
    /** A kind of danger as likely as this is raised, so that of two likely ones both are. */
    private static final double LIKELY = 0.3;
    /** A longer text is a letter; nobody taught us letters, and in them only the sayings count. */
    private static final int LONGEST = 60;
    /** Fewer letters say nothing. */
    private static final int SHORTEST = 4;

    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?。;…\n]");

    /** No reason for anybody: what only such words speak for is not raised. */
    private static final Set<String> SAYS_NOTHING = Set.of(
            "我们", "你们", "他们", "她们", "大家", "自己", "这个", "那个", "这边", "那边", "一个", "几个", "什么", "怎么", "一直", "已经", "现在", "还有",
            "就是");

    /** What was learned of lessons, by the lessons: once in a process, it takes a second. */
    private static final Map<List<LabelledText>, Learned> LEARNED = new ConcurrentHashMap<>();

    private final AlarmWords words;
    private final Learned learned;

    private DangerEar(AlarmWords words, Learned learned) {
        this.words = words;
        this.learned = learned;
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed */
    public static DangerEar load(KnowledgeFiles files) {
        var lessons = new ArrayList<LabelledText>();
        var known = new LinkedHashSet<String>();
        for (var row : files.read(FILE, "danger", "sentence").rows()) {
            var sentence = AlarmWords.plain(row.text("sentence"));
            row.require(known.add(sentence), "the sentence stands twice");
            lessons.add(new LabelledText(
                    String.valueOf(lessons.size()),
                    "",
                    sentence,
                    row.constant("danger", Kind.class).name()));
        }
        return new DangerEar(AlarmWords.load(files), LEARNED.computeIfAbsent(List.copyOf(lessons), Learned::of));
    }

    /** What the text says of danger, as far as we understand it. */
    public Danger hear(@Nullable String title, String content) {
        return danger(raisedBy(title, content));
    }

    /** What the sayings alone tell, without what was learned: where a false alarm costs more than a miss. */
    public Danger hearSayings(@Nullable String title, String content) {
        return danger(words.hear(title, content).raised());
    }

    private static Danger danger(Map<Alarm, Set<String>> raised) {
        var grades = new EnumMap<Urgency, Set<String>>(Urgency.class);
        var marks = new LinkedHashMap<String, SensitiveMark>();
        raised.forEach((alarm, said) -> {
            if (alarm.urgency() != null) {
                grades.computeIfAbsent(alarm.urgency(), any -> new LinkedHashSet<>())
                        .addAll(said);
            }
            if (alarm.code() != null) {
                marks.merge(
                        alarm.code(),
                        new SensitiveMark(alarm.code(), alarm.term(), List.copyOf(said)),
                        SensitiveMark::with);
            }
        });
        var grade = grades.entrySet().stream()
                .findFirst()
                .map(first -> new UrgencySuggestion(first.getKey(), List.copyOf(first.getValue())));
        return new Danger(grade, List.copyOf(marks.values()));
    }

    /** What the text raises, with the stretches or words of it that do. */
    Map<Alarm, Set<String>> raisedBy(@Nullable String title, String content) {
        var heard = words.hear(title, content);
        var raised = new LinkedHashMap<>(heard.raised());
        var text = AlarmWords.plain(title, content);
        if (text.length() > LONGEST) {
            return raised;
        }
        int start = 0;
        for (var sentence : END_OF_SENTENCE.split(text)) {
            int end = start + sentence.length();
            int takenBack = heard.takenBack().nextSetBit(start);
            if (sentence.length() >= SHORTEST && (takenBack < 0 || takenBack >= end)) {
                add(text, start, sentence, raised);
            }
            start = end + 1;
        }
        return raised;
    }

    private void add(String text, int start, String sentence, Map<Alarm, Set<String>> raised) {
        var reading = learned.danger.read("", sentence);
        if (!isDanger(reading.guess(Map.of()))) {
            return;
        }
        var evidence = reading.evidence(DANGER);
        for (var guess : learned.kinds.guess("", sentence)) {
            if (guess.confidence() >= LIKELY) {
                var alarm = Kind.valueOf(guess.label()).alarm();
                var meant = evidence.stream()
                        .filter(word -> !SAYS_NOTHING.contains(word) && isMeant(text, start, word, alarm))
                        .toList();
                if (!meant.isEmpty()) {
                    raised.computeIfAbsent(alarm, any -> new LinkedHashSet<>()).addAll(meant);
                }
            }
        }
    }

    private static boolean isDanger(List<TextModel.Guess> guesses) {
        return guesses.stream().anyMatch(guess -> guess.label().equals(DANGER) && guess.confidence() >= SURE);
    }

    private boolean isMeant(String text, int start, String word, Alarm alarm) {
        int at = text.indexOf(word, start);
        return at >= 0 && words.isMeant(text, alarm, at, at + word.length());
    }

    /** Two questions, two models: whether it is danger at all, and if so, of which kind. */
    private record Learned(TextModel danger, TextModel kinds) {

        private static Learned of(List<LabelledText> lessons) {
            var whether = new ArrayList<LabelledText>();
            var kinds = new ArrayList<LabelledText>();
            for (var lesson : lessons) {
                if (lesson.label().equals(Kind.NONE.name())) {
                    whether.add(lesson);
                } else {
                    whether.add(new LabelledText(lesson.id(), lesson.title(), lesson.details(), DANGER));
                    kinds.add(lesson);
                }
            }
            return new Learned(learn(whether, SHARPNESS_OF_DANGER), learn(kinds, SHARPNESS_OF_KINDS));
        }

        private static TextModel learn(List<LabelledText> texts, double sharpness) {
            return new Learner(Hints.NONE, any -> Map.of(), 0, any -> {})
                    .learn(texts, new Calibration(sharpness, 0), Instant.EPOCH);
        }
    }

    /** How a lesson is to be read. */
    private enum Kind {
        EMERGENCY(Urgency.EMERGENCY, false, "危险"),
        URGENT(Urgency.URGENT, false, "安全隐患"),
        THREAT(Urgency.EMERGENCY, true, "扬言与自伤"),
        TERROR(Urgency.EMERGENCY, true, "涉恐涉暴"),
        GATHERING(null, true, "群体聚集"),
        WAGES(null, true, "讨薪"),
        MINOR(null, true, "涉未成年人"),
        OPINION(null, true, "舆情风险"),
        MILITARY(null, true, "涉军"),
        EPIDEMIC(null, true, "疫情"),
        NONE(null, false, "平常");

        private final @Nullable Urgency urgency;
        private final boolean sensitive;
        private final String term;

        Kind(@Nullable Urgency urgency, boolean sensitive, String term) {
            this.urgency = urgency;
            this.sensitive = sensitive;
            this.term = term;
        }

        private Alarm alarm() {
            return new Alarm(urgency, sensitive ? name() : null, term);
        }
    }
}
