package cn.hotline.routing.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.hotline.routing.learning.Calibration.Scored;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final double[] NONE = {0, 0};

    /** Scores that differ by one, and are right in nine cases of ten. */
    private static final List<Scored> NINE_OF_TEN = Stream.concat(
                    Collections.nCopies(90, scored(1, 0, 0)).stream(),
                    Collections.nCopies(10, scored(1, 0, 1)).stream())
            .toList();

    @Test
    void whatIsRightInNineCasesOfTenIsSaidToBeNinetyPercentSure() {
        var calibration = Calibration.of(NINE_OF_TEN, 0);

        assertThat(calibration.probabilities(new double[] {1, 0}, NONE)[0]).isCloseTo(0.9, within(0.005));
        assertThat(calibration.sharpness()).isCloseTo(Math.log(9), within(0.05));
    }

    @Test
    void scoresThatAreRightByChanceMakeNothingSure() {
        var chance = Stream.concat(
                        Collections.nCopies(50, scored(5, 0, 0)).stream(),
                        Collections.nCopies(50, scored(5, 0, 1)).stream())
                .toList();

        assertThat(Calibration.of(chance, 0).probabilities(new double[] {5, 0}, NONE)[0])
                .isCloseTo(0.5, within(0.1));
    }

    @Test
    void nothingIsSaidSurerThanLabelsAreTrusted() {
        var always = Collections.nCopies(500, scored(1, 0, 0));

        assertThat(Calibration.of(always, 0).probabilities(new double[] {1, 0}, NONE)[0])
                .isGreaterThan(0.99);
        assertThat(Calibration.of(always, 0.04).probabilities(new double[] {1, 0}, NONE)[0])
                .isCloseTo(0.98, within(0.005));
    }

    @Test
    void withoutASecondOpinionNoneIsTrusted() {
        assertThat(Calibration.of(NINE_OF_TEN, 0).trust()).isZero();
    }

    @Test
    void aClassThatIsNoneOfThoseKnownTeachesNothing() {
        var more =
                Stream.concat(NINE_OF_TEN.stream(), Stream.of(scored(1, 0, -1))).toList();

        assertThat(Calibration.of(more, 0)).isEqualTo(Calibration.of(NINE_OF_TEN, 0));
    }

    private static Scored scored(double first, double second, int right) {
        return new Scored(new double[] {first, second}, NONE, right);
    }
}
