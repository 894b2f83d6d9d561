package cn.hotline.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.followup.contract.FollowupEvent.TicketEscalated;
import cn.hotline.intake.contract.IntakeEvent.MergeUndone;
import cn.hotline.intake.contract.IntakeEvent.TicketMerged;
import cn.hotline.intake.contract.IntakeEvent.TicketSupplemented;
import cn.hotline.intake.contract.IntakeEvent.TicketUrged;
import cn.hotline.intake.contract.IntakeEvent.TicketWithdrawn;
import cn.hotline.routing.contract.RoutingEvent.PassedDownEnded;
import cn.hotline.routing.contract.RoutingEvent.PassedDownReplied;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.UnitDesk.Answer;
import cn.hotline.routing.dispatch.UnitDesk.Grounds;
import cn.hotline.routing.dispatch.UnitDesk.Whistle;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchRefusal;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.DispatcherChoice;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.dispatch.model.ReturnGround;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Several levels, several services and two people at once, at the desks. */
class LifeCycleDeskTest {

    private static final TicketNumber NUMBER = new TicketNumber("XN261123-000001");
    private static final TicketNumber MASTER = new TicketNumber("XN261123-000002");
    private static final Unit STREET_OF_ANOTHER = new Unit("630105001", "朝阳街道");
    private static final Answer ANSWER = showing();

    private final Desks desks = new Desks();
    private long sequence;

    @BeforeEach
    void twoTicketsAreWithTheCentre() {
        for (TicketNumber number : List.of(NUMBER, MASTER)) {
            heard(desks.dispatching.open(Tickets.plain(number.value())));
            done(desks.units.acknowledge(holding(People.CENTRE_CLERK, number)));
        }
    }

    @Test
    void theStreetActsByTheSameCommandsAndTheCountyAnswers() {
        done(desks.units.passDown(holding(People.CENTRE_CLERK), People.STREET, "请现场核实"));
        done(desks.units.acknowledge(holding(People.STREET_CLERK)));
        desks.clock.pass(Duration.ofHours(1));
        done(desks.units.reply(holding(People.STREET_CLERK), ANSWER));
        assertThat(kept().status()).isEqualTo(DispatchStatus.IN_PROGRESS);

        done(desks.units.handBack(holding(People.CENTRE_CLERK), "请补充照片"));
        done(desks.units.reply(holding(People.STREET_CLERK), ANSWER));
        done(desks.units.reply(holding(People.CENTRE_CLERK), ANSWER));

        assertThat(kept().status()).isEqualTo(DispatchStatus.PENDING_FOLLOWUP);
        assertThat(kept().handling().held(desks.clock.instant()))
                .extracting(held -> held.unit().name())
                .containsExactly("南滩街道");
    }

    @Test
    void whatTheStreetShowsGoesAlongWhenItReportsAndWhenItGivesTheTicketBack() {
        done(desks.units.passDown(holding(People.CENTRE_CLERK), People.STREET, "请现场核实"));
        done(desks.units.acknowledge(holding(People.STREET_CLERK)));
        done(desks.units.reply(holding(People.STREET_CLERK), showing("f-1")));
        done(desks.units.sendBack(
                holding(People.STREET_CLERK),
                new Grounds(ReturnGround.NOT_OUR_DUTY, People.HOUSING, "物业管理由房产部门负责", List.of("f-2", "f-3"))));

        assertThat(desks.dispatches.told())
                .filteredOn(PassedDownReplied.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(PassedDownReplied.class, told -> {
                    assertThat(told.attachments()).containsExactly("f-1");
                    assertThat(told.by()).isEqualTo(People.STREET_CLERK.account());
                });
        assertThat(desks.dispatches.told())
                .filteredOn(PassedDownEnded.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(PassedDownEnded.class, told -> {
                    assertThat(told.attachments()).containsExactly("f-2", "f-3");
                    assertThat(told.by()).isEqualTo(People.STREET_CLERK.account());
                });
    }

    @Test
    void aCountyPassesDownToItsOwnStreetsOnly() {
        assertThat(refusal(desks.units.passDown(holding(People.CENTRE_CLERK), STREET_OF_ANOTHER, "请办理")))
                .isEqualTo(DispatchRefusal.NOT_BELOW);
        assertThat(refusal(desks.units.passDown(holding(People.CENTRE_CLERK), People.HOUSING, "请办理")))
                .isEqualTo(DispatchRefusal.NOT_BELOW);
        assertThat(refusal(desks.units.passDown(holding(People.NORTH_CLERK), STREET_OF_ANOTHER, "请办理")))
                .isEqualTo(General.NOT_FOUND);
    }

    @Test
    void whatStreetsDoNotTakeOnIsNotPassedDown() {
        done(desks.dispatching.reclassify(holding(People.CENTRE_CLERK), Desks.ASSESSOR.topic("HC-SITE")));

        assertThat(refusal(desks.units.passDown(holding(People.CENTRE_CLERK), People.STREET, "请办理")))
                .isEqualTo(DispatchRefusal.NOT_FOR_STREETS);
    }

    @Test
    void whistlesAreForDepartmentsByStreetsAndCounties() {
        Instant soon = desks.clock.instant().plus(Duration.ofHours(3));
        done(desks.units.passDown(holding(People.CENTRE_CLERK), People.STREET, "请现场核实"));

        assertThat(refusal(desks.units.whistle(
                        holding(People.STREET_CLERK), new Whistle(List.of(People.NORTH), soon, "请到场"))))
                .isEqualTo(DispatchRefusal.WHISTLE_FOR_DEPARTMENTS);
        done(desks.units.whistle(holding(People.STREET_CLERK), new Whistle(List.of(People.HOUSING), soon, "请到场")));
        done(desks.units.checkIn(holding(People.HOUSING_CLERK)));
        assertThat(kept().handling()
                        .helper("630100-HOUSING")
                        .orElseThrow()
                        .errand()
                        .call()
                        .inTime())
                .isTrue();
    }

    @Test
    void aDepartmentThatLeadsAsksForHelpInsteadOfWhistling() {
        TicketNumber unclear = new TicketNumber("XN261123-000003");
        heard(desks.dispatching.open(Tickets.unclear(unclear.value())));
        done(desks.dispatching.dispatch(
                holding(People.DISPATCHER, unclear),
                new DispatcherChoice(People.HOUSING, List.of(), null, null, "住房问题")));
        done(desks.units.acknowledge(holding(People.HOUSING_CLERK, unclear)));

        assertThat(refusal(desks.units.whistle(
                        holding(People.HOUSING_CLERK, unclear),
                        new Whistle(
                                List.of(People.HOUSING), desks.clock.instant().plusSeconds(60), "请到场"))))
                .isEqualTo(DispatchRefusal.ONLY_STREETS_WHISTLE);
    }

    @Test
    void whatACallerOfAMergedTicketSaysIsKnownToWhoHandlesBoth() {
        heard(desks.dispatching.merge(
                new TicketMerged(NUMBER.value(), MASTER.value(), "m-1", "同一事项", "operator", now())));
        heard(desks.dispatching.supplement(
                new TicketSupplemented(NUMBER.value(), "楼道灯也坏了", null, 1, MASTER.value(), "operator", now())));
        heard(desks.dispatching.urge(new TicketUrged(NUMBER.value(), null, 1, MASTER.value(), "operator", now())));

        assertThat(kept().status()).isEqualTo(DispatchStatus.MERGED);
        assertThat(kept(MASTER).marks().supplemented()).isEqualTo(1);
        assertThat(kept(MASTER).marks().urged()).isEqualTo(1);

        heard(desks.dispatching.undoMerge(new MergeUndone(NUMBER.value(), MASTER.value(), "m-1", "operator", now())));
        assertThat(kept().status()).isEqualTo(DispatchStatus.IN_PROGRESS);
        assertThat(kept().marks().supplemented()).isEqualTo(1);
    }

    @Test
    void whatIsHeardOfAMergedTicketNeverHidesAnEventOfTheTicketItself() {
        heard(desks.dispatching.merge(
                new TicketMerged(NUMBER.value(), MASTER.value(), "m-1", "同一事项", "operator", now())));
        TicketUrged ofTheOther = new TicketUrged(NUMBER.value(), null, 1, MASTER.value(), "operator", now());
        TicketUrged itsOwn = new TicketUrged(MASTER.value(), null, 1, null, "operator", now());

        heardAs(70, desks.dispatching.urge(ofTheOther));
        heardAs(60, desks.dispatching.urge(itsOwn));
        assertThat(kept(MASTER).marks().urged()).isEqualTo(2);

        heardAs(70, desks.dispatching.urge(ofTheOther));
        assertThat(kept(MASTER).marks().urged()).as("told again").isEqualTo(2);
    }

    @Test
    void anAnswerThatCrossesTheWithdrawalIsRefusedAndAFactOutOfPlaceIsAContradiction() {
        heard(desks.dispatching.withdraw(new TicketWithdrawn(NUMBER.value(), "已解决", "operator", now())));

        assertThat(refusal(desks.units.reply(holding(People.CENTRE_CLERK), ANSWER)))
                .isEqualTo(DispatchRefusal.WITHDRAWN_BY_CALLER);

        heard(desks.dispatching.escalate(new TicketEscalated(NUMBER.value(), "OVERDUE", "逾期未办", "AUTO", now())));
        heard(desks.dispatching.undoMerge(new MergeUndone(NUMBER.value(), MASTER.value(), "m-1", "operator", now())));
        assertThat(kept().status()).isEqualTo(DispatchStatus.WITHDRAWN);
        assertThat(desks.dispatches.contradictions()).hasSize(2);
    }

    @Test
    void ofTwoWhoActOnWhatTheySawTheSecondHearsThatItHasChanged() {
        Versioned<Dispatch> seen = seen();
        done(desks.units.passDown(
                new Holding(desks.seenBy(People.CENTRE_CLERK), NUMBER, seen.version()), People.STREET, "请现场核实"));

        assertThat(refusal(desks.units.passDown(
                        new Holding(desks.seenBy(People.CENTRE_CLERK), NUMBER, seen.version()),
                        People.OTHER_STREET,
                        "请现场核实")))
                .isEqualTo(General.VERSION_CONFLICT);
        assertThat(refusal(desks.units.passDown(holding(People.CENTRE_CLERK), People.OTHER_STREET, "请现场核实")))
                .as("who did not say what they saw is told what has happened")
                .isEqualTo(DispatchRefusal.PASSED_DOWN_ALREADY);
    }

    @Test
    void aClockThatWasSetBackMakesNoActComeBeforeAnother() {
        desks.clock.pass(Duration.ofHours(-5));
        done(desks.units.passDown(holding(People.CENTRE_CLERK), People.STREET, "请现场核实"));
        done(desks.units.acknowledge(holding(People.STREET_CLERK)));
        done(desks.units.reply(holding(People.CENTRE_CLERK), ANSWER));

        assertThat(kept().steps()).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
    }

    private static Answer showing(String... files) {
        return new Answer(
                true, true, Instant.EPOCH, ReplyOutcome.SOLVED, "11月23日已清理楼道垃圾", "物业当天清运了楼道垃圾。", List.of(files), null);
    }

    private Holding holding(Staff staff) {
        return holding(staff, NUMBER);
    }

    private Holding holding(Staff staff, TicketNumber number) {
        return new Holding(desks.seenBy(staff), number, null);
    }

    private Dispatch kept() {
        return kept(NUMBER);
    }

    private Dispatch kept(TicketNumber number) {
        return desks.dispatches
                .find(Viewer.itself(now()), number)
                .blockOptional()
                .orElseThrow()
                .state();
    }

    private Versioned<Dispatch> seen() {
        return desks.dispatches
                .find(Viewer.itself(now()), NUMBER)
                .blockOptional()
                .orElseThrow();
    }

    private Instant now() {
        return desks.clock.instant();
    }

    private void heard(Mono<?> reaction) {
        heardAs(++sequence, reaction);
    }

    private void heardAs(long position, Mono<?> reaction) {
        reaction.contextWrite(
                        Cause.event("630100", "/intake/ticket", position, null).context())
                .block();
    }

    private static void done(Mono<?> act) {
        act.block();
    }

    private static Refusal refusal(Mono<?> act) {
        return catchThrowableOfType(Refused.class, act::block).reason();
    }
}
