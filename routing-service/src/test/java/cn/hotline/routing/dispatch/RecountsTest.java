package cn.hotline.routing.dispatch;

import static cn.hotline.routing.dispatch.DeadlineOffice.asked;
import static cn.hotline.routing.dispatch.DeadlineOffice.at;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.DeadlinesRecomputed;
import cn.hotline.routing.deadline.Calendars;
import cn.hotline.routing.deadline.model.CalendarVersion;
import cn.hotline.routing.deadline.model.LimitsVersion;
import cn.hotline.routing.deadline.model.SpecialDay;
import cn.hotline.routing.deadline.model.TimeLimit;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Recounting;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.version.InMemoryVersions;
import cn.hotline.routing.version.model.Editor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A new calendar reaches every open ticket, once, from whichever replica. */
class RecountsTest {

    private static final Editor ADMIN = new Editor("admin", "管理员");

    private final InMemoryVersions<CalendarVersion> calendars = new InMemoryVersions<>();
    private final InMemoryVersions<LimitsVersion> limits = new InMemoryVersions<>();
    private final InMemoryDispatches kept = new InMemoryDispatches();
    private final DeadlineOffice here = new DeadlineOffice(calendars, limits, kept, all -> all);
    private final DeadlineOffice there = new DeadlineOffice(calendars, limits, kept, all -> all);

    @Test
    void everyOpenTicketIsCountedAnewOnceByWhicheverReplicaComesFirst() {
        opened(300);
        publishSnow();
        asked(there.desk.refresh());

        assertThat(asked(here.recounts.recount())).isEqualTo(300);
        assertThat(asked(there.recounts.recount())).isZero();
        assertThat(recomputed()).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void whoIsDueFirstIsCountedFirst() {
        here.dispatched("XN261123-000002", "2026-11-23T11:00");
        here.dispatched("XN261123-000003", "2026-11-23T10:30");
        here.dispatched("XN261123-000001", "2026-11-23T11:30");
        publishSnow();

        asked(here.recounts.recount());

        assertThat(recomputed()).containsExactly("XN261123-000003", "XN261123-000002", "XN261123-000001");
    }

    @Test
    void aReplicaThatIsKilledInTheMiddleLeavesTheRestToTheNext() {
        opened(20);
        publishSnow();
        FaultyDispatches dying = new FaultyDispatches(kept);
        dying.stopsAfter = 7;

        asked(new DeadlineOffice(calendars, limits, kept, all -> dying).recounts.recount());
        assertThat(recomputed()).hasSize(7);
        asked(there.desk.refresh());
        asked(there.recounts.recount());

        assertThat(recomputed()).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void ticketsThatCannotBeCountedKeepNobodyElseWaiting() {
        opened(250);
        publishSnow();
        FaultyDispatches faulty = new FaultyDispatches(kept);
        IntStream.rangeClosed(1, 210).forEach(i -> faulty.broken.add(new TicketNumber("XN261123-%06d".formatted(i))));

        asked(new DeadlineOffice(calendars, limits, kept, all -> faulty).recounts.recount());

        assertThat(recomputed()).hasSize(40);
    }

    @Test
    void whatWasDispatchedByTheOldCalendarMeanwhileIsFoundToo() {
        publishSnow();
        there.dispatched("XN261123-000001", "2026-11-23T10:30");

        asked(here.recounts.recount());

        assertThat(recomputed()).containsExactly("XN261123-000001");
    }

    @Test
    void aReplicaThatDoesNotKnowTheNewCalendarYetTakesNothingBack() {
        opened(3);
        publishSnow();
        asked(here.recounts.recount());

        assertThat(asked(there.recounts.recount())).isZero();
        assertThat(recomputed()).hasSize(3);
    }

    @Test
    void theOutlookIsWhatHappens() {
        opened(5);
        here.dispatched("XN261126-000001", "2026-11-26T10:00");
        var outlook = asked(here.desk.outlook(2026, snow()));

        publishSnow();
        asked(here.recounts.recount());

        assertThat(outlook.open()).isEqualTo(6);
        assertThat(outlook.moving()).isEqualTo(5);
        assertThat(recomputed()).hasSize(5);
        outlook.first().forEach(moved -> assertThat(
                        moved.kind().of(dispatch(moved.number()).deadlines()))
                .as("%s", moved)
                .isEqualTo(moved.to()));
    }

    @Test
    void newTimeLimitsHoldForWhatIsDispatchedAfterwardsAndMoveNothing() {
        Dispatch before = here.dispatched("XN261123-000001", "2026-11-23T10:00");
        List<LimitsVersion.Row> shorter = here.desk.limits().rows().stream()
                .map(row -> new LimitsVersion.Row(row.rule(), row.acknowledge(), row.contact(), TimeLimit.of("2h")))
                .toList();

        asked(here.desk.publish(shorter, "试行", 1, ADMIN));
        asked(here.recounts.recount());

        assertThat(dispatch("XN261123-000001")).isEqualTo(before);
        assertThat(here.dispatched("XN261123-000002", "2026-11-23T10:00")
                        .deadlines()
                        .finishBy())
                .isEqualTo(at("2026-11-23T12:00"));
        // A calendar that comes later counts the first by the limits it came from.
        asked(here.desk.publish(2026, snow(), "暴雪停工", 1, ADMIN));
        asked(here.recounts.recount());
        assertThat(dispatch("XN261123-000001").deadlines().finishBy())
                .isEqualTo(before.deadlines().finishBy());
        assertThat(dispatch("XN261123-000001").deadlines().acknowledgeBy()).isEqualTo(at("2026-11-25T10:00"));
    }

    @Test
    void aDeadlineIsExplainedByTheVersionsItCameFrom() {
        opened(1);
        Dispatch met = dispatch("XN261123-000001")
                .acknowledge(People.CENTRE_CLERK, at("2026-11-23T11:00"))
                .state();
        publishSnow();
        var recounted = Recounting.recount(met, here.published.get(), at("2026-11-23T12:00"))
                .state();

        var explained = here.published.get().explain(recounted.handling().lead().timing());

        assertThat(explained).extracting(one -> one.calendar()).containsExactly("1", "2", "2");
        assertThat(explained).allMatch(one -> one.counting().isPresent());
    }

    private void opened(int tickets) {
        IntStream.rangeClosed(1, tickets)
                .forEach(i -> here.dispatched("XN261123-%06d".formatted(i), "2026-11-23T10:30"));
    }

    private void publishSnow() {
        asked(here.desk.publish(2026, snow(), "暴雪停工", 1, ADMIN));
    }

    /** The year as it is, without the Tuesday. */
    private List<SpecialDay> snow() {
        return Stream.concat(here.desk.calendar().of(2026).stream(), Stream.of(Calendars.off("2026-11-24")))
                .sorted(Comparator.comparing(SpecialDay::day))
                .toList();
    }

    private Dispatch dispatch(String number) {
        return asked(kept.find(Viewer.itself(here.clock.instant()), new TicketNumber(number)))
                .state();
    }

    private List<String> recomputed() {
        return new ArrayList<>(kept.told())
                .stream()
                        .filter(DeadlinesRecomputed.class::isInstance)
                        .map(RoutingEvent::number)
                        .toList();
    }
}
