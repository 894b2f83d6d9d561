package cn.hotline.routing.classification;

import static java.util.stream.Collectors.averagingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.classification.model.UrgencySuggestion;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How much of what callers say of danger is heard. The sentences were written before the words of {@code alarms.tsv}; what
 * was missed of those held back was not looked at while these words were chosen, and must not be. No lesson of
 * {@code danger-lessons.tsv} was made for any of them.
 */
class DangerTest {

    private static final double WANTED = 0.95;
    private static final double HEARD_ANEW = 0.88;
    private static final double OF_THE_RIGHT_KIND = 0.91;
    private static final double LEAST_OF_A_KIND = 0.8;

    private final DangerEar ear = DangerEar.load(KnowledgeFiles.ofClassPath());

    @ParameterizedTest
    @ValueSource(strings = {"said.tsv", "said-held-back.tsv"})
    void dangerIsHeard(String file) {
        var said = lines(file).stream().map(line -> line.split("\t")).toList();
        var missed = said.stream()
                .filter(line -> !heard(line[0], line[1]))
                .map(line -> line[0] + " " + line[1])
                .toList();
        double recall = 1 - missed.size() / (double) said.size();
        assertThat(said).hasSizeGreaterThanOrEqualTo(150);
        assertThat(recall).as("recall; missed: %s", missed).isGreaterThanOrEqualTo(WANTED);
    }

    /**
     * Indirect ways to say it that neither a saying nor a lesson was made for; nobody may look at what was missed of them.
     * Measured so that nobody takes the lists above for what callers will say.
     */
    @Test
    void ofWhatNobodyThoughtOfMostIsHeard() {
        var said = lines("said-anew.tsv").stream().map(line -> line.split("\t")).toList();
        assertThat(said).hasSizeGreaterThanOrEqualTo(60);
        assertThat(share(said, line -> heard(line[0], line[1]))).isGreaterThanOrEqualTo(HEARD_ANEW);
    }

    /**
     * Dangers in other situations and words than those of lessons and sayings. Written before anything was measured on them;
     * nobody may look at which are missed, or make a lesson or a saying of them. The second list is of somebody who then
     * wrote lessons, so the first is the better measure.
     */
    @ParameterizedTest
    @ValueSource(strings = {"kept-apart.tsv", "kept-apart-again.tsv"})
    void ofTheListsKeptApartNearlyAllIsHeard(String file) {
        var said = lines(file).stream().map(line -> line.split("\t")).toList();
        var rightly = said.stream()
                .collect(groupingBy(
                        line -> line[0], TreeMap::new, averagingInt(line -> heard(line[0], line[1]) ? 1 : 0)));
        assertThat(said).hasSizeGreaterThanOrEqualTo(280);
        assertThat(share(said, line -> ear.hear(null, line[1]).any()))
                .as("alarms; of the right kind: %s", rightly)
                .isGreaterThanOrEqualTo(WANTED);
        assertThat(share(said, line -> heard(line[0], line[1])))
                .as("alarms of the right kind: %s", rightly)
                .isGreaterThanOrEqualTo(OF_THE_RIGHT_KIND);
        assertThat(rightly.values()).allSatisfy(share -> assertThat(share).isGreaterThanOrEqualTo(LEAST_OF_A_KIND));
    }

    /** The second list denies, tells and exaggerates danger in nearly every sentence. */
    @ParameterizedTest
    @CsvSource({"kept-apart-quiet.tsv,0.08", "kept-apart-again-quiet.tsv,0.22"})
    void ofOrdinarySentencesInTheSameWordsFewRaiseAnAlarm(String file, double falsely) {
        var quiet = lines(file);
        assertThat(quiet).hasSizeGreaterThanOrEqualTo(150);
        assertThat(share(quiet, line -> ear.hear(null, line).any())).isLessThanOrEqualTo(falsely);
    }

    private static <T> double share(List<T> all, Predicate<T> heard) {
        return all.stream().filter(heard).count() / (double) all.size();
    }

    /** Else it would be measured whether lessons were learned, not whether danger is heard. */
    @ParameterizedTest
    @ValueSource(strings = {"kept-apart.tsv", "kept-apart-again.tsv"})
    void noSentenceKeptApartIsNearALesson(String file) {
        var lessons = KnowledgeFiles.ofClassPath().read("danger-lessons.tsv", "danger", "sentence").rows().stream()
                .map(row -> threes(row.text("sentence")))
                .toList();
        assertThat(lines(file)).allSatisfy(line -> {
            var kept = threes(line.split("\t")[1]);
            assertThat(lessons).noneMatch(lesson -> areNear(lesson, kept));
        });
    }

    /** Half of the runs of three letters of the shorter stand in the other. */
    private static boolean areNear(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        return both * 2 > Math.max(4, Math.min(one.size(), other.size()));
    }

    private static Set<String> threes(String sentence) {
        var letters = AlarmWords.plain(sentence).replaceAll("[^\\p{L}\\p{N}]", "");
        return IntStream.rangeClosed(0, letters.length() - 3)
                .mapToObj(at -> letters.substring(at, at + 3))
                .collect(toSet());
    }

    @Test
    void twoPartsMayStandInEitherOrderWithinASentence() {
        assertThat(heard("THREAT", "他举着菜刀，谁过去他就砍")).isTrue();
        assertThat(heard("THREAT", "他劈过来了，手里是一把菜刀")).isTrue();
        assertThat(ear.hearSayings(null, "厨房里有菜刀。他在院里劈柴").any()).isFalse();
    }

    @Test
    void whatIsDeniedToldOrOverIsQuiet() {
        assertThat(lines("quiet.tsv"))
                .hasSizeGreaterThan(30)
                .filteredOn(line -> ear.hear(null, line).any())
                .isEmpty();
    }

    private boolean heard(String expected, String sentence) {
        var danger = ear.hear(null, sentence);
        var grade = danger.urgency().map(UrgencySuggestion::urgency);
        var marks = danger.marks().stream().map(SensitiveMark::code).toList();
        return switch (expected) {
            case "EMERGENCY" -> grade.filter(Urgency.EMERGENCY::equals).isPresent();
            case "URGENT", "AREA" -> grade.isPresent();
            case "THREAT" ->
                marks.contains(expected)
                        && grade.filter(Urgency.EMERGENCY::equals).isPresent();
            default -> marks.contains(expected);
        };
    }

    private static List<String> lines(String file) {
        try (var stream = Objects.requireNonNull(DangerTest.class.getResourceAsStream("/alarms/" + file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .toList();
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
