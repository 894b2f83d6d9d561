package cn.hotline.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.catalogue.model.Doubt;
import cn.hotline.routing.catalogue.model.UnitRole;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent.DeadlineWarned;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.DispatchDesk.Help;
import cn.hotline.routing.dispatch.UnitDesk.Whistle;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchRefusal;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.DispatcherChoice;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.Step;
import cn.hotline.routing.dispatch.model.StepKind;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.roster.InMemoryRosters;
import cn.hotline.routing.roster.model.Leave;
import cn.hotline.routing.roster.model.Roster.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 特急工单: only to who can be reached at any hour, and upwards when nobody acknowledges. */
class EmergencyTest {

    private static final TicketNumber NUMBER = new TicketNumber("XN261123-000001");
    private static final String CENTRE = People.CENTRE.code();
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final Desks desks = new Desks();
    private final Reminders reminders = new Reminders(desks.dispatches, desks.rosters, Desks.PUBLISHED, desks.clock);

    @Test
    void aUnitWithItsDutyArrangedGetsItAtOnce() {
        register();

        assertThat(kept().status()).isEqualTo(DispatchStatus.DISPATCHED);
        assertThat(kept().handling().lead().unit()).isEqualTo(People.CENTRE);
    }

    @Test
    void theWordsThatMakeItAnEmergencyAreKeptUntilAPersonGradesIt() {
        desks.rosters.without("630100-GAS");
        registerGasLeak();

        assertThat(kept().classification().urgency()).isEqualTo(Urgency.EMERGENCY);
        assertThat(kept().classification().urgencyEvidence()).contains("燃气泄漏");

        dispatch(People.CENTRE, Urgency.GENERAL);
        assertThat(kept().classification().urgencyEvidence()).isEmpty();
    }

    @Test
    void forAUnitWithoutADutyADispatcherDecides() {
        desks.rosters.without(CENTRE);
        register();

        assertThat(kept().status()).isEqualTo(DispatchStatus.PENDING_DISPATCH);
        assertThat(kept().turn().first()).isTrue();
        assertThat(kept().classification().proposal().doubts()).containsExactly(Doubt.NO_DUTY);
        assertThat(steps(StepKind.LEFT_TO_DISPATCHER))
                .extracting(Step::detail)
                .containsExactly("特急工单须由排了值班、留有24小时值班电话的单位接，建议的主办单位没有");
    }

    @Test
    void theUnitAboveOneWithoutADutyIsACandidate() {
        desks.rosters.without("630100-GAS");
        registerGasLeak();

        assertThat(kept().classification().proposal().doubts()).containsExactly(Doubt.NO_DUTY);
        assertThat(kept().classification().proposal().units())
                .filteredOn(unit -> unit.role() == UnitRole.ALTERNATIVE)
                .extracting(UnitSuggestion::name, UnitSuggestion::reason)
                .contains(tuple("市城乡建设局", "市燃气公司没有排值班，市城乡建设局是其上级单位"));
        Refused refused = catchThrowableOfType(Refused.class, () -> dispatch(new Unit("630100-GAS", "市燃气公司"), null));
        assertThat(refused.errors()).containsExactly(new FieldError("unit", "可以派给其上级市城乡建设局，或另选候选单位"));
    }

    @Test
    void aDispatcherIsRefusedWithASentenceAndGivesItToAnother() {
        desks.rosters.without(CENTRE);
        register();

        Refused refused = catchThrowableOfType(Refused.class, () -> dispatch(People.CENTRE, null));
        assertThat(refused.reason()).isEqualTo(DispatchRefusal.NO_DUTY);
        assertThat(refused.errors()).containsExactly(new FieldError("unit", "请另选候选单位，或先请该单位排好值班"));

        dispatch(People.NORTH, null);
        assertThat(kept().handling().lead().unit()).isEqualTo(People.NORTH);
    }

    @Test
    void whatIsNoEmergencyAnyMoreNeedsNoDuty() {
        desks.rosters.without(CENTRE);
        register();

        dispatch(People.CENTRE, Urgency.GENERAL);

        assertThat(kept().handling().lead().unit()).isEqualTo(People.CENTRE);
    }

    @Test
    void anythingElseGoesToAUnitWithoutADuty() {
        desks.rosters.without(CENTRE);
        desks.dispatching
                .open(Tickets.plain(NUMBER.value()))
                .contextWrite(Cause.event("630100", "/intake/ticket", 1, null).context())
                .block();

        assertThat(kept().status()).isEqualTo(DispatchStatus.DISPATCHED);
    }

    @Test
    void unacknowledgedItGoesToTheDeputyTheHeadAndTheDutyOfficeEachOnce() {
        register();

        sweepEveryFifteenSecondsFor(Duration.ofMinutes(14));

        assertThat(calls())
                .extracting(Step::at, Step::words, Step::detail)
                .containsExactly(
                        tuple(at(5), "城中区政府未签收特急工单，呼叫副职", "吴静"),
                        tuple(at(8), "城中区政府未签收特急工单，呼叫负责人", "陈刚"),
                        tuple(at(12), "城中区政府未签收特急工单，呼叫总值班室", null));
        assertThat(desks.dispatches.told().stream()
                        .filter(DeadlineWarned.class::isInstance)
                        .map(DeadlineWarned.class::cast)
                        .filter(told -> told.item().equals("ACKNOWLEDGE")))
                .extracting(DeadlineWarned::stage)
                .containsExactly("DEPUTY", "HALF", "HEAD", "DUTY_OFFICE");
    }

    @Test
    void whoeverIsOnLeaveIsNotCalledButTheirDelegate() {
        Plan usual = InMemoryRosters.usual(CENTRE);
        Leave away = new Leave("unit-" + CENTRE + "-head", TODAY, TODAY, "unit-" + CENTRE);
        desks.rosters.with(CENTRE, new Plan(usual.people(), List.of(away), usual.duty()));
        register();

        sweepEveryFifteenSecondsFor(Duration.ofMinutes(9));

        assertThat(calls()).extracting(Step::detail).containsExactly("吴静", "李芳（代陈刚）");
    }

    @Test
    void whoAcknowledgesEndsTheCalling() {
        register();
        sweepEveryFifteenSecondsFor(Duration.ofMinutes(6));
        desks.units
                .acknowledge(new Holding(desks.seenBy(People.CENTRE_CLERK), NUMBER, null))
                .block();

        sweepEveryFifteenSecondsFor(Duration.ofMinutes(9));

        assertThat(calls()).extracting(Step::words).containsExactly("城中区政府未签收特急工单，呼叫副职");
    }

    @Test
    void nobodyIsLeftOutWhenNothingRanForAWhile() {
        register();
        desks.clock.pass(Duration.ofMinutes(13));

        reminders.tell().block();

        assertThat(calls()).extracting(Step::detail).containsExactly("吴静", "陈刚", null);
    }

    @Test
    void anotherUnitHasItsOwnRungs() {
        register();
        sweepEveryFifteenSecondsFor(Duration.ofMinutes(6));
        dispatch(People.NORTH, null);

        sweepEveryFifteenSecondsFor(Duration.ofMinutes(6));

        assertThat(calls()).extracting(Step::words).containsExactly("城中区政府未签收特急工单，呼叫副职", "城北区政府未签收特急工单，呼叫副职");
    }

    @Test
    void whoIsToHelpAndHasNoDutyIsACandidateOnlyAndHoldsUpNothing() {
        desks.rosters.without(People.HOUSING.code());
        register();

        assertThat(kept().status()).isEqualTo(DispatchStatus.DISPATCHED);
        assertThat(kept().holders()).containsExactly(CENTRE);
        assertThat(kept().classification().proposal().units())
                .filteredOn(unit -> unit.code().equals(People.HOUSING.code()))
                .extracting(UnitSuggestion::role)
                .containsExactly(UnitRole.ALTERNATIVE);
    }

    @Test
    void nobodyWithoutADutyIsAskedToHelp() {
        desks.rosters.without(People.NORTH.code());
        register();
        acknowledge(People.CENTRE_CLERK);
        desks.rosters.without(People.HOUSING.code());

        assertThat(refused(desks.dispatching.askForHelp(
                        holding(People.DISPATCHER), new Help(List.of(People.NORTH), null, "请协助"))))
                .containsExactly(new FieldError("units", "请不要选城北区政府，或先请该单位排好值班"));
        assertThat(refused(desks.units.whistle(
                        holding(People.CENTRE_CLERK), new Whistle(List.of(People.HOUSING), at(60), "请到场"))))
                .containsExactly(new FieldError("departments", "请不要选市住房保障和房产管理局，或先请该单位排好值班"));
    }

    @Test
    void asProposedItGoesToNobodyWithoutADutyEither() {
        desks.rosters.without(CENTRE);
        register();

        assertThat(refused(desks.dispatching.dispatchAsProposed(holding(People.DISPATCHER), CENTRE)))
                .containsExactly(new FieldError("unit", "请另选候选单位，或先请该单位排好值班"));
    }

    @Test
    void itIsNotPassedDownToAUnitWithoutADuty() {
        desks.rosters.without(People.STREET.code());
        register();
        acknowledge(People.CENTRE_CLERK);

        assertThat(refused(desks.units.passDown(holding(People.CENTRE_CLERK), People.STREET, "请办理")))
                .containsExactly(new FieldError("unit", "请由本级办理，或先请南滩街道排好值班"));
    }

    @Test
    void passedDownTheUnitBelowHasRungsOfItsOwn() {
        register();
        acknowledge(People.CENTRE_CLERK);
        desks.units.passDown(holding(People.CENTRE_CLERK), People.STREET, "请办理").block();

        sweepEveryFifteenSecondsFor(Duration.ofMinutes(9));
        assertThat(calls())
                .extracting(Step::words, Step::detail)
                .containsExactly(tuple("南滩街道未签收特急工单，呼叫副职", "吴静"), tuple("南滩街道未签收特急工单，呼叫负责人", "陈刚"));

        acknowledge(People.STREET_CLERK);
        sweepEveryFifteenSecondsFor(Duration.ofMinutes(9));
        assertThat(calls()).hasSize(2);
    }

    private void acknowledge(Staff by) {
        desks.units.acknowledge(holding(by)).block();
    }

    private Holding holding(Staff by) {
        return new Holding(desks.seenBy(by), NUMBER, null);
    }

    private static List<FieldError> refused(Mono<?> act) {
        Refused refused = catchThrowableOfType(Refused.class, act::block);
        assertThat(refused.reason()).isEqualTo(DispatchRefusal.NO_DUTY);
        return refused.errors();
    }

    private void registerGasLeak() {
        desks.dispatching
                .open(Tickets.registered(NUMBER.value(), "燃气泄漏", "楼道里燃气泄漏，味道很大，快来人。", "城西区海湖新区", null))
                .contextWrite(Cause.event("630100", "/intake/ticket", 1, null).context())
                .block();
    }

    private void register() {
        desks.dispatching
                .open(Tickets.dangerous(NUMBER.value()))
                .contextWrite(Cause.event("630100", "/intake/ticket", 1, null).context())
                .block();
    }

    private void dispatch(Unit unit, Urgency grade) {
        desks.dispatching
                .dispatch(
                        new Holding(desks.seenBy(People.DISPATCHER), NUMBER, null),
                        new DispatcherChoice(unit, List.of(), null, grade, "属地有误"))
                .block();
    }

    /** Two replicas, side by side. */
    private void sweepEveryFifteenSecondsFor(Duration time) {
        Reminders other = new Reminders(desks.dispatches, desks.rosters, Desks.PUBLISHED, desks.clock);
        for (long second = 0; second < time.toSeconds(); second += 15) {
            desks.clock.pass(Duration.ofSeconds(15));
            Flux.merge(reminders.tell(), other.tell()).blockLast();
        }
    }

    private List<Step> calls() {
        return steps(StepKind.CALLED);
    }

    private List<Step> steps(StepKind kind) {
        return kept().steps().stream().filter(step -> step.kind() == kind).toList();
    }

    private Dispatch kept() {
        return desks.dispatches
                .find(Viewer.itself(desks.clock.instant()), NUMBER)
                .blockOptional()
                .orElseThrow()
                .state();
    }

    private static Instant at(int minutes) {
        return Tickets.MONDAY_TEN.plus(Duration.ofMinutes(minutes));
    }
}
