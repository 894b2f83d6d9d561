package cn.hotline.followup.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.revisit.model.TicketNumber;
import cn.hotline.followup.supervision.model.Level;
import cn.hotline.followup.supervision.model.Standing;
import cn.hotline.followup.supervision.model.SupervisionPolicy;
import cn.hotline.followup.supervision.model.Unit;
import cn.hotline.followup.supervision.model.Watch;
import cn.hotline.followup.supervision.model.Workdays;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What every store of watches does. */
public abstract class WatchesContract {

    private static final Instant NOW = Instant.parse("2024-06-20T01:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final SupervisionPolicy POLICY = new SupervisionPolicy(1, 3, 2, DAY.multipliedBy(7), 3, 3);
    private static final Unit CHENGXI = new Unit("630104", "城西区人民政府");
    private static final Unit CHENGDONG = new Unit("630102", "城东区人民政府");
    private static final Workdays WORKDAYS = new Workdays(List.of(NOW, NOW.plus(DAY)));
    private static final TicketNumber QUIET = new TicketNumber("XN240618-000001");
    private static final TicketNumber SOON = new TicketNumber("XN240618-000002");
    private static final TicketNumber LATER = new TicketNumber("XN240618-000003");
    private static final TicketNumber ANSWERED = new TicketNumber("XN240618-000004");
    private static final TicketNumber ESCALATED = new TicketNumber("XN240618-000005");

    private final Watches watches = watches();

    /** A fresh, empty store. */
    protected abstract Watches watches();

    @BeforeEach
    void fiveTickets() {
        for (TicketNumber ticket : List.of(QUIET, SOON, LATER, ANSWERED, ESCALATED)) {
            Unit unit = ticket == LATER ? CHENGDONG : CHENGXI;
            run(watches.changeOrOpen(ticket, watch -> watch.dispatched(unit, POLICY, NOW)));
        }
        run(watches.change(LATER, watch -> watch.issue(Level.SUPERVISE, "督办", NOW.plus(DAY), "office", POLICY, NOW)));
        run(watches.change(
                SOON, watch -> watch.overdue(CHENGXI, "办结", NOW.minus(DAY), WORKDAYS, POLICY, NOW.minus(DAY))));
        run(watches.change(ANSWERED, watch -> watch.issue(Level.URGE, "催办", NOW.plus(DAY), "office", POLICY, NOW)));
        run(watches.change(
                ANSWERED, watch -> watch.answer(ANSWERED.value() + "-1", "630104", "已办", "unit-630104", NOW)));
        run(watches.change(ESCALATED, watch -> watch.escalate("批示", "office", POLICY, NOW)));
    }

    @Test
    void aWatchComesBackAsItWasSaved() {
        Watch watch = Watch.of(SOON)
                .dispatched(CHENGXI, POLICY, NOW)
                .state()
                .overdue(CHENGXI, "办结", NOW.minus(DAY), WORKDAYS, POLICY, NOW.minus(DAY))
                .state();
        assertThat(run(watches.find(SOON)).state()).isEqualTo(watch);
    }

    @Test
    void whatIsOpenComesByWhenTheAnswerIsDue() {
        assertThat(listed(WatchFilter.standing(Standing.OPEN, null))).containsExactly(SOON, LATER);
        assertThat(listed(WatchFilter.standing(Standing.OPEN, "630102"))).containsExactly(LATER);
        assertThat(listed(WatchFilter.standing(Standing.ANSWERED, null))).containsExactly(ANSWERED);
        assertThat(listed(WatchFilter.standing(Standing.LIFTED, null))).isEmpty();
        assertThat(listed(WatchFilter.standing(null, null))).containsExactly(ANSWERED, LATER, SOON);
    }

    @Test
    void whatIsEscalatedIsListedWithoutAnythingThatPresses() {
        assertThat(listed(WatchFilter.escalated(null))).containsExactly(ESCALATED);
        assertThat(listed(WatchFilter.escalated("630102"))).isEmpty();
    }

    @Test
    void whatHasMovedAwayIsNoLongerListedForItsUnit() {
        run(watches.change(LATER, watch -> watch.dispatched(CHENGXI, POLICY, NOW)));
        assertThat(listed(WatchFilter.standing(Standing.LIFTED, "630102"))).isEmpty();
        assertThat(listed(WatchFilter.standing(Standing.LIFTED, "630104")))
                .as("another unit's")
                .isEmpty();
        assertThat(listed(WatchFilter.standing(Standing.LIFTED, null))).containsExactly(LATER);
    }

    @Test
    void whatTimeChangesIsDue() {
        assertThat(due(NOW)).isEmpty();
        assertThat(due(NOW.plus(DAY))).containsExactly(SOON);
    }

    private List<TicketNumber> listed(WatchFilter filter) {
        Page<Versioned<Watch>> page = run(watches.list(filter, new Page.Asked(0, 10)));
        assertThat(page.total()).isEqualTo(page.items().size());
        assertThat(run(watches.count(filter))).isEqualTo(page.total());
        return page.items().stream().map(stored -> stored.state().ticket()).toList();
    }

    private List<TicketNumber> due(Instant now) {
        return run(watches.due(now, 10).collectList());
    }

    private static <T> T run(Mono<T> work) {
        return work.contextWrite(Cause.command("630100", "test", null, null).context())
                .block();
    }
}
