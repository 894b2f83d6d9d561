package cn.hotline.ui;

import static cn.hotline.ui.DeadlineGrade.AMPLE;
import static cn.hotline.ui.DeadlineGrade.DONE;
import static cn.hotline.ui.DeadlineGrade.NEAR;
import static cn.hotline.ui.DeadlineGrade.OVERDUE;
import static cn.hotline.ui.DeadlineGrade.PAUSED;
import static cn.hotline.ui.DeadlineGrade.SOON;
import static cn.hotline.ui.DeadlineKind.ACKNOWLEDGE;
import static cn.hotline.ui.DeadlineKind.RESOLVE;
import static cn.hotline.ui.DeadlineKind.REVISIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineViewTest {

    private static final Instant START = Instant.parse("2026-11-16T01:00:00Z");
    private static final Instant DUE = START.plus(Duration.ofHours(100));
    private static final Deadline HUNDRED_HOURS = Deadline.running(RESOLVE, START, DUE);

    @ParameterizedTest
    @CsvSource({
        "PT52H,剩 2 天 4 小时",
        "PT48H59M,剩 2 天",
        "PT24H,剩 1 天",
        "PT23H59M59S,剩 23 小时 59 分",
        "PT5H2M,剩 5 小时 02 分",
        "PT3H40M,剩 3 小时 40 分",
        "PT3H,剩 3 小时",
        "PT59M59S,剩 59 分",
        "PT1M,剩 1 分",
        "PT59S,剩不到 1 分",
        "PT0S,剩不到 1 分",
        "PT-1S,逾期不到 1 分",
        "PT-1H-12M-30S,逾期 1 小时 12 分",
        "PT-50H,逾期 2 天 2 小时"
    })
    void tellsTheTimeLeftInTwoUnitsAndNeverRoundsUp(Duration left, String words) {
        assertThat(with(left, HUNDRED_HOURS).words()).isEqualTo(words);
    }

    @Test
    void isAmpleAsLongAsMoreThanAQuarterIsLeft() {
        assertThat(with(Duration.ofHours(25).plusSeconds(1), HUNDRED_HOURS).grade())
                .isEqualTo(AMPLE);
        assertThat(with(Duration.ofHours(25), HUNDRED_HOURS).grade()).isEqualTo(NEAR);
    }

    @Test
    void isNearWithFourHoursLeftEvenIfThatIsMoreThanAQuarter() {
        Deadline tenHours = Deadline.running(RESOLVE, START, START.plus(Duration.ofHours(10)));
        assertThat(with(Duration.ofHours(4).plusSeconds(1), tenHours).grade()).isEqualTo(AMPLE);
        assertThat(with(Duration.ofHours(4), tenHours).grade()).isEqualTo(NEAR);
    }

    @Test
    void isSoonWithATenthLeft() {
        assertThat(with(Duration.ofHours(10).plusSeconds(1), HUNDRED_HOURS).grade())
                .isEqualTo(NEAR);
        assertThat(with(Duration.ofHours(10), HUNDRED_HOURS).grade()).isEqualTo(SOON);
    }

    @Test
    void acknowledgingIsSoonInTheLastHalfHour() {
        Deadline fourHours = Deadline.running(ACKNOWLEDGE, START, START.plus(Duration.ofHours(4)));
        assertThat(with(Duration.ofMinutes(31), fourHours).grade()).isEqualTo(NEAR);
        assertThat(with(Duration.ofMinutes(30), fourHours).grade()).isEqualTo(SOON);
    }

    @Test
    void theLastMomentIsStillInTime() {
        assertThat(with(Duration.ZERO, HUNDRED_HOURS).grade()).isEqualTo(SOON);
        assertThat(with(Duration.ofNanos(-1), HUNDRED_HOURS).grade()).isEqualTo(OVERDUE);
    }

    @Test
    void namesWhatIsToBeDoneUnlessItIsTheHandlingItself() {
        assertThat(with(Duration.ofMinutes(17), as(ACKNOWLEDGE)).words()).isEqualTo("剩 17 分签收");
        assertThat(with(Duration.ofMinutes(-72), as(ACKNOWLEDGE)).words()).isEqualTo("签收逾期 1 小时 12 分");
        assertThat(with(Duration.ofMinutes(17), as(REVISIT)).words()).isEqualTo("剩 17 分回访");
        assertThat(with(Duration.ofMinutes(17), as(ACKNOWLEDGE)).bareWords()).isEqualTo("剩 17 分");
    }

    @Test
    void standsStillWhilePaused() {
        DeadlineView paused = with(Duration.ofHours(-9), HUNDRED_HOURS.pausedNow());
        assertThat(paused.grade()).isEqualTo(PAUSED);
        assertThat(paused.words()).isEqualTo("计时暂停");
        assertThat(paused.running()).isFalse();
    }

    @Test
    void whatWasDoneSaysWhetherItWasInTime() {
        assertThat(with(Duration.ofHours(-9), HUNDRED_HOURS.doneAt(DUE)).words())
                .isEqualTo("按期办结");
        assertThat(with(Duration.ofHours(-9), HUNDRED_HOURS.doneAt(DUE.plusSeconds(1)))
                        .words())
                .isEqualTo("逾期办结");
        assertThat(with(Duration.ZERO, as(ACKNOWLEDGE).doneAt(DUE)).words()).isEqualTo("按期签收");
        assertThat(with(Duration.ofHours(1), HUNDRED_HOURS.doneAt(START)).grade())
                .isEqualTo(DONE);
    }

    @Test
    void givesTheBrowserTheMomentsAtWhichTheGradeChanges() {
        DeadlineView view = with(Duration.ofHours(50), HUNDRED_HOURS);
        assertThat(view.nearAt()).isEqualTo(DUE.minus(Duration.ofHours(25)));
        assertThat(view.soonAt()).isEqualTo(DUE.minus(Duration.ofHours(10)));
        assertThat(view.dueAt()).isEqualTo(DUE);
    }

    @Test
    void followsThresholdsOfItsOwn() {
        var late = new DeadlineThresholds(0, Duration.ofMinutes(10), 0, Duration.ZERO);
        Instant elevenMinutesBefore = DUE.minus(Duration.ofMinutes(11));
        assertThat(DeadlineView.of(HUNDRED_HOURS, late, elevenMinutesBefore).grade())
                .isEqualTo(AMPLE);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> Deadline.running(RESOLVE, DUE, START));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeadlineThresholds(0.1, Duration.ofHours(4), 0.2, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeadlineThresholds(0.2, Duration.ofMinutes(1), 0.1, Duration.ofMinutes(2)));
    }

    private static Deadline as(DeadlineKind kind) {
        return Deadline.running(kind, START, DUE);
    }

    private static DeadlineView with(Duration left, Deadline deadline) {
        return DeadlineView.of(deadline, deadline.dueAt().minus(left));
    }
}
