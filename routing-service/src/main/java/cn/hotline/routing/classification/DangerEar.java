package cn.hotline.routing.classification;

import static java.util.Comparator.comparingLong;

import cn.hotline.chassis.PersonalData;
import cn.hotline.routing.classification.AlarmWords.Alarm;
import cn.hotline.routing.classification.model.Danger;
import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.classification.model.UrgencySuggestion;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.learning.LabelledText;
import cn.hotline.routing.learning.TextModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hears danger in a text: by the sayings of {@link AlarmWords}, and, where a caller says it as nobody thought of, by what
 * was learned of the sentences in {@code danger-lessons.tsv}. What was learned only adds; what takes a saying back takes it
 * back too. Safe for use by several threads.
 */
public final class DangerEar {

    private static final String FILE = "danger-lessons.tsv";
    /** Letters of what is said in a sentence or two. */
    private static final int BRIEF = 60;
    /** Of what is said in a sentence or two: a little likelier than not, since a miss costs more than a false alarm. */
    private static final Bar BRIEFLY = new Bar(0.55, 0.8, 0.4, 0.2);
    /** Of a longer text, every piece of which may be misheard. */
    private static final Bar AT_LENGTH = new Bar(0.95, 0.995, 0.9, 0.88);
    /** A still longer text is a letter: it tells stories, and in it only the sayings count. */
    private static final int LETTER = 150;
    /** A kind as likely as this is raised beside the likeliest: a mark too many costs a glance. */
    private static final double LIKELY = 0.1;
    /** Letters shown of what decided. */
    private static final int SHOWN = 24;

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
        var bar = text.length() <= BRIEF ? BRIEFLY : AT_LENGTH;
        var raised = new LinkedHashMap<>(heard.raised());
        if (!raised.isEmpty() && likeliest(text) < bar.ordinary) {
            raised.keySet().removeIf(alarm -> !alarm.isThreat());
        }
        for (var stretch : Stretch.of(text)) {
            var reading = learned.join().danger().read("", stretch.in(text));
            double sure = sure(reading);
            if (sure >= bar.sure && !heard.takesBack(stretch)) {
                var kinds = learned.join().kinds().guess("", stretch.in(text));
                if (sure >= bar.sureOfNoKind || kinds.get(0).confidence() >= bar.particular) {
                    add(text, stretch, reading, kinds, raised);
                }
            }
        }
        if (!raised.isEmpty()) {
            words.subjects(text).forEach((alarm, said) -> raise(raised, alarm, said));
        }
        return raised;
    }

    /** How sure it is of that sentence, or clause, which is likeliest danger. */
    private double likeliest(String text) {
        var clauses = new Stretch(0, text.length()).clauses(text);
        return Stream.concat(Stretch.of(text).stream(), clauses.stream())
                .mapToDouble(piece -> sure(piece.in(text)))
                .max()
                .orElse(1);
    }

    private static void raise(Map<Alarm, Set<String>> raised, Alarm alarm, Collection<String> said) {
        raised.computeIfAbsent(alarm, any -> new LinkedHashSet<>()).addAll(said);
    }

    private void add(
            String text,
            Stretch stretch,
            TextModel.Reading reading,
            List<TextModel.Guess> kinds,
            Map<Alarm, Set<String>> raised) {
        var telling = reading.evidence(LearnedDanger.DANGER);
        var shown = List.of(clause(text, stretch, telling));
        for (var alarm : alarms(kinds)) {
            if (telling.isEmpty()
                    ? words.isMeant(text, alarm, stretch.start(), stretch.end())
                    : telling.stream().anyMatch(word -> isMeant(text, stretch.start(), word, alarm))) {
                raise(raised, alarm, shown);
            }
        }
    }

    /**
     * The clause with most of what is telling, the likeliest danger of several: a word alone that weighed much is seldom
     * what a person would call the reason.
     */
    private String clause(String text, Stretch stretch, List<String> telling) {
        var clause = stretch.clauses(text).stream()
                .max(comparingLong((Stretch each) ->
                                telling.stream().filter(each.in(text)::contains).count())
                        .thenComparingDouble(each -> sure(each.in(text))))
                .orElse(stretch)
                .in(text);
        return PersonalData.mask(clause.substring(0, Math.min(SHOWN, clause.length())));
    }

    /** Of which kinds it may be: the likeliest, and others that are likely too. */
    private static List<Alarm> alarms(List<TextModel.Guess> kinds) {
        return IntStream.range(0, kinds.size())
                .filter(at -> at == 0 || kinds.get(at).confidence() >= LIKELY)
                .mapToObj(at -> Kind.valueOf(kinds.get(at).label()).alarm())
                .toList();
    }

    /** How sure it is that this is danger, 0 to 1. */
    private double sure(String said) {
        return sure(learned.join().danger().read("", said));
    }

    private static double sure(TextModel.Reading reading) {
        return reading.guess(Map.of()).stream()
                .filter(guess -> guess.label().equals(LearnedDanger.DANGER))
                .findFirst()
                .orElseThrow()
                .confidence();
    }

    private boolean isMeant(String text, int start, String word, Alarm alarm) {
        int at = text.indexOf(word, start);
        return at >= 0 && words.isMeant(text, alarm, at, at + word.length());
    }

    /**
     * How sure it must be of a piece, 0 to 1.
     *
     * @param sure that it is danger, where it is of one kind in particular
     * @param sureOfNoKind the same where it is not: most of what is only strange is of none
     * @param particular so likely is the likeliest kind of what is of one in particular
     * @param ordinary no piece of it likelier danger than this, a text is ordinary, whatever word stands in it
     */
    private record Bar(double sure, double sureOfNoKind, double particular, double ordinary) {}

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
