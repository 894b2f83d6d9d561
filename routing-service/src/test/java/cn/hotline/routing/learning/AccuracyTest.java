package cn.hotline.routing.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.hotline.routing.learning.Accuracy.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTest {

    /** a: two texts, one found; b: two texts, both found, and one of a beside. */
    private static final Accuracy ACCURACY = Accuracy.of(List.of(
            new Decision("a", "a", 0.95),
            new Decision("a", "b", 0.55),
            new Decision("b", "b", 0.91),
            new Decision("b", "b", 0.35)));

    @Test
    void everyClassCountsTheSame() {
        assertThat(ACCURACY.accuracy()).isEqualTo(0.75);
        assertThat(ACCURACY.macroF1()).isCloseTo((2.0 / 3 + 0.8) / 2, within(1e-12));
    }

    @Test
    void precisionAndRecallAreOfTheClass() {
        var b = ACCURACY.classes().get(1);

        assertThat(b.precision()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(b.recall()).isEqualTo(1);
    }

    @Test
    void sureAreThoseSaidToBeNinetyPercentSure() {
        assertThat(ACCURACY.sureShare()).isEqualTo(0.5);
        assertThat(ACCURACY.sureRight()).isEqualTo(1);
    }

    @Test
    void theErrorOfCalibrationIsWhatWasSaidAgainstWhatWasRight() {
        assertThat(ACCURACY.calibrationError()).isCloseTo((2 - 1.86 + 0.55 + 1 - 0.35) / 4, within(1e-12));
    }

    @Test
    void theLastLinesAreNamesAndValues() {
        assertThat(ACCURACY.lines()).endsWith("macro-F1 0.7333", "accuracy 0.7500");
    }
}
