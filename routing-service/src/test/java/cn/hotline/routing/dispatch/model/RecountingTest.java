package cn.hotline.routing.dispatch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.DeadlinesRecomputed;
import cn.hotline.routing.deadline.Calendars;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.SpecialDay;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 时限重算, as sentences. A GENERAL ticket of Monday 23 November at ten: to be signed and contacted by Tuesday ten. */
class RecountingTest {

    private static final Instant SNOW_IS_TOLD = at("2026-11-23T16:00");
    private static final DeadlinePolicy SNOW = by(2, Calendars.off("2026-11-24"));

    private final Dispatch dispatched = ReturningTest.opened(Tickets.plain("XN261123-000001"));
    private final Dispatch inProgress = dispatched
            .acknowledge(People.CENTRE_CLERK, in(Duration.ofMinutes(30)))
            .state();

    @Test
    void aDayOffMovesWhatIsCountedInWorkingTimeAndTellsFromWhenToWhen() {
        Change<Dispatch, RoutingEvent> change = Recounting.recount(dispatched, SNOW, SNOW_IS_TOLD);

        assertThat(change.state().deadlines().acknowledgeBy()).isEqualTo(at("2026-11-25T10:00"));
        assertThat(change.state().deadlines().contactBy()).isEqualTo(at("2026-11-25T10:00"));
        assertThat(change.state().deadlines().finishBy())
                .isEqualTo(dispatched.deadlines().finishBy());
        assertThat(change.state().turn().dueAt()).isEqualTo(at("2026-11-25T10:00"));
        assertThat(change.state().status()).isEqualTo(dispatched.status());
        DeadlinesRecomputed told = (DeadlinesRecomputed) change.events().get(0);
        assertThat(told.deadlines()).isEqualTo(change.state().deadlines());
        assertThat(told.former().deadlines()).isEqualTo(dispatched.deadlines());
        assertThat(told.calendarVersion()).isEqualTo("2");
        assertThat(told.unit()).isEqualTo(People.CENTRE);
        assertThat(change.state().steps())
                .last()
                .extracting(Step::kind, Step::words)
                .containsExactly(StepKind.RECOUNTED, "工作日历更新为第2版，时限重新计算");
    }

    @Test
    void theClockStillStartsWithTheFirstDispatch() {
        Handling recounted =
                Recounting.recount(dispatched, SNOW, SNOW_IS_TOLD).state().handling();

        assertThat(recounted.ticket().startedAt()).isEqualTo(Tickets.MONDAY_TEN);
        assertThat(recounted.lead().timing().startedAt()).isEqualTo(Tickets.MONDAY_TEN);
    }

    @Test
    void whatWasMetStaysAsItWasJudged() {
        Dispatch recounted = Recounting.recount(inProgress, SNOW, SNOW_IS_TOLD).state();

        assertThat(recounted.deadlines().acknowledgeBy())
                .isEqualTo(inProgress.deadlines().acknowledgeBy());
        assertThat(recounted.deadlines().contactBy()).isEqualTo(at("2026-11-25T10:00"));
    }

    @Test
    void aCalendarThatCountsTheSameTellsNothingAndIsNotedOnce() {
        DeadlinePolicy far = by(2, Calendars.off("2026-12-24"));

        Change<Dispatch, RoutingEvent> change = Recounting.recount(dispatched, far, SNOW_IS_TOLD);

        assertThat(change.events()).isEmpty();
        assertThat(change.state().steps()).isEqualTo(dispatched.steps());
        assertThat(change.state().turn().calendar()).isEqualTo(2L);
        assertThat(refusalOf(change.state(), far)).isEqualTo(DispatchRefusal.NOTHING_TO_RECOUNT);
    }

    @Test
    void anOlderCalendarNeverComesBack() {
        DeadlinePolicy second = by(3, Calendars.off("2026-11-24"));
        Dispatch recounted =
                Recounting.recount(dispatched, second, SNOW_IS_TOLD).state();

        assertThat(refusalOf(recounted, by(2))).isEqualTo(DispatchRefusal.NOTHING_TO_RECOUNT);
    }

    @Test
    void nobodyBecomesOverdueBecauseACalendarCameLate() {
        Instant saturday = at("2026-11-28T09:00");
        Dispatch weekend = ReturningTest.opened(Tickets.plain("XN261128-000001"), saturday);
        DeadlinePolicy late = by(2, Calendars.work("2026-11-28"), Calendars.work("2026-11-29"));

        // Counted with a working Saturday it would have been due on Sunday at nine, which has passed.
        Dispatch recounted =
                Recounting.recount(weekend, late, at("2026-11-29T12:00")).state();

        assertThat(recounted.deadlines()).isEqualTo(weekend.deadlines());
        assertThat(Recounting.recount(weekend, late, at("2026-11-28T12:00"))
                        .state()
                        .deadlines()
                        .acknowledgeBy())
                .isEqualTo(at("2026-11-29T09:00"));
    }

    @Test
    void whatIsOverdueGetsTheDayThatWasNone() {
        Dispatch told = Reminding.tell(dispatched, at("2026-11-24T10:00"), (unit, rung) -> List.of(), Desks.POLICY)
                .state();

        Dispatch recounted =
                Recounting.recount(told, SNOW, at("2026-11-24T11:00")).state();

        assertThat(recounted.deadlines().acknowledgeBy()).isEqualTo(at("2026-11-25T10:00"));
        assertThat(recounted.turn().remindAt()).isAfter(at("2026-11-24T10:00"));
    }

    @Test
    void grantedTimeIsGrantedOnceMore() {
        Dispatch again = reopened();
        assertThat(again.handling().finishBy()).isEqualTo(at("2026-12-02T10:00"));
        Dispatch asked = Delaying.ask(
                        again,
                        new Extension(2, "等配件", null, People.CENTRE_CLERK, at("2026-11-30T09:00"), null),
                        Desks.POLICY)
                .state();
        Dispatch granted = Delaying.decide(
                        asked, new Decision(true, "同意", People.SUPERVISOR, at("2026-11-30T10:00")), Desks.POLICY)
                .state();
        assertThat(granted.handling().finishBy()).isEqualTo(at("2026-12-04T10:00"));

        Change<Dispatch, RoutingEvent> change =
                Recounting.recount(granted, by(2, Calendars.off("2026-12-01")), at("2026-11-30T12:00"));

        // 3 working days without 1 December: Thursday; 2 more: Monday.
        assertThat(change.state().handling().lead().timing().deadlines().finishBy())
                .isEqualTo(at("2026-12-03T10:00"));
        assertThat(change.state().handling().finishBy()).isEqualTo(at("2026-12-07T10:00"));
        assertThat(((DeadlinesRecomputed) change.events().get(0)).finishBy()).isEqualTo(at("2026-12-07T10:00"));
        assertThat(((DeadlinesRecomputed) change.events().get(0)).former().finishBy())
                .isEqualTo(at("2026-12-04T10:00"));
    }

    @Test
    void whatWasLeftBeforeAPauseIsLeftAfterItByTheNewCalendarToo() {
        Dispatch suspended = Delaying.suspend(
                        reopened(),
                        new Suspension(
                                "冬季不能施工",
                                LocalDate.parse("2027-03-20"),
                                "市热线办",
                                People.SUPERVISOR,
                                at("2026-11-30T10:00"),
                                null),
                        Desks.POLICY)
                .state();
        DeadlinePolicy off = by(2, Calendars.off("2026-12-01"), Calendars.off("2026-12-14"));

        Dispatch recounted =
                Recounting.recount(suspended, off, at("2026-11-30T12:00")).state();
        Dispatch resumed = Delaying.resume(recounted, People.SUPERVISOR, off, at("2026-12-11T10:00"))
                .state();

        assertThat(recounted.status()).isEqualTo(DispatchStatus.SUSPENDED);
        assertThat(recounted.turn().dueAt()).isEqualTo(suspended.turn().dueAt());
        // Two days were left; Friday ten, Monday off: Wednesday ten.
        assertThat(resumed.handling().finishBy()).isEqualTo(at("2026-12-16T10:00"));
    }

    @Test
    void whatAHelperOwesWithTheLeadMovesAndADayThatWasNamedStays() {
        Dispatch again = reopened();
        Instant named = at("2026-12-01T12:00");
        DeadlinePolicy off = by(2, Calendars.off("2026-12-01"));

        assertThat(errandOf(Recounting.recount(asked(again, null), off, at("2026-11-27T12:00"))))
                .isEqualTo(at("2026-12-03T10:00"));
        assertThat(errandOf(Recounting.recount(asked(again, named), off, at("2026-11-27T12:00"))))
                .isEqualTo(named);
    }

    @Test
    void whatIsAnsweredIsNotCountedAnyMore() {
        Dispatch answered = Answering.reply(
                        inProgress, DispatchTest.reply(in(Duration.ofHours(3))), People.CENTRE_CLERK)
                .state();

        assertThat(answered.turn().calendar()).isNull();
        assertThat(refusalOf(answered, SNOW)).isEqualTo(DispatchRefusal.NOTHING_TO_RECOUNT);
        assertThat(Recounting.planned(answered, SNOW, SNOW_IS_TOLD)).isSameAs(answered);
    }

    @Test
    void aDeadlineOverAYearNotPublishedSaysSoUntilItIs() {
        Dispatch overNewYear = ReturningTest.opened(Tickets.plain("XN261231-000001"), at("2026-12-31T16:00"));
        assertThat(overNewYear.handling().assumed()).isTrue();
        assertThat(dispatched.handling().assumed()).isFalse();
        DeadlinePolicy published = Desks.POLICY.by(
                Calendars.publishing(2027, Calendars.with(Desks.POLICY.calendar(), 2, Calendars.off("2027-01-01"))));

        Dispatch recounted = Recounting.recount(overNewYear, published, at("2026-12-31T17:00"))
                .state();

        assertThat(recounted.handling().assumed()).isFalse();
        assertThat(recounted.deadlines().acknowledgeBy()).isEqualTo(at("2027-01-04T16:00"));
    }

    private static Instant errandOf(Change<Dispatch, RoutingEvent> change) {
        return change.state()
                .handling()
                .helper(People.NORTH.code())
                .orElseThrow()
                .errand()
                .dueAt();
    }

    private static Dispatch asked(Dispatch ticket, @Nullable Instant by) {
        return Helping.ask(
                        ticket,
                        List.of(People.NORTH),
                        by,
                        "请核实",
                        People.DISPATCHER,
                        Desks.POLICY,
                        at("2026-11-27T11:00"))
                .state();
    }

    /** In second handling since Friday ten: three working days, until Wednesday ten. */
    private Dispatch reopened() {
        Dispatch answered = Answering.reply(
                        inProgress, DispatchTest.reply(in(Duration.ofHours(3))), People.CENTRE_CLERK)
                .state();
        return Answering.reopen(answered, "仍未解决", Desks.POLICY, at("2026-11-27T10:00"))
                .state();
    }

    private static DeadlinePolicy by(long number, SpecialDay... changed) {
        return Desks.POLICY.by(Calendars.with(Desks.POLICY.calendar(), number, changed));
    }

    private static Object refusalOf(Dispatch ticket, DeadlinePolicy policy) {
        return catchThrowableOfType(Refused.class, () -> Recounting.recount(ticket, policy, SNOW_IS_TOLD))
                .reason();
    }

    private static Instant in(Duration time) {
        return Tickets.MONDAY_TEN.plus(time);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ChassisWiring.ZONE).toInstant();
    }
}
