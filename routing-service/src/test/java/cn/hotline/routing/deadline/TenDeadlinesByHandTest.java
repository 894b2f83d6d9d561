package cn.hotline.routing.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.deadline.model.Count;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.Explained;
import cn.hotline.routing.deadline.model.LimitKind;
import cn.hotline.routing.deadline.model.Timing;
import cn.hotline.routing.dispatch.Desks;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Ten deadlines, counted by hand from what the State Council published and from the city's table, with office hours
 * 08:30-12:00 and 14:30-18:00: seven hours a working day. Each says the sum it rests on.
 */
class TenDeadlinesByHandTest {

    private static final DeadlinePolicy POLICY = Desks.POLICY;

    @Test
    void signingOverSpringFestival2024() {
        // 一般 1wd=7h. Fri 9 Feb 2024 is New Year's Eve, no day off by the notice: 16:00-18:00 2h; off 10-17 Feb; Sun 18
        // Feb
        // works: 08:30-12:00 3.5h (5.5), 14:30 +1.5h = 16:00.
        Timing timing = POLICY.dispatchedAt(at("2024-02-09T16:00"), Urgency.GENERAL);

        assertThat(timing.deadlines().acknowledgeBy()).isEqualTo(at("2024-02-18T16:00"));
        assertThat(skipped(timing, LimitKind.ACKNOWLEDGE))
                .isEqualTo(
                        "2024-02-10春节 2024-02-11春节 2024-02-12春节 2024-02-13春节 2024-02-14春节 2024-02-15春节 2024-02-16春节 2024-02-17春节");
    }

    @Test
    void signingOverSpringFestival2025BeginningOnAMakeUpSunday() {
        // 简单 4wh. Sun 26 Jan 2025 works; 20:00 is after hours; Mon 27 Jan 08:30-12:00 3.5h, 14:30 +0.5h = 15:00.
        // 首次联系 1wd=7h: Mon 27 Jan is a whole day of 7h, to 18:00. Off from 28 Jan only.
        Timing timing = POLICY.dispatchedAt(at("2025-01-26T20:00"), Urgency.SIMPLE);

        assertThat(timing.deadlines().acknowledgeBy()).isEqualTo(at("2025-01-27T15:00"));
        assertThat(timing.deadlines().contactBy()).isEqualTo(at("2025-01-27T18:00"));
        // 办结 3d by the clock: 29 Jan 20:00, whatever the holiday.
        assertThat(timing.deadlines().finishBy()).isEqualTo(at("2025-01-29T20:00"));
    }

    @Test
    void secondHandlingOverSpringFestival2026WithBothMakeUpSaturdays() {
        // 二次办理 3wd=21h. Fri 13 Feb 2026 15:00-18:00 3h; Sat 14 Feb works 7h (10); off 15-23 Feb; Tue 24 Feb 7h (17);
        // Wed 25 Feb 08:30-12:00 3.5h (20.5), 14:30 +0.5h = 15:00.
        Timing timing = POLICY.reopenedAt(at("2026-02-13T15:00"));

        assertThat(timing.deadlines().finishBy()).isEqualTo(at("2026-02-25T15:00"));
        assertThat(explained(timing, LimitKind.FINISH).count().skipped()).hasSize(9);
    }

    @Test
    void secondHandlingOverNationalDayAndMidAutumn2025() {
        // 3wd=21h. Tue 30 Sep 2025 10:00-12:00 2h + 14:30-18:00 3.5h = 5.5h; off 1-8 Oct; Thu 9 Oct 7h (12.5); Fri 10
        // Oct 7h
        // (19.5); Sat 11 Oct works: 08:30 +1.5h = 10:00.
        Timing timing = POLICY.reopenedAt(at("2025-09-30T10:00"));

        assertThat(timing.deadlines().finishBy()).isEqualTo(at("2025-10-11T10:00"));
        assertThat(explained(timing, LimitKind.FINISH).count().skipped()).hasSize(8);
    }

    @Test
    void oneMinuteBeforeMidnightBeforeQingming2024() {
        // 复杂 1wd=7h. Wed 3 Apr 2024 23:59 is after hours; off 4-6 Apr; Sun 7 Apr works, a whole day: 18:00.
        Timing timing = POLICY.dispatchedAt(at("2024-04-03T23:59"), Urgency.COMPLEX);

        assertThat(timing.deadlines().acknowledgeBy()).isEqualTo(at("2024-04-07T18:00"));
        // 办结 11d by the clock: 14 Apr 23:59.
        assertThat(timing.deadlines().finishBy()).isEqualTo(at("2024-04-14T23:59"));
    }

    @Test
    void signingOverLabourDay2025BeginningAtLunch() {
        // 一般 1wd=7h. Wed 30 Apr 2025 13:00 is in the lunch gap: 14:30-18:00 3.5h; off 1-5 May; Tue 6 May 08:30-12:00
        // 3.5h
        // (7) = 12:00.
        Timing timing = POLICY.dispatchedAt(at("2025-04-30T13:00"), Urgency.GENERAL);

        assertThat(timing.deadlines().acknowledgeBy()).isEqualTo(at("2025-05-06T12:00"));
    }

    @Test
    void anEmergencyKnowsNoHoliday() {
        // 特急 15min, 30min, 2h by the clock, at New Year's Eve: 23:50 -> 00:05, 00:20, 01:50 of 17 Feb 2026.
        Timing timing = POLICY.dispatchedAt(at("2026-02-16T23:50"), Urgency.EMERGENCY);

        assertThat(timing.deadlines().acknowledgeBy()).isEqualTo(at("2026-02-17T00:05"));
        assertThat(timing.deadlines().contactBy()).isEqualTo(at("2026-02-17T00:20"));
        assertThat(timing.deadlines().finishBy()).isEqualTo(at("2026-02-17T01:50"));
    }

    @Test
    void anUrgentOneRunsThroughNationalDay() {
        // 紧急 2h, 2h, 24h by the clock: 1 Oct 2026 17:00 -> 19:00, 19:00, 2 Oct 17:00.
        Timing timing = POLICY.dispatchedAt(at("2026-10-01T17:00"), Urgency.URGENT);

        assertThat(timing.deadlines().acknowledgeBy()).isEqualTo(at("2026-10-01T19:00"));
        assertThat(timing.deadlines().finishBy()).isEqualTo(at("2026-10-02T17:00"));
    }

    @Test
    void anExtensionOfSecondHandlingOverLabourDay2026() {
        // 3wd=21h from Mon 27 Apr 2026 08:30 (before opening counts from opening): 27, 28, 29 Apr, 7h each: Wed 29 Apr
        // 18:00.
        // 2 days more = 14h: Thu 30 Apr 7h; off 1-5 May; Wed 6 May 7h = 18:00.
        Timing timing = POLICY.reopenedAt(at("2026-04-27T07:15"));

        assertThat(timing.deadlines().finishBy()).isEqualTo(at("2026-04-29T18:00"));
        assertThat(POLICY.extended(timing, timing.deadlines().finishBy(), 2)).isEqualTo(at("2026-05-06T18:00"));
    }

    @Test
    void aSuspensionOfSecondHandlingOverDragonBoat2025() {
        // 3wd=21h from Thu 29 May 2025 10:00: Thu 5.5h; Fri 30 May 7h (12.5); off Sat 31 May-Mon 2 Jun; Tue 3 Jun 7h
        // (19.5); Wed
        // 4 Jun 08:30 +1.5h = 10:00. Suspended Fri 30 May 10:00: left 21-7=14h. Resumed Sat 7 Jun 09:00: Mon 9 and Tue
        // 10 Jun,
        // 7h each: Tue 10 Jun 18:00.
        Timing timing = POLICY.reopenedAt(at("2025-05-29T10:00"));

        assertThat(timing.deadlines().finishBy()).isEqualTo(at("2025-06-04T10:00"));
        assertThat(POLICY.resumed(
                        timing, timing.deadlines().finishBy(), at("2025-05-30T10:00"), at("2025-06-07T09:00")))
                .isEqualTo(at("2025-06-10T18:00"));
    }

    private static Explained explained(Timing timing, LimitKind kind) {
        List<Explained> all = POLICY.explain(timing);
        return all.get(kind.ordinal());
    }

    private static String skipped(Timing timing, LimitKind kind) {
        Count count = explained(timing, kind).counting().orElseThrow();
        return count.skipped().stream().map(day -> day.day() + day.why()).collect(Collectors.joining(" "));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ChassisWiring.ZONE).toInstant();
    }
}
