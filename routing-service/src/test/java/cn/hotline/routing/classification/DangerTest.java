package cn.hotline.routing.classification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.classification.model.UrgencySuggestion;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How much of what callers say of danger is heard. The sentences were written before the words of {@code alarms.tsv}; what
 * was missed of those held back was not looked at while these words were chosen, and must not be. No lesson of
 * {@code danger-lessons.tsv} was made for any of them.
 */
class DangerTest {

    private static final double WANTED = 0.95;
    private static final double HEARD_ANEW = 0.8;

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
        var heard = said.stream().filter(line -> heard(line[0], line[1])).count();
        assertThat(said).hasSizeGreaterThanOrEqualTo(60);
        assertThat(heard / (double) said.size()).isGreaterThanOrEqualTo(HEARD_ANEW);
    }

    @Test
    void twoPartsMayStandInEitherOrderWithinASentence() {
        assertThat(heard("THREAT", "他举着菜刀，谁过去他就砍")).isTrue();
        assertThat(heard("THREAT", "他劈过来了，手里是一把菜刀")).isTrue();
        assertThat(heard("THREAT", "厨房里有菜刀。他在院里劈柴")).isFalse();
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
            case "URGENT" -> grade.isPresent();
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
