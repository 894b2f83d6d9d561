package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.deadline.model.LimitKind.ACKNOWLEDGE;
import static cn.hotline.routing.deadline.model.LimitKind.CONTACT;
import static cn.hotline.routing.deadline.model.LimitKind.FINISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.DeadlineWarned;
import cn.hotline.routing.contract.RoutingEvent.TicketOverdue;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.Ladder.Rung;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.dispatch.model.Reminder.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 到期提醒, as sentences. A GENERAL ticket of Monday ten: a working day to sign and to speak, seven days to finish. */
class ReminderTest {

    private static final BiFunction<Unit, Rung, List<String>> NOBODY = (unit, rung) -> List.of();

    private final Dispatch dispatched = ReturningTest.opened(Tickets.plain("XN261123-000001"));
    private final Dispatch spoken = dispatched
            .acknowledge(People.CENTRE_CLERK, in(Duration.ofMinutes(10)))
            .state()
            .contact(
                    new Contact(Contact.Method.PHONE, in(Duration.ofMinutes(20)), "已联系"),
                    People.CENTRE_CLERK,
                    in(Duration.ofMinutes(21)))
            .state();

    @Test
    void everyDeadlineIsToldAtHalfAtFortyEightTwentyFourAndTwoHoursAndWhenItHasPassed() {
        assertThat(Reminder.of(spoken.status(), spoken.handling()))
                .extracting(Reminder::item, Reminder::stage, Reminder::at)
                .containsExactly(
                        tuple(FINISH, Stage.HALF, in(Duration.ofHours(84))),
                        tuple(FINISH, Stage.HOURS_48, in(Duration.ofDays(5))),
                        tuple(FINISH, Stage.HOURS_24, in(Duration.ofDays(6))),
                        tuple(FINISH, Stage.HOURS_2, in(Duration.ofHours(166))),
                        tuple(FINISH, Stage.OVERDUE, in(Duration.ofDays(7))));
    }

    @Test
    void aShortLimitHasNoStageBeforeItsBeginning() {
        assertThat(Reminder.of(dispatched.status(), dispatched.handling()))
                .filteredOn(reminder -> reminder.item() == ACKNOWLEDGE)
                .extracting(Reminder::stage)
                .containsExactly(Stage.HALF, Stage.HOURS_2, Stage.OVERDUE);
    }

    @Test
    void eachIsToldOnce() {
        Instant half = in(Duration.ofHours(84));
        assertThat(spoken.turn().remindAt()).isEqualTo(half);

        Change<Dispatch, RoutingEvent> told = Reminding.tell(spoken, half, NOBODY, Desks.POLICY);

        assertThat(told.events())
                .singleElement()
                .isEqualTo(new DeadlineWarned(
                        "XN261123-000001", People.CENTRE, "FINISH", "HALF", in(Duration.ofDays(7)), half));
        assertThat(told.state().turn().remindAt()).isEqualTo(in(Duration.ofDays(5)));
        assertThat(refusalOf(told.state(), half)).isEqualTo(DispatchRefusal.NOTHING_TO_REMIND_OF);
        assertThat(refusalOf(spoken, half.minusMillis(1))).isEqualTo(DispatchRefusal.NOTHING_TO_REMIND_OF);
    }

    @Test
    void ofWhatWasMissedOnlyTheLastOfEachDeadlineIsStillTrue() {
        Change<Dispatch, RoutingEvent> told = Reminding.tell(dispatched, in(Duration.ofDays(30)), NOBODY, Desks.POLICY);

        assertThat(told.events())
                .allMatch(event -> event instanceof TicketOverdue)
                .extracting(event -> ((TicketOverdue) event).item())
                .containsExactly("ACKNOWLEDGE", "CONTACT", "FINISH");
        assertThat(told.events())
                .as("from a Wednesday: ten working days, for whoever presses")
                .extracting(event -> ((TicketOverdue) event).workdays())
                .containsOnly(Stream.of(1, 2, 5, 6, 7, 8, 9, 12, 13, 14)
                        .map(day -> in(Duration.ofDays(30 + day)))
                        .toList());
        assertThat(told.state().turn().remindAt()).isNull();
        assertThat(told.state().steps()).extracting(Step::words).contains("城中区政府签收逾期", "城中区政府首次联系逾期", "城中区政府办结逾期");
    }

    @Test
    void nightsAndWeekendsCountForWhatIsUrgent() {
        Dispatch gas = ReturningTest.opened(Tickets.dangerous("XN261123-000002"));

        assertThat(Reminding.tell(gas, in(Duration.ofHours(3)), NOBODY, Desks.POLICY)
                        .events())
                .filteredOn(TicketOverdue.class::isInstance)
                .isNotEmpty()
                .allMatch(event -> ((TicketOverdue) event).workdays() == null);
    }

    @Test
    void whatIsDoneIsNotToldOf() {
        assertThat(Reminder.of(dispatched.status(), dispatched.handling()))
                .extracting(Reminder::item)
                .contains(ACKNOWLEDGE, CONTACT, FINISH);
        Dispatch answered = Answering.reply(spoken, DispatchTest.reply(in(Duration.ofHours(3))), People.CENTRE_CLERK)
                .state();
        assertThat(answered.turn().remindAt()).isNull();
        assertThat(refusalOf(answered, in(Duration.ofDays(30)))).isEqualTo(DispatchRefusal.NOTHING_TO_REMIND_OF);
    }

    @Test
    void grantedTimeIsWarnedOfAnew() {
        Dispatch warned = Reminding.tell(spoken, in(Duration.ofDays(6)), NOBODY, Desks.POLICY)
                .state();
        Dispatch asked = Delaying.ask(
                        warned,
                        new Extension(3, "等待配件", null, People.CENTRE_CLERK, in(Duration.ofDays(6)), null),
                        Desks.POLICY)
                .state();
        Dispatch granted = Delaying.decide(
                        asked, new Decision(true, "同意", People.SUPERVISOR, in(Duration.ofDays(6))), Desks.POLICY)
                .state();

        assertThat(Reminder.of(granted.status(), granted.handling()))
                .extracting(Reminder::stage)
                .containsExactly(Stage.HOURS_48, Stage.HOURS_24, Stage.HOURS_2, Stage.OVERDUE);
    }

    @Test
    void nobodyIsToldAnythingWhileTheClockStands() {
        Dispatch suspended = Delaying.suspend(
                        spoken,
                        new Suspension(
                                "冬季不能施工",
                                LocalDate.parse("2027-03-20"),
                                "市热线办",
                                People.SUPERVISOR,
                                in(Duration.ofDays(1)),
                                null),
                        Desks.POLICY)
                .state();

        assertThat(suspended.turn().remindAt()).isNull();
        Dispatch resumed = Delaying.resume(
                        suspended, People.SUPERVISOR, Desks.POLICY, Instant.parse("2027-03-20T01:00:00Z"))
                .state();
        assertThat(resumed.turn().remindAt()).isAfter(Instant.parse("2027-03-20T01:00:00Z"));
    }

    @Test
    void anotherUnitIsToldByItsOwnClock() {
        Dispatch other = dispatched
                .dispatch(
                        new DispatcherChoice(People.NORTH, List.of(), null, null, "属地有误"),
                        People.DISPATCHER,
                        Desks.POLICY,
                        in(Duration.ofHours(26)))
                .state();

        assertThat(other.handling().lead().remindedTo()).isNull();
        assertThat(other.turn().remindAt()).isAfter(in(Duration.ofHours(26)));
    }

    @Test
    void aUnitBelowIsToldOfItsOwnDeadlinesAndTheLeadOfItsOwn() {
        Instant at = in(Duration.ofDays(2));
        Dispatch passed = passedDown(at);
        Instant finish = in(Duration.ofDays(7));

        assertThat(Reminder.of(passed.status(), passed.handling()))
                .filteredOn(reminder -> reminder.item() == FINISH)
                .extracting(Reminder::unit, Reminder::stage, Reminder::at)
                .containsExactly(
                        tuple(People.CENTRE, Stage.HALF, in(Duration.ofHours(84))),
                        tuple(People.STREET, Stage.HALF, in(Duration.ofHours(108))),
                        tuple(People.CENTRE, Stage.HOURS_48, finish.minus(Duration.ofHours(48))),
                        tuple(People.STREET, Stage.HOURS_48, finish.minus(Duration.ofHours(48))),
                        tuple(People.CENTRE, Stage.HOURS_24, finish.minus(Duration.ofHours(24))),
                        tuple(People.STREET, Stage.HOURS_24, finish.minus(Duration.ofHours(24))),
                        tuple(People.CENTRE, Stage.HOURS_2, finish.minus(Duration.ofHours(2))),
                        tuple(People.STREET, Stage.HOURS_2, finish.minus(Duration.ofHours(2))),
                        tuple(People.CENTRE, Stage.OVERDUE, finish),
                        tuple(People.STREET, Stage.OVERDUE, finish));
        assertThat(Reminder.of(passed.status(), passed.handling()))
                .filteredOn(reminder -> reminder.item() == ACKNOWLEDGE)
                .extracting(Reminder::unit)
                .containsOnly(People.STREET);
        assertThat(passed.turn().remindAt())
                .as("the street's half of its working day comes first")
                .isEqualTo(
                        Reminder.of(passed.status(), passed.handling()).get(0).at())
                .isBefore(in(Duration.ofHours(84)));
    }

    @Test
    void eachLevelIsToldOnceAndWhoeverReportedNoMore() {
        Dispatch takenOn = PassingDown.acknowledge(
                        passedDown(in(Duration.ofDays(2))), People.STREET_CLERK, in(Duration.ofDays(2)))
                .state();
        Instant late = in(Duration.ofDays(30));

        Change<Dispatch, RoutingEvent> told = Reminding.tell(takenOn, late, NOBODY, Desks.POLICY);
        assertThat(told.events())
                .extracting(event -> ((TicketOverdue) event).unit(), event -> ((TicketOverdue) event).item())
                .containsExactly(tuple(People.CENTRE, "FINISH"), tuple(People.STREET, "FINISH"));
        assertThat(told.state().turn().remindAt()).isNull();
        assertThat(told.state().steps()).extracting(Step::words).contains("城中区政府办结逾期", "南滩街道办结逾期");

        Dispatch reported = PassingDown.handUp(takenOn, DispatchTest.reply(in(Duration.ofDays(3))), People.STREET_CLERK)
                .state();
        Change<Dispatch, RoutingEvent> onlyTheLead = Reminding.tell(reported, late, NOBODY, Desks.POLICY);
        assertThat(onlyTheLead.events())
                .extracting(event -> ((TicketOverdue) event).unit())
                .containsExactly(People.CENTRE);
        Dispatch again = PassingDown.handBack(onlyTheLead.state(), "请补充照片", People.CENTRE_CLERK, late)
                .state();
        assertThat(Reminding.tell(again, late.plusSeconds(60), NOBODY, Desks.POLICY)
                        .events())
                .as("what came back too late is overdue for the street, too")
                .extracting(event -> ((TicketOverdue) event).unit())
                .containsExactly(People.STREET);
    }

    @Test
    void grantedTimeIsTheUnitsBelowToo() {
        Dispatch passed = passedDown(in(Duration.ofDays(2)));
        Dispatch asked = Delaying.ask(
                        passed,
                        new Extension(3, "等待配件", null, People.CENTRE_CLERK, in(Duration.ofDays(3)), null),
                        Desks.POLICY)
                .state();
        Dispatch granted = Delaying.decide(
                        asked, new Decision(true, "同意", People.SUPERVISOR, in(Duration.ofDays(3))), Desks.POLICY)
                .state();

        Share share = granted.handling().share(People.STREET.code()).orElseThrow();
        assertThat(share.to().timing().deadlines().finishBy())
                .isEqualTo(granted.handling().ownFinishBy())
                .isAfter(in(Duration.ofDays(7)));
        assertThat(share.to().timing().deadlines().acknowledgeBy())
                .isEqualTo(passed.handling()
                        .share(People.STREET.code())
                        .orElseThrow()
                        .to()
                        .timing()
                        .deadlines()
                        .acknowledgeBy());
    }

    private Dispatch passedDown(Instant at) {
        return PassingDown.pass(spoken, People.STREET, "请现场核实", People.CENTRE_CLERK, Desks.POLICY, at)
                .state();
    }

    private static Instant in(Duration time) {
        return Tickets.MONDAY_TEN.plus(time);
    }

    private static Object refusalOf(Dispatch ticket, Instant now) {
        return catchThrowableOfType(Refused.class, () -> Reminding.tell(ticket, now, NOBODY, Desks.POLICY))
                .reason();
    }
}
