package cn.hotline.routing.dispatch;

import static cn.hotline.routing.dispatch.model.DispatchStatus.DISPATCHED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.IN_PROGRESS;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_DISPATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.Calendars;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.dispatch.DispatchFilter.Due;
import cn.hotline.routing.dispatch.DispatchFilter.Order;
import cn.hotline.routing.dispatch.DispatchFilter.Taken;
import cn.hotline.routing.dispatch.model.Act;
import cn.hotline.routing.dispatch.model.Answering;
import cn.hotline.routing.dispatch.model.Appeal;
import cn.hotline.routing.dispatch.model.Claiming;
import cn.hotline.routing.dispatch.model.Contact;
import cn.hotline.routing.dispatch.model.Decision;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatcherChoice;
import cn.hotline.routing.dispatch.model.Objection;
import cn.hotline.routing.dispatch.model.Opening;
import cn.hotline.routing.dispatch.model.PassingDown;
import cn.hotline.routing.dispatch.model.Recounting;
import cn.hotline.routing.dispatch.model.Reply;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.dispatch.model.ReturnGround;
import cn.hotline.routing.dispatch.model.Returning;
import cn.hotline.routing.dispatch.model.Secrecy;
import cn.hotline.routing.dispatch.model.SettingAside;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.Step;
import cn.hotline.routing.dispatch.model.StepKind;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import cn.hotline.routing.replycheck.model.ReplyDoubt.Kind;
import cn.hotline.routing.roster.InMemoryRosters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** What must hold of every keeper of dispatches. */
abstract class DispatchesContract {

    private static final Instant T = Tickets.MONDAY_TEN;
    private static final Viewer SERVICE = Viewer.itself(T);
    private static final Viewer DISPATCHER = People.viewer(People.DISPATCHER, T);

    private Dispatches dispatches;

    abstract Dispatches empty();

    @BeforeEach
    void begin() {
        dispatches = empty();
    }

    @Test
    void whatIsOpenedIsFoundAsItWas() {
        Change<Dispatch, RoutingEvent> arrived = arrived(Tickets.plain("XN261123-000001"), T);

        Versioned<Dispatch> opened = done(dispatches.open(arrived));

        assertThat(opened).isEqualTo(new Versioned<>(arrived.state(), 1));
        assertThat(found("XN261123-000001")).isEqualTo(opened);
    }

    @Test
    void everythingOfAHandledTicketIsKept() {
        open(Tickets.plain("XN261123-000001"), T);
        done(dispatches.change(
                SERVICE,
                number("XN261123-000001"),
                null,
                dispatch -> dispatch.acknowledge(People.CENTRE_CLERK, T.plusSeconds(60))));
        Versioned<Dispatch> replied = done(dispatches.change(
                SERVICE,
                number("XN261123-000001"),
                null,
                dispatch -> Answering.reply(
                        dispatch,
                        replied(List.of("f-1"))
                                .checked(
                                        List.of(new ReplyDoubt(Kind.COPIED, "雷同", List.of("XN261122-000009"))),
                                        List.of(Long.MIN_VALUE, 7L),
                                        "同一处的两件诉求"),
                        People.CENTRE_CLERK)));

        assertThat(replied.version()).isEqualTo(3);
        assertThat(found("XN261123-000001")).isEqualTo(replied);
    }

    @Test
    void answersAreFoundByAnyOfTheirMarks() {
        for (long i = 1; i <= 3; i++) {
            String number = "XN261123-00000" + i;
            List<Long> marks = List.of(i, i + 1, Long.MAX_VALUE - i);
            open(Tickets.plain(number), T);
            done(dispatches.change(
                    SERVICE,
                    number(number),
                    null,
                    dispatch -> dispatch.acknowledge(People.CENTRE_CLERK, T.plusSeconds(60))));
            done(dispatches.change(
                    SERVICE,
                    number(number),
                    null,
                    dispatch -> Answering.reply(
                            dispatch, replied(List.of()).checked(List.of(), marks, null), People.CENTRE_CLERK)));
        }
        assertThat(answeredLike(List.of(2L), 10)).containsExactly("XN261123-000001", "XN261123-000002");
        assertThat(answeredLike(List.of(1L, 4L, 99L), 10)).containsExactly("XN261123-000001", "XN261123-000003");
        assertThat(answeredLike(List.of(Long.MAX_VALUE - 2), 10)).containsExactly("XN261123-000002");
        assertThat(answeredLike(List.of(2L, 3L), 1)).hasSize(1);
        assertThat(answeredLike(List.of(99L), 10)).isEmpty();
        assertThat(answeredLike(List.of(), 10)).isEmpty();
    }

    private List<String> answeredLike(List<Long> marks, int most) {
        return done(dispatches
                .answeredLike(marks, most)
                .map(dispatch -> dispatch.number().value())
                .collectList());
    }

    private static Reply replied(List<String> attachments) {
        return new Reply(null, false, null, ReplyOutcome.EXPLAINED, "电话未通", "已说明情况", T.plusSeconds(90), attachments);
    }

    @Test
    void twoReplicasRemindOfEachOverdueTicketOnceAndOfTheOldestFirst() {
        Instant longAgo = T.minus(Duration.ofDays(8));
        for (int i = 1; i <= 40; i++) {
            open(Tickets.plain("XN261115-%06d".formatted(i)), longAgo.plusSeconds(i));
        }
        for (int i = 1; i <= 60; i++) {
            open(Tickets.plain("XN261123-%06d".formatted(i)), T.minusSeconds(i));
        }
        assertThat(done(dispatches.toRemind(T, 0, 3).collectList()))
                .containsExactly(number("XN261115-000001"), number("XN261115-000002"), number("XN261115-000003"));
        Clock clock = Clock.fixed(T, ZoneOffset.UTC);
        Mono<Long> one = new Reminders(dispatches, new InMemoryRosters(), Desks.PUBLISHED, clock).tell();
        Mono<Long> other = new Reminders(dispatches, new InMemoryRosters(), Desks.PUBLISHED, clock).tell();

        assertThat(done(Flux.merge(one, other).reduce(0L, Long::sum))).isEqualTo(40);

        assertThat(done(dispatches.toRemind(T, 0, 3).collectList())).isEmpty();
        for (int i = 1; i <= 40; i++) {
            assertThat(found("XN261115-%06d".formatted(i)).state().steps())
                    .filteredOn(step -> step.kind() == StepKind.OVERDUE)
                    .extracting(Step::words)
                    .containsExactly("城中区政府签收逾期", "城中区政府首次联系逾期", "城中区政府办结逾期");
        }
    }

    @Test
    void whatIsCountedByAnOlderCalendarIsFoundOldestDueFirstUntilItIsCountedAnew() {
        open(Tickets.plain("XN261123-000001"), T);
        open(Tickets.plain("XN261123-000002"), T.minusSeconds(60));
        open(Tickets.plain("XN261123-000003"), T.minusSeconds(30));
        open(Tickets.unclear("XN261123-000004"), T);
        long ours = Desks.POLICY.calendar().number();
        DeadlinePolicy later =
                Desks.POLICY.by(Calendars.with(Desks.POLICY.calendar(), ours + 1, Calendars.off("2026-11-24")));

        assertThat(toRecount(ours, 0, 10)).as("counted by just that one").isEmpty();
        assertThat(toRecount(ours + 1, 0, 10))
                .as("what waits has no clock")
                .containsExactly("XN261123-000002", "XN261123-000003", "XN261123-000001");
        assertThat(toRecount(ours + 1, 1, 1)).containsExactly("XN261123-000003");

        done(dispatches.change(
                SERVICE, number("XN261123-000002"), null, dispatch -> Recounting.recount(dispatch, later, T)));
        done(dispatches.change(
                SERVICE, number("XN261123-000003"), null, dispatch -> SettingAside.withdraw(dispatch, "不用办了", T)));
        assertThat(toRecount(ours + 1, 0, 10)).containsExactly("XN261123-000001");
    }

    private List<String> toRecount(long calendar, int skip, int most) {
        return done(dispatches
                .toRecount(calendar, skip, most)
                .map(TicketNumber::value)
                .collectList());
    }

    @Test
    void aShareIsRemindedOfByItsOwnClock() {
        open(Tickets.plain("XN261123-000001"), T);
        TicketNumber number = number("XN261123-000001");
        done(dispatches.change(SERVICE, number, null, dispatch -> dispatch.acknowledge(People.CENTRE_CLERK, T)));
        done(dispatches.change(
                SERVICE,
                number,
                null,
                dispatch -> dispatch.contact(new Contact(Contact.Method.PHONE, T, "已联系"), People.CENTRE_CLERK, T)));
        Instant lead = found(number.value()).state().turn().remindAt();
        done(dispatches.change(
                SERVICE,
                number,
                null,
                dispatch -> PassingDown.pass(dispatch, People.STREET, "请核实", People.CENTRE_CLERK, Desks.POLICY, T)));

        Instant street = found(number.value()).state().turn().remindAt();
        assertThat(street)
                .as("to acknowledge comes before the lead's half of its days")
                .isBefore(lead);
        assertThat(done(dispatches.toRemind(street, 0, 3).collectList())).containsExactly(number);
        assertThat(done(dispatches.toRemind(street.minusMillis(1), 0, 3).collectList()))
                .isEmpty();
    }

    @Test
    void whatIsWaitingHasNoHandling() {
        open(Tickets.unclear("XN261123-000002"), T);

        assertThat(found("XN261123-000002").state().handling()).isNull();
        assertThat(found("XN261123-000002").state().classification().topic()).isNull();
    }

    @Test
    void aTicketThatComesTwiceIsThereOnce() {
        open(Tickets.plain("XN261123-000001"), T);

        Versioned<Dispatch> again = done(dispatches.open(arrived(Tickets.plain("XN261123-000001"), T.plusSeconds(9))));

        assertThat(again.state().turn().since()).isEqualTo(T);
        assertThat(count(DispatchFilter.ALL)).isEqualTo(1);
    }

    @Test
    void anotherVersionIsRefused() {
        open(Tickets.plain("XN261123-000001"), T);

        assertThatThrownBy(() -> done(dispatches.change(
                        SERVICE,
                        number("XN261123-000001"),
                        7L,
                        dispatch -> dispatch.acknowledge(People.CENTRE_CLERK, T.plusSeconds(60)))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(General.VERSION_CONFLICT));
        assertThatThrownBy(() -> done(dispatches.change(
                        SERVICE,
                        number("XN1"),
                        null,
                        dispatch -> dispatch.acknowledge(People.CENTRE_CLERK, T.plusSeconds(60)))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(General.NOT_FOUND));
    }

    @Test
    void filtersAgreeWithTheirCounts() {
        open(Tickets.plain("XN261123-000001"), T);
        open(Tickets.plain("XN261123-000002"), T.plusSeconds(1));
        open(Tickets.unclear("XN261123-000003"), T.plusSeconds(2));
        done(dispatches.change(
                SERVICE,
                number("XN261123-000002"),
                null,
                dispatch -> dispatch.acknowledge(People.CENTRE_CLERK, T.plusSeconds(60))));

        assertListed(DispatchFilter.ALL, "000003", "000002", "000001");
        assertListed(DispatchFilter.ALL.of("630103"), "000002", "000001");
        assertListed(DispatchFilter.ALL.of("630103").in(IN_PROGRESS), "000002");
        assertListed(DispatchFilter.ALL.in(DISPATCHED, PENDING_DISPATCH), "000003", "000001");
        assertListed(DispatchFilter.ALL.of("630105"));
        assertListed(DispatchFilter.ALL.ofAny(Set.of("630105", "630103")), "000002", "000001");
        assertListed(DispatchFilter.ALL.ofAny(Set.of()));
        assertListed(DispatchFilter.ALL.ledBy("630103"), "000002", "000001");
        assertListed(DispatchFilter.ALL.of("630103").ledBy("630105"));
        assertListed(DispatchFilter.ALL.reading("XN261123-000003"), "000003");
        assertListed(DispatchFilter.ALL.reading("楼道"), "000002", "000001");
        assertListed(DispatchFilter.ALL.reading(".*"));
    }

    @Test
    void whatIsDueIsTheNextStep() {
        open(Tickets.plain("XN261123-000001"), T);
        open(Tickets.plain("XN261123-000002"), T.plusSeconds(1));
        open(Tickets.unclear("XN261123-000003"), T.plusSeconds(2));
        done(dispatches.change(
                SERVICE,
                number("XN261123-000002"),
                null,
                dispatch -> dispatch.acknowledge(People.CENTRE_CLERK, T.plusSeconds(60))));
        Instant nextDay = T.plus(Duration.ofDays(1));

        assertListed(DispatchFilter.ALL.due(new Due(null, nextDay.plusSeconds(1))), "000001");
        assertListed(DispatchFilter.ALL.due(new Due(null, nextDay)));
        assertListed(DispatchFilter.ALL.due(new Due(nextDay, T.plus(Duration.ofDays(9)))), "000002", "000001");
        assertListed(DispatchFilter.ALL.of("630103").by(Order.DUE), "000001", "000002");
    }

    @Test
    void emergenciesWaitFirstThenWhoHasWaitedLongest() {
        open(Tickets.unclear("XN261123-000001"), T.plusSeconds(1));
        open(Tickets.unclear("XN261123-000002"), T);
        open(Tickets.emergency("XN261123-000003"), T.plusSeconds(2));

        assertListed(DispatchFilter.ALL.in(PENDING_DISPATCH).by(Order.WAITING), "000003", "000002", "000001");
    }

    @Test
    void aUnitTellsWhatIsTakenFromWhatAnybodyMayTake() {
        for (int i = 1; i <= 3; i++) {
            open(Tickets.plain("XN261123-00000" + i), T.plusSeconds(i));
        }
        done(dispatches.change(
                SERVICE,
                number("XN261123-000002"),
                null,
                dispatch -> Claiming.claim(dispatch, People.CENTRE_CLERK, T)));

        DispatchFilter ofCentre = DispatchFilter.ALL.of("630103");
        assertThat(rowsOf(People.CENTRE_CLERK, ofCentre.taken(Taken.BY_NOBODY))).containsExactly("000003", "000001");
        assertThat(rowsOf(People.CENTRE_CLERK, ofCentre.taken(new Taken("unit-630103"))))
                .containsExactly("000002");
        assertThat(rowsOf(People.CENTRE_CLERK, ofCentre.taken(new Taken("somebody else"))))
                .isEmpty();
        assertThat(rowsOf(People.CENTRE_CLERK, ofCentre.givenAfter(T.plusSeconds(1))))
                .containsExactly("000003", "000002");
        assertThat(rowsOf(People.NORTH_CLERK, DispatchFilter.ALL.taken(new Taken("unit-630103"))))
                .isEmpty();
        assertListed(DispatchFilter.ALL.of("630103").by(Order.OLDEST), "000001", "000002", "000003");
    }

    @Test
    void aUnitFindsWhatWasPassedDownToItAndNoOtherDoes() {
        for (int i = 1; i <= 2; i++) {
            open(Tickets.plain("XN261123-00000" + i), T.plusSeconds(i));
        }
        passDown("XN261123-000002");

        DispatchFilter below = DispatchFilter.ALL.passedDownTo(People.STREET.code());
        assertThat(rowsOf(People.STREET_CLERK, below)).containsExactly("000002");
        assertThat(rowsOf(People.STREET_CLERK, DispatchFilter.ALL)).containsExactly("000002");
        assertThat(rowsOf(People.clerk(People.OTHER_STREET), DispatchFilter.ALL))
                .isEmpty();
        assertThat(rowsOf(People.clerk(People.OTHER_STREET), below)).isEmpty();
        assertThat(rowsOf(People.CENTRE_CLERK, DispatchFilter.ALL.of("630103")))
                .as("the one above keeps it in its list")
                .containsExactly("000002", "000001");
    }

    @Test
    void whoGivesATicketBackIsAnsweredThatItIsGone() {
        open(Tickets.plain("XN261123-000001"), T);
        passDown("XN261123-000001");
        Viewer street = People.viewer(People.STREET_CLERK, T);

        Dispatch answered = done(dispatches.change(
                        street,
                        number("XN261123-000001"),
                        null,
                        dispatch -> PassingDown.giveBack(
                                dispatch, "不是本辖区", List.of(), People.STREET_CLERK, T.plusSeconds(20))))
                .state();

        assertThat(answered.number()).isEqualTo(number("XN261123-000001"));
        assertThat(answered.appeal().content()).startsWith("内容保密");
        assertThat(rowsOf(People.STREET_CLERK, DispatchFilter.ALL)).isEmpty();
    }

    @Test
    void whatBouncesWhatIsSilentAndWhatIsUnsureIsFound() {
        for (int i = 1; i <= 2; i++) {
            open(Tickets.plain("XN261123-00000" + i), T.plusSeconds(i));
        }
        open(Tickets.emergency("XN261123-000003"), T.plusSeconds(3));
        Instant tomorrow = T.plus(Duration.ofDays(1));
        sendBack("XN261123-000002", People.CENTRE_CLERK, T.plusSeconds(60));
        done(dispatches.change(
                SERVICE,
                number("XN261123-000002"),
                null,
                dispatch -> Returning.decide(
                        dispatch,
                        new Decision(true, "属地", People.DISPATCHER, T.plusSeconds(90)),
                        People.NORTH,
                        Desks.POLICY)));
        assertListed(DispatchFilter.ALL.bouncing());
        sendBack("XN261123-000002", People.NORTH_CLERK, tomorrow);

        assertListed(DispatchFilter.ALL.bouncing(), "000002");
        assertListed(DispatchFilter.ALL.in(DISPATCHED).bouncing());
        assertListed(DispatchFilter.ALL.silentSince(tomorrow).by(Order.SILENT), "000001", "000003");
        assertListed(DispatchFilter.ALL.in(DISPATCHED).silentSince(T.plusSeconds(1)));
        assertListed(DispatchFilter.ALL.as(Urgency.EMERGENCY), "000003");
        assertListed(DispatchFilter.ALL.unsure());
    }

    private void sendBack(String ticket, Staff by, Instant at) {
        done(dispatches.change(
                SERVICE,
                number(ticket),
                null,
                dispatch -> Returning.request(
                        dispatch,
                        new Objection(
                                by.ofUnit(), ReturnGround.OWNERSHIP_UNCLEAR, null, "权属有争议", List.of(), by, at, null),
                        Desks.POLICY)));
    }

    @Test
    void aListGoesOnWhereItStopped() {
        for (int i = 1; i <= 5; i++) {
            open(Tickets.unclear("XN261123-00000" + i), T.plusSeconds(i));
        }
        assertThat(numbers(DispatchFilter.ALL, 2, 2)).containsExactly("000003", "000002");
    }

    @Test
    void aUnitFindsWhatItLeadsAndWhereItHelpsWhateverItAsksFor() {
        open(Tickets.plain("XN261123-000001"), T);
        open(Tickets.unclear("XN261123-000002"), T);

        assertThat(rowsOf(People.CENTRE_CLERK, DispatchFilter.ALL)).containsExactly("000001");
        assertThat(rowsOf(People.HOUSING_CLERK, DispatchFilter.ALL)).containsExactly("000001");
        assertThat(rowsOf(People.HOUSING_CLERK, DispatchFilter.ALL.helpedBy("630100-HOUSING")))
                .containsExactly("000001");
        assertThat(rowsOf(
                        People.HOUSING_CLERK,
                        DispatchFilter.ALL.helpedBy("630100-HOUSING").ledBy("630103")))
                .containsExactly("000001");
        assertThat(rowsOf(
                        People.HOUSING_CLERK,
                        DispatchFilter.ALL.helpedBy("630100-HOUSING").ledBy("630105")))
                .isEmpty();
        assertThat(rowsOf(People.HOUSING_CLERK, DispatchFilter.ALL.of("630100-HOUSING")))
                .isEmpty();
        assertThat(rowsOf(People.NORTH_CLERK, DispatchFilter.ALL)).isEmpty();
        assertThat(rowsOf(People.NORTH_CLERK, DispatchFilter.ALL.of("630103"))).isEmpty();
        assertThat(rowsOf(People.NORTH_CLERK, DispatchFilter.ALL.in(DISPATCHED).reading("XN261123-000001")))
                .isEmpty();
        assertThat(rowsOf(People.NORTH_CLERK, DispatchFilter.ALL.reading("楼道").by(Order.DUE)))
                .isEmpty();
    }

    @Test
    void anothersTicketIsNotThereWhateverVersionOneClaimsToKnow() {
        open(Tickets.plain("XN261123-000001"), T);
        Viewer north = People.viewer(People.NORTH_CLERK, T);

        assertThat(dispatches
                        .find(north, number("XN261123-000001"))
                        .contextWrite(cause("630100"))
                        .blockOptional())
                .isEmpty();
        for (Long version : new Long[] {null, 1L, 7L}) {
            assertThatThrownBy(() -> done(dispatches.change(
                            north,
                            number("XN261123-000001"),
                            version,
                            dispatch -> dispatch.acknowledge(People.NORTH_CLERK, T))))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(General.NOT_FOUND));
        }
    }

    @Test
    void ofAConfidentialTicketEverybodyGetsWhatIsTheirs() {
        open(Tickets.confidential("XN261123-000001"), T);
        Staff head = People.CENTRE_HEAD;

        assertThat(rowsOf(People.CENTRE_CLERK, DispatchFilter.ALL)).isEmpty();
        assertThat(rowsOf(head, DispatchFilter.ALL.of("630103"))).containsExactly("000001");
        assertThat(rowsOf(head, DispatchFilter.ALL.reading("楼道"))).containsExactly("000001");
        assertThat(rowsOf(People.DISPATCHER, DispatchFilter.ALL)).containsExactly("000001");
        assertThat(rowsOf(People.DISPATCHER, DispatchFilter.ALL.reading("楼道"))).isEmpty();
        assertThat(rowsOf(People.DISPATCHER, DispatchFilter.ALL.reading("XN261123")))
                .containsExactly("000001");
        assertThat(title(People.DISPATCHER)).isEqualTo("保密诉求");
        assertThat(title(head)).isEqualTo("物业公司长期不清理楼道垃圾");

        Versioned<Dispatch> taken = done(dispatches.change(
                People.viewer(People.DISPATCHER, T),
                number("XN261123-000001"),
                null,
                dispatch -> Opening.take(dispatch, People.DISPATCHER, "须派单", T)));

        assertThat(taken.state().appeal().title()).isEqualTo("物业公司长期不清理楼道垃圾");
        assertThat(rowsOf(People.DISPATCHER, DispatchFilter.ALL.reading("楼道"))).containsExactly("000001");
        assertThat(title(People.SUPERVISOR)).isEqualTo("保密诉求");
    }

    @Test
    void openedInNeedItIsReadByTheTwoUntilTheTimeIsOver() {
        open(Tickets.confidential("XN261123-000001"), T);
        for (Staff each : List.of(People.NIGHT_SHIFT, People.SUPERVISOR)) {
            done(dispatches.change(
                    People.viewer(each, T),
                    number("XN261123-000001"),
                    null,
                    dispatch -> Opening.need(dispatch, each, "急", T)));
        }
        for (Staff each : List.of(People.NIGHT_SHIFT, People.SUPERVISOR)) {
            assertThat(title(each)).isEqualTo("物业公司长期不清理楼道垃圾");
            assertThat(found(People.viewer(each, T.plus(Secrecy.OPEN)), "XN261123-000001")
                            .state()
                            .appeal()
                            .title())
                    .isEqualTo("保密诉求");
        }
        assertThat(title(People.DISPATCHER)).isEqualTo("保密诉求");
    }

    /** However tickets move between units, each sees those it holds, and no other, by every question it can ask. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aUnitsRowsAreWhatItHolds(long seed) {
        RandomWalk walk = new RandomWalk(seed);
        for (int step = 0; step < 60; step++) {
            walk.step(step);
            for (Staff clerk : List.of(People.CENTRE_CLERK, People.NORTH_CLERK, People.HOUSING_CLERK)) {
                walk.assertRowsOf(clerk);
            }
        }
        assertThat(walk.moved).isGreaterThan(10);
    }

    /** Three tickets, moved at random; who holds them is kept beside, in the plainest way. */
    private final class RandomWalk {

        private static final List<String> TICKETS = List.of("XN261123-000001", "XN261123-000002", "XN261123-000003");
        private static final List<Staff> CLERKS =
                List.of(People.CENTRE_CLERK, People.NORTH_CLERK, People.HOUSING_CLERK);

        private final Random random;
        private final Map<String, Set<String>> holders = new HashMap<>();
        private int moved;

        RandomWalk(long seed) {
            random = new Random(seed);
            for (String ticket : TICKETS) {
                open(Tickets.unclear(ticket), T);
                holders.put(ticket, Set.of());
            }
        }

        void step(int at) {
            String ticket = TICKETS.get(random.nextInt(TICKETS.size()));
            Instant now = T.plusSeconds(60L * at);
            Staff clerk = CLERKS.get(random.nextInt(CLERKS.size()));
            switch (random.nextInt(6)) {
                case 0, 1 -> dispatch(ticket, now);
                case 2 -> acted(ticket, People.viewer(clerk, now), known -> known.acknowledge(clerk, now));
                case 3 ->
                    acted(
                            ticket,
                            People.viewer(clerk, now),
                            known -> Answering.reply(
                                    known,
                                    new Reply(
                                            null, false, null, ReplyOutcome.EXPLAINED, "电话未通", "已说明情况", now, List.of()),
                                    clerk));
                case 4 -> acted(ticket, SERVICE, known -> Answering.reopen(known, "未办好", Desks.POLICY, now));
                default -> correct(ticket, now);
            }
        }

        private void dispatch(String ticket, Instant now) {
            List<Unit> units = new ArrayList<>(List.of(People.CENTRE, People.NORTH, People.HOUSING));
            Collections.shuffle(units, random);
            List<Unit> chosen = units.subList(0, 1 + random.nextInt(2));
            DispatcherChoice choice =
                    new DispatcherChoice(chosen.get(0), chosen.subList(1, chosen.size()), null, null, "属地有误");
            if (acted(
                    ticket,
                    People.viewer(People.DISPATCHER, now),
                    known -> known.dispatch(choice, People.DISPATCHER, Desks.POLICY, now))) {
                holders.put(ticket, chosen.stream().map(Unit::code).collect(Collectors.toSet()));
            }
        }

        /** Now it accuses one of them, now it does not; whoever is accused has it no longer. */
        private void correct(String ticket, Instant now) {
            boolean accuses = random.nextBoolean();
            var matter = Tickets.registered(ticket, "一件事", accuses ? "举报城中区政府" : "说不清楚", null, null)
                    .registration()
                    .matter();
            boolean wasLed = found(SERVICE, ticket).state().handling() != null
                    && found(SERVICE, ticket).state().handling().lead().unit().equals(People.CENTRE);
            boolean mayGoBack =
                    Act.RECUSE.startsFrom(found(SERVICE, ticket).state().status());
            acted(
                    ticket,
                    SERVICE,
                    known -> known.correct(
                            known.appeal().corrected(matter), Desks.assessed(matter), "更正", Desks.POLICY, now));
            if (accuses && holders.get(ticket).contains("630103")) {
                Set<String> left = new HashSet<>(holders.get(ticket));
                left.remove("630103");
                holders.put(ticket, wasLed && mayGoBack ? Set.of() : left);
            }
        }

        private boolean acted(
                String ticket, Viewer viewer, Function<Dispatch, Change<Dispatch, RoutingEvent>> decision) {
            try {
                done(dispatches.change(viewer, number(ticket), null, decision));
                moved++;
                return true;
            } catch (Refused refused) {
                return false;
            }
        }

        void assertRowsOf(Staff clerk) {
            List<String> theirs = TICKETS.stream()
                    .filter(ticket -> holders.get(ticket).contains(clerk.unit().code()))
                    .map(ticket -> ticket.substring(9))
                    .sorted()
                    .toList();
            assertThat(rowsOf(clerk, DispatchFilter.ALL)).containsExactlyInAnyOrderElementsOf(theirs);
            assertThat(rowsOf(clerk, DispatchFilter.ALL.reading("XN"))).containsExactlyInAnyOrderElementsOf(theirs);
            assertThat(theirs)
                    .containsAll(rowsOf(
                            clerk, DispatchFilter.ALL.of(clerk.unit().code()).by(Order.DUE)));
            for (String ticket : TICKETS) {
                assertThat(done(dispatches
                                .find(People.viewer(clerk, T), number(ticket))
                                .hasElement()))
                        .isEqualTo(theirs.contains(ticket.substring(9)));
            }
        }
    }

    private List<String> rowsOf(Staff staff, DispatchFilter filter) {
        Viewer viewer = People.viewer(staff, T);
        List<String> numbers = done(dispatches
                .list(viewer, filter, 0, 50)
                .map(stored -> stored.state().number().value().substring(9))
                .collectList());
        assertThat(done(dispatches.count(viewer, filter))).isEqualTo(numbers.size());
        return numbers;
    }

    private String title(Staff staff) {
        return found(People.viewer(staff, T), "XN261123-000001")
                .state()
                .appeal()
                .title();
    }

    /** Acknowledged by the centre, and passed on to a street. */
    private void passDown(String ticket) {
        done(dispatches.change(
                SERVICE,
                number(ticket),
                null,
                dispatch -> PassingDown.pass(
                        dispatch.acknowledge(People.CENTRE_CLERK, T.plusSeconds(5))
                                .state(),
                        People.STREET,
                        "请现场核实",
                        People.CENTRE_CLERK,
                        Desks.POLICY,
                        T.plusSeconds(10))));
    }

    private void assertListed(DispatchFilter filter, String... numbers) {
        assertThat(numbers(filter, 0, 50)).containsExactly(numbers);
        assertThat(count(filter)).isEqualTo(numbers.length);
    }

    private List<String> numbers(DispatchFilter filter, int skip, int limit) {
        return done(dispatches
                .list(DISPATCHER, filter, skip, limit)
                .map(stored -> stored.state().number().value().substring(9))
                .collectList());
    }

    private long count(DispatchFilter filter) {
        return done(dispatches.count(DISPATCHER, filter));
    }

    private Versioned<Dispatch> found(String number) {
        return found(SERVICE, number);
    }

    private Versioned<Dispatch> found(Viewer viewer, String number) {
        return done(dispatches.find(viewer, number(number)));
    }

    private void open(TicketRegistered told, Instant at) {
        done(dispatches.open(arrived(told, at)));
    }

    private static Change<Dispatch, RoutingEvent> arrived(TicketRegistered told, Instant at) {
        return Dispatch.open(
                number(told.number()),
                Appeal.of(told.registration()),
                Desks.assessed(told.registration().matter()),
                Desks.POLICY,
                at);
    }

    private static TicketNumber number(String value) {
        return new TicketNumber(value);
    }

    private static <T> T done(Mono<T> asked) {
        return asked.contextWrite(cause("630100")).blockOptional().orElseThrow();
    }

    private static Context cause(String tenant) {
        return Cause.command(tenant, "test", null, null).context();
    }
}
