package cn.hotline.routing.classification;

import cn.hotline.routing.classification.AlarmWords.Alarm;
import cn.hotline.routing.classification.model.Danger;
import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.classification.model.UrgencySuggestion;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.learning.LabelledText;
import cn.hotline.routing.learning.TextModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Hears danger in a text: by the sayings of {@link AlarmWords}, and, where a caller says it as nobody thought of, by what
 * was learned of the sentences in {@code danger-lessons.tsv}. What was learned only adds; what takes a saying back takes it
 * back too. Safe for use by several threads.
 */
public final class DangerEar {

    private static final String FILE = "danger-lessons.tsv";
    /** So sure must it be that what is said in a sentence or two is danger: the miss costs more than the alarm. */
    private static final double SURE = 0.6;
    /** Letters of such a text. */
    private static final int BRIEF = 60;
    /** The same in a longer text, of which every piece may be misheard. */
    private static final double SURE_OF_MANY = 0.995;
    /** A longer text no piece of which is as likely danger as this is ordinary, whatever word stands in it; a threat is not. */
    private static final double ORDINARY = 0.5;
    /** A still longer text is a letter: it tells stories, and in it only the sayings count. */
    private static final int LETTER = 150;
    /** A kind as likely as this is raised beside the likeliest: a mark too many costs a glance. */
    private static final double LIKELY = 0.15;
    /** Shown where no word of a sentence stands out. */
    private static final String WHOLE = "整句话";

    /** No reason for anybody to see. */
    private static final Set<String> SAYS_NOTHING = Set.of(
            "我们", "你们", "他们", "她们", "大家", "自己", "这个", "那个", "这边", "那边", "一个", "几个", "什么", "怎么", "一直", "已经", "现在", "还有",
            "就是");

    /** What is learned of lessons, by the lessons: once in a process. */
    private static final Map<List<LabelledText>, CompletableFuture<LearnedDanger>> LEARNED = new ConcurrentHashMap<>();

    private final AlarmWords words;
    private final CompletableFuture<LearnedDanger> learned;

    private DangerEar(AlarmWords words, CompletableFuture<LearnedDanger> learned) {
        this.words = words;
        this.learned = learned;
    }

    /**
     * Returns at once and learns beside, where the build has not learned of these lessons already; who asks before the end
     * waits for it.
     *
     * @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed
     */
    public static DangerEar load(KnowledgeFiles files) {
        return new DangerEar(AlarmWords.load(files), LEARNED.computeIfAbsent(lessons(files), DangerEar::learn));
    }

    static List<LabelledText> lessons(KnowledgeFiles files) {
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
        return List.copyOf(lessons);
    }

    private static CompletableFuture<LearnedDanger> learn(List<LabelledText> lessons) {
        return CompletableFuture.supplyAsync(
                () -> LearnedDanger.kept(lessons).orElseGet(() -> LearnedDanger.of(lessons)),
                learning -> new Thread(learning, "danger-lessons").start());
    }

    /** Ends when all is learned; with a fault where the lessons teach nothing. */
    public CompletableFuture<Void> learned() {
        return learned.thenAccept(any -> {});
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
        var text = AlarmWords.plain(title, content);
        if (text.length() > LETTER) {
            return heard.raised();
        }
        boolean brief = text.length() <= BRIEF;
        var raised = new LinkedHashMap<>(heard.raised());
        double surest = 0;
        for (var stretch : Stretch.of(text)) {
            var reading = learned.join().danger().read("", stretch.in(text));
            double sure = confidence(reading, LearnedDanger.DANGER);
            surest = Math.max(surest, sure);
            if (sure >= (brief ? SURE : SURE_OF_MANY) && !heard.takesBack(stretch)) {
                add(text, stretch, reading, raised);
            }
        }
        if (!brief && surest < ORDINARY) {
            raised.keySet().removeIf(alarm -> alarm.code() == null);
        }
        return raised;
    }

    private void add(String text, Stretch stretch, TextModel.Reading reading, Map<Alarm, Set<String>> raised) {
        var telling = reading.evidence(LearnedDanger.DANGER).stream()
                .filter(word -> !SAYS_NOTHING.contains(word))
                .toList();
        for (var alarm : alarms(stretch.in(text))) {
            var meant = telling.isEmpty()
                    ? whole(text, stretch, alarm)
                    : telling.stream()
                            .filter(word -> isMeant(text, stretch.start(), word, alarm))
                            .toList();
            if (!meant.isEmpty()) {
                raised.computeIfAbsent(alarm, any -> new LinkedHashSet<>()).addAll(meant);
            }
        }
    }

    /** Of which kinds it may be: the likeliest, and others that are likely too. */
    private List<Alarm> alarms(String said) {
        var kinds = learned.join().kinds().guess("", said);
        return IntStream.range(0, kinds.size())
                .filter(at -> at == 0 || kinds.get(at).confidence() >= LIKELY)
                .mapToObj(at -> Kind.valueOf(kinds.get(at).label()).alarm())
                .toList();
    }

    /** Where no word stands out, all of it counts; what it says is not repeated, since it may name somebody. */
    private List<String> whole(String text, Stretch stretch, Alarm alarm) {
        return words.isMeant(text, alarm, stretch.start(), stretch.end()) ? List.of(WHOLE) : List.of();
    }

    private static double confidence(TextModel.Reading reading, String label) {
        return reading.guess(Map.of()).stream()
                .filter(guess -> guess.label().equals(label))
                .findFirst()
                .orElseThrow()
                .confidence();
    }

    private boolean isMeant(String text, int start, String word, Alarm alarm) {
        int at = text.indexOf(word, start);
        return at >= 0 && words.isMeant(text, alarm, at, at + word.length());
    }

    /** How a lesson is to be read. */
    enum Kind {
        EMERGENCY(Urgency.EMERGENCY, false, "危险"),
        URGENT(Urgency.URGENT, false, "安全隐患"),
        THREAT(Urgency.EMERGENCY, true, "扬言与自伤"),
        TERROR(Urgency.EMERGENCY, true, "涉恐涉暴"),
        GATHERING(null, true, "群体聚集"),
        WAGES(null, true, "讨薪"),
        MINOR(null, true, "涉未成年人"),
        OPINION(null, true, "舆情风险"),
        MILITARY(null, true, "涉军"),
        FOREIGN(null, true, "涉外"),
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
