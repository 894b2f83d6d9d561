package cn.hotline.routing.classification;

import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.KnowledgeTable;
import cn.hotline.routing.knowledge.WordIndex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What raises an alarm in a text ({@code alarms.tsv}), and what takes it back: a longer word of no meaning (煤气泄漏报警器),
 * a denial just before it (不会自杀), hearsay and stories (网上说要爆炸), what is long past or over (以前有人要跳楼，现在没有), and
 * what is only spoken about (自杀干预热线).
 *
 * <p>A saying is one or more parts, {@code ~} between them: each at most {@value #GAP} letters after the one before and in
 * the same sentence. A part is one or more words, {@code |} between them, of which one must stand there. Two parts with
 * {@code &} between them may stand in either order and twice as far apart.
 */
final class AlarmWords {

    private static final String FILE = "alarms.tsv";
    private static final int GAP = 8;
    /**
     * A longer text is a letter: it tells stories and exaggerates, so that parts must stand closer, and what is neither a
     * threat nor in its title must be in a sentence that speaks of now.
     */
    private static final int LETTER = 150;

    private static final int GAP_IN_LETTERS = 3;
    /** How many letters may stand between a denial and what it denies (没有人员被困), or a topic and its word. */
    private static final int REACH = 3;
    /** How far a story or a time reaches, and how soon it must be said that it is over. */
    private static final int STORY = 24;
    /** Stretches shown of each kind of danger. */
    private static final int MOST = 5;

    private static final String UNHEARD = " \t\u200b\ufeff*_";
    private static final String ENDS_OF_SENTENCES = ".!?。\n;…";
    private static final String ENDS_OF_THOUGHTS = ENDS_OF_SENTENCES + ",、:";
    /** Between 没有 and what it seems to deny: 没有人管我，我就跳. */
    private static final String NOBODY_CARES = "管理办救来给我";

    private final WordIndex<List<Place>> words;
    private final Map<Reading, Set<String>> readings;
    private final Map<Alarm, Set<String>> subjects;

    private AlarmWords(
            WordIndex<List<Place>> words, Map<Reading, Set<String>> readings, Map<Alarm, Set<String>> subjects) {
        this.words = words;
        this.readings = readings;
        this.subjects = subjects;
    }

    static AlarmWords load(KnowledgeFiles files) {
        var readings = new EnumMap<Reading, Set<String>>(Reading.class);
        for (var reading : Reading.values()) {
            readings.put(reading, new LinkedHashSet<>());
        }
        var subjects = new LinkedHashMap<Alarm, Set<String>>();
        var places = new LinkedHashMap<String, List<Place>>();
        var known = new HashSet<String>();
        for (var row :
                files.read(FILE, "as", "urgency", "code", "term", "words").rows()) {
            var reading = row.constant("as", Reading.class);
            row.text("words");
            for (var saying : row.words("words")) {
                if (reading == Reading.ALARM) {
                    var alarm = Alarm.of(row);
                    row.require(known.add(alarm + saying), "word " + saying + " stands twice for " + alarm.term);
                    Saying.read(alarm, saying, places, row);
                } else {
                    var same = reading == Reading.SUBJECT
                            ? subjects.computeIfAbsent(Alarm.of(row), any -> new LinkedHashSet<>())
                            : readings.get(reading);
                    row.require(same.add(WordIndex.plain(saying)), "word " + saying + " stands twice");
                    row.require(!saying.matches(".*[~|&].*"), "only an ALARM has parts");
                }
            }
        }
        for (var silent : readings.get(Reading.NOTHING)) {
            places.computeIfAbsent(silent, any -> new ArrayList<>());
        }
        return new AlarmWords(new WordIndex<>(places), readings, subjects);
    }

    /** What the text says of danger. */
    Heard hear(@Nullable String title, String content) {
        var text = plain(title, content);
        boolean letter = text.length() > LETTER;
        int titled = title == null ? 0 : plain(title).length();
        var hits = new Hits(text, words.all(text), readings.get(Reading.NOTHING), letter ? GAP_IN_LETTERS : GAP);
        var raised = new LinkedHashMap<Alarm, Set<String>>();
        var takenBack = new BitSet();
        for (var hit : hits.spoken) {
            for (var place : hit.value()) {
                if (place.part == 0 && !stands(raised, place.saying.alarm, hit)) {
                    int end = hits.endOf(place.saying, 1, hit.end(), this);
                    if (end > 0
                            && (!letter
                                    || place.saying.isClose() && place.saying.alarm.code != null
                                    || end <= titled
                                    || isOfNow(text, hit.start(), end))) {
                        if (isMeant(text, place.saying.alarm, hit.start(), end)) {
                            raised.computeIfAbsent(place.saying.alarm, any -> new LinkedHashSet<>())
                                    .add(text.substring(hit.start(), end));
                        } else {
                            takenBack.set(hit.start(), end);
                        }
                    }
                }
            }
        }
        return new Heard(raised, takenBack);
    }

    /** Of what a plain text speaks that is danger anyway, by the words of its subjects: 部队, 签证. */
    Map<Alarm, Set<String>> subjects(String text) {
        var found = new LinkedHashMap<Alarm, Set<String>>();
        subjects.forEach((alarm, all) -> {
            for (var word : all) {
                int at = text.indexOf(word);
                if (at >= 0 && isMeant(text, alarm, at, at + word.length())) {
                    found.computeIfAbsent(alarm, any -> new LinkedHashSet<>()).add(word);
                }
            }
        });
        return found;
    }

    /**
     * What a text says of danger.
     *
     * @param raised with the stretches that raise it
     * @param takenBack where in the plain text something stands that would raise it, but is not meant
     */
    record Heard(Map<Alarm, Set<String>> raised, BitSet takenBack) {

        /** Whether something of this piece is not meant. */
        boolean takesBack(Stretch stretch) {
            int next = takenBack.nextSetBit(stretch.start());
            return next >= 0 && next < stretch.end();
        }
    }

    private boolean isOfNow(String text, int start, int end) {
        var sentence = text.substring(beginOfSentence(text, start), endOfSentence(text, end));
        return readings.get(Reading.PRESENT).stream().anyMatch(sentence::contains);
    }

    /** Whether nothing more is to be learned from this word: it is told, or enough is. */
    private static boolean stands(Map<Alarm, Set<String>> raised, Alarm alarm, WordIndex.Hit<?> hit) {
        var told = raised.getOrDefault(alarm, Set.of());
        return told.size() >= MOST || told.contains(hit.word());
    }

    /** A text as it is heard. Blanks inside a sentence are how people type, and hide words. */
    static String plain(String text) {
        var plain = WordIndex.plain(text);
        var heard = new StringBuilder(plain.length());
        for (int at = 0; at < plain.length(); at++) {
            char letter = plain.charAt(at);
            if (UNHEARD.indexOf(letter) < 0) {
                heard.append(letter);
            }
        }
        return heard.toString();
    }

    static String plain(@Nullable String title, String content) {
        return plain(title == null ? content : title + "\n" + content);
    }

    /** Whether nothing around this stretch of a plain text takes back what it raises. */
    boolean isMeant(String text, Alarm alarm, int start, int end) {
        return !denied(text, start)
                && !spokenAbout(text, end)
                && !told(text, start)
                && !past(text, start, end)
                && !(alarm.code == null && usual(text, start, end))
                && !over(text, end)
                && !(alarm.urgency == null && asked(text, start));
    }

    private boolean denied(String text, int start) {
        for (var denial : readings.get(Reading.DENIAL)) {
            for (int end = start; end >= Math.max(denial.length(), start - REACH); end--) {
                int at = end - denial.length();
                if (text.startsWith(denial, at)
                        && !(at > 0 && "是有".indexOf(text.charAt(at - 1)) >= 0)
                        && none(text, end, start, ENDS_OF_THOUGHTS)
                        && none(text, end, start, NOBODY_CARES)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** 自杀热线, 消防演习: what follows makes it a subject. */
    private boolean spokenAbout(String text, int end) {
        for (var topic : readings.get(Reading.TOPIC)) {
            for (int at = end; at <= end + REACH; at++) {
                if (text.startsWith(topic, at) && none(text, end, at, ENDS_OF_THOUGHTS)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** 网上说要爆炸; but 他在网上说要自杀 is meant. */
    private boolean told(String text, int start) {
        int from = Math.max(0, beginOfSentence(text, start) - 1);
        var before = text.substring(from, start);
        return readings.get(Reading.STORY).stream().anyMatch(story -> {
            int at = before.lastIndexOf(story);
            return at >= 0 && !(at > 0 && "在我他她".indexOf(before.charAt(at - 1)) >= 0);
        });
    }

    /** 经常停水: a nuisance, not an event. */
    private boolean usual(String text, int start, int end) {
        var around = text.substring(Math.max(beginOfSentence(text, start), start - 2 * REACH), end);
        return readings.get(Reading.HABIT).stream().anyMatch(around::contains);
    }

    /** Long ago, unless what comes between speaks of today, or what follows says that it goes on. */
    private boolean past(String text, int start, int end) {
        int from = beginOfSentence(text, start);
        var before = text.substring(from, end);
        int at = readings.get(Reading.PAST).stream()
                .mapToInt(before::indexOf)
                .max()
                .orElse(-1);
        return at >= 0
                && readings.get(Reading.NOW).stream().noneMatch(word -> before.indexOf(word, at) >= 0)
                && readings.get(Reading.STILL).stream()
                        .noneMatch(text.substring(end, endOfSentence(text, end))::contains);
    }

    private boolean over(String text, int end) {
        return isOver(text, end, STORY);
    }

    /** Whether it is said soon that it is over; 还没恢复 is not. */
    private boolean isOver(String text, int from, int reach) {
        var soon = text.substring(Math.max(0, from - 1), Math.min(text.length(), from + reach + MOST));
        return readings.get(Reading.OVER).stream().anyMatch(over -> {
            int at = soon.indexOf(over, Math.min(1, from));
            return at >= 0 && !(at > 0 && "没未不是无".indexOf(soon.charAt(at - 1)) >= 0);
        });
    }

    private boolean asked(String text, int start) {
        var before = text.substring(beginOfSentence(text, start), start);
        return readings.get(Reading.QUESTION).stream().anyMatch(before::contains);
    }

    private static int beginOfSentence(String text, int start) {
        int at = start;
        while (at > 0 && start - at < STORY && ENDS_OF_SENTENCES.indexOf(text.charAt(at - 1)) < 0) {
            at--;
        }
        return at;
    }

    private static int endOfSentence(String text, int end) {
        int at = end;
        while (at < text.length() && at - end < STORY && ENDS_OF_SENTENCES.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static boolean none(String text, int from, int to, String letters) {
        for (int at = from; at < to; at++) {
            if (letters.indexOf(text.charAt(at)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** How a line of the file is to be read. */
    private enum Reading {
        ALARM,
        SUBJECT,
        NOTHING,
        DENIAL,
        STORY,
        PAST,
        NOW,
        STILL,
        PRESENT,
        HABIT,
        OVER,
        TOPIC,
        QUESTION
    }

    /**
     * What a saying raises.
     *
     * @param urgency null where it does not matter for the time limits
     * @param code of the sensitive mark; null where it is none
     * @param term the kind of danger
     */
    record Alarm(@Nullable Urgency urgency, @Nullable String code, String term) {

        /** Somebody means to do harm, to himself or to others. */
        boolean isThreat() {
            return urgency != null && code != null;
        }

        private static Alarm of(KnowledgeTable.Row row) {
            var urgency = row.optional("urgency").isEmpty() ? null : row.constant("urgency", Urgency.class);
            var code = row.optional("code").orElse(null);
            row.require(urgency != null || code != null, "an alarm has an urgency or a code");
            return new Alarm(urgency, code, row.text("term"));
        }
    }

    /** One part of one saying; there is one object of each. */
    private static final class Place {
        private final Saying saying;
        private final int part;

        private Place(Saying saying, int part) {
            this.saying = saying;
            this.part = part;
        }
    }

    private static final class Saying {
        private final Alarm alarm;
        private final List<Place> parts = new ArrayList<>();
        private final boolean wide;

        private Saying(Alarm alarm, boolean wide) {
            this.alarm = alarm;
            this.wide = wide;
        }

        /** Whether parts that stand close together say it, and not a word alone or two somewhere in a sentence. */
        private boolean isClose() {
            return parts.size() > 1 && !wide;
        }

        /** Puts it where each of its words is looked up. */
        private static void read(Alarm alarm, String written, Map<String, List<Place>> places, KnowledgeTable.Row row) {
            var either = WordIndex.plain(written).split("&", -1);
            row.require(either.length <= 2, "more than one & in a saying");
            row.require(either.length == 1 || !written.contains("~"), "a saying has either & or ~");
            if (either.length == 1) {
                read(new Saying(alarm, false), List.of(either[0].split("~", -1)), places, row);
            } else {
                read(new Saying(alarm, true), List.of(either[0], either[1]), places, row);
                read(new Saying(alarm, true), List.of(either[1], either[0]), places, row);
            }
        }

        private static void read(
                Saying saying, List<String> parts, Map<String, List<Place>> places, KnowledgeTable.Row row) {
            for (var part : parts) {
                var place = new Place(saying, saying.parts.size());
                saying.parts.add(place);
                for (var word : new LinkedHashSet<>(List.of(part.split("\\|", -1)))) {
                    row.require(!word.isEmpty(), "a part of a saying is empty");
                    places.computeIfAbsent(word, any -> new ArrayList<>()).add(place);
                }
            }
        }
    }

    /** The words of a text that are not inside one of no meaning. */
    private static final class Hits {
        private final String text;
        private final int gap;
        private final List<WordIndex.Hit<List<Place>>> spoken = new ArrayList<>();
        /** Of the later parts of sayings, which words are there. */
        private final Map<Place, List<WordIndex.Hit<List<Place>>>> later = new IdentityHashMap<>();

        private Hits(String text, List<WordIndex.Hit<List<Place>>> all, Set<String> silent, int gap) {
            this.text = text;
            this.gap = gap;
            var silenced = new HashSet<Integer>();
            var ends = new int[text.length() + 1];
            for (var hit : all) {
                if (silent.contains(hit.word())) {
                    for (int at = hit.start(); at < hit.end(); at++) {
                        ends[at] = Math.max(ends[at], hit.end());
                        silenced.add(at);
                    }
                }
            }
            for (var hit : all) {
                if (!(silenced.contains(hit.start()) && ends[hit.start()] >= hit.end())) {
                    spoken.add(hit);
                    hit.value().stream().filter(place -> place.part > 0).forEach(place -> later.computeIfAbsent(
                                    place, any -> new ArrayList<>())
                            .add(hit));
                }
            }
        }

        /** Where the rest of the saying ends, from a part on; 0 when it does not stand there. */
        private int endOf(Saying saying, int part, int from, AlarmWords words) {
            if (part == saying.parts.size()) {
                return from;
            }
            for (var hit : later.getOrDefault(saying.parts.get(part), List.of())) {
                if (hit.start() > from + (saying.wide ? 2 * gap : gap)
                        || hit.start() >= from && !none(text, from, hit.start(), ENDS_OF_SENTENCES)) {
                    return 0;
                }
                if (hit.start() >= from && !words.denied(text, hit.start())) {
                    int end = endOf(saying, part + 1, hit.end(), words);
                    if (end > 0) {
                        return end;
                    }
                }
            }
            return 0;
        }
    }
}
