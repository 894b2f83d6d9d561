package cn.hotline.routing.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.TimeLimit;
import cn.hotline.routing.deadline.model.TimeLimits;
import cn.hotline.routing.deadline.model.Timing;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.knowledge.KnowledgeFault;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five grades of the city's rule, from a Friday morning at ten. */
class DeadlinePolicyTest {

    private static final DeadlinePolicy POLICY = Desks.POLICY;
    private static final Instant FRIDAY_TEN = at("2026-11-27T10:00");

    @ParameterizedTest
    @CsvSource({
        "EMERGENCY, 2026-11-27T10:15, 2026-11-27T10:30, 2026-11-27T12:00",
        "URGENT,    2026-11-27T12:00, 2026-11-27T12:00, 2026-11-28T10:00",
        "SIMPLE,    2026-11-27T16:30, 2026-11-30T10:00, 2026-11-30T10:00",
        "GENERAL,   2026-11-30T10:00, 2026-11-30T10:00, 2026-12-04T10:00",
        "COMPLEX,   2026-11-30T10:00, 2026-11-30T10:00, 2026-12-08T10:00"
    })
    void everyGradeHasItsOwnTime(Urgency grade, String acknowledgeBy, String contactBy, String finishBy) {
        Timing timing = POLICY.dispatchedAt(FRIDAY_TEN, grade);

        assertThat(timing.deadlines()).isEqualTo(new Deadlines(at(acknowledgeBy), at(contactBy), at(finishBy)));
        assertThat(timing.startedAt()).isEqualTo(FRIDAY_TEN);
        assertThat(timing.rules()).isEqualTo("1");
        assertThat(timing.calendar()).isEqualTo("1");
    }

    @Test
    void aSecondHandlingHasThreeWorkingDays() {
        assertThat(POLICY.reopenedAt(FRIDAY_TEN).deadlines().finishBy()).isEqualTo(at("2026-12-02T10:00"));
    }

    @Test
    void workingDaysFromNowPassOverWeekendsAndANightWaitsForTheMorning() {
        Timing general = POLICY.dispatchedAt(FRIDAY_TEN, Urgency.GENERAL);

        assertThat(POLICY.workdaysAfter(general, FRIDAY_TEN, 2))
                .containsExactly(at("2026-11-30T10:00"), at("2026-12-01T10:00"));
        assertThat(POLICY.workdaysAfter(general, at("2026-11-28T02:00"), 1))
                .as("a night's has the whole of Monday")
                .containsExactly(at("2026-11-30T18:00"));
    }

    @Test
    void whatIsUrgentKnowsNoWorkingDays() {
        assertThat(POLICY.workdaysAfter(POLICY.dispatchedAt(FRIDAY_TEN, Urgency.EMERGENCY), FRIDAY_TEN, 2))
                .isEmpty();
    }

    @Test
    void aLimitSaysItsClock() {
        assertThat(TimeLimit.of("4wh").words()).isEqualTo("4个工作小时");
        assertThat(TimeLimit.of("7d").words()).isEqualTo("7天");
        assertThatThrownBy(() -> TimeLimit.of("7")).hasMessageContaining("7");
        assertThatThrownBy(() -> TimeLimit.of("0d")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMissingGradeStopsTheStart(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("time-limits.tsv"),
                "#version 1\nrule\tacknowledge\tcontact\tfinish\nGENERAL\t1wd\t1wd\t7d\n");

        assertThatThrownBy(() -> TimeLimitFile.load(KnowledgeFiles.of(folder), Instant.EPOCH))
                .hasMessageContaining("no time limits");
    }

    @Test
    void aMalformedLimitNamesItsLine(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("time-limits.tsv"),
                "#version 1\nrule\tacknowledge\tcontact\tfinish\nGENERAL\t1wd\t1wd\tsoon\n");

        assertThatThrownBy(() -> TimeLimitFile.load(KnowledgeFiles.of(folder), Instant.EPOCH))
                .isInstanceOf(KnowledgeFault.class)
                .hasMessageContaining("time-limits.tsv:3")
                .hasMessageContaining("finish");
    }

    @Test
    void everyUrgencyHasARule() {
        for (Urgency urgency : Urgency.values()) {
            assertThat(TimeLimits.Rule.of(urgency).term()).isEqualTo(urgency.term());
        }
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ChassisWiring.ZONE).toInstant();
    }
}
