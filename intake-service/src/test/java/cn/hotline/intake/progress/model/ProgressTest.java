package cn.hotline.intake.progress.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.intake.progress.model.Progress.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Instant NOW = Instant.parse("2024-06-18T01:12:00Z");
    private static final Instant PROMISED = NOW.plusSeconds(600_000);
    private static final List<Step> COURSE = List.of(
            new Step(NOW, Stage.DISPATCHED, "城东区政府", List.of("630102", "630100-HOUSING"), PROMISED.plusSeconds(1)),
            new Step(NOW.plusSeconds(10), Stage.DISPATCHED, "城西区政府", List.of("630104"), PROMISED),
            new Step(NOW.plusSeconds(20), Stage.IN_PROGRESS, null, null, null),
            new Step(NOW.plusSeconds(30), Stage.REPLIED, null, null, null),
            new Step(NOW.plusSeconds(30), Stage.REVISITING, null, null, null),
            new Step(NOW.plusSeconds(40), Stage.CLOSED, null, null, null));

    @Test
    void ofNothingSaidThereIsNothingToTell() {
        Progress blank = Progress.of("XN240618-000123");
        assertThat(blank.stage()).isEmpty();
        assertThat(blank.unit()).isEmpty();
        assertThat(blank.finishBy()).isEmpty();
        assertThat(blank.holders()).isEmpty();
    }

    @Test
    void theStageIsTheLastThatHappened() {
        assertThat(after(COURSE.subList(0, 3)).stage()).contains(Stage.IN_PROGRESS);
    }

    @Test
    void theHolderAndThePromiseAreThoseOfTheLastDispatch() {
        assertThat(after(COURSE).unit()).contains("城西区政府");
        assertThat(after(COURSE).finishBy()).contains(PROMISED);
        assertThat(after(COURSE).holders()).containsExactly("630104");
        assertThat(after(COURSE.subList(0, 1)).holders()).containsExactly("630102", "630100-HOUSING");
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        List<Step> shuffled = new ArrayList<>(COURSE);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(after(shuffled)).isEqualTo(after(COURSE));
        }
    }

    @Test
    void aCourseWithoutEndDoesNotGrowForEver() {
        Progress long201 = after(Collections.nCopies(201, COURSE.get(2)));
        assertThat(long201.steps()).hasSize(200);
    }

    private static Progress after(List<Step> steps) {
        Progress progress = Progress.of("XN240618-000123");
        for (Step step : steps) {
            progress = progress.with(step).state();
        }
        return progress;
    }
}
