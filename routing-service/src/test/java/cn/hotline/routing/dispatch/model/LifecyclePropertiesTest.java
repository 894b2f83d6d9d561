package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchStatus.ARBITRATION;
import static cn.hotline.routing.dispatch.model.DispatchStatus.CLOSED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.CLOSED_UNSOLVABLE;
import static cn.hotline.routing.dispatch.model.DispatchStatus.DISPATCHED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.ESCALATED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.IN_PROGRESS;
import static cn.hotline.routing.dispatch.model.DispatchStatus.MERGED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_DISPATCH;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_FOLLOWUP;
import static cn.hotline.routing.dispatch.model.DispatchStatus.REPLIED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.RETURN_REVIEW;
import static cn.hotline.routing.dispatch.model.DispatchStatus.REWORK;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SECOND_HANDLING;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SUSPENDED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.WITHDRAWN;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.contract.IntakeEvent.Matter;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.ArbitrationOpened;
import cn.hotline.routing.contract.RoutingEvent.CoUnitReleased;
import cn.hotline.routing.contract.RoutingEvent.CoUnitsAdded;
import cn.hotline.routing.contract.RoutingEvent.DeadlineWarned;
import cn.hotline.routing.contract.RoutingEvent.DeadlinesRecomputed;
import cn.hotline.routing.contract.RoutingEvent.DispatchRecalled;
import cn.hotline.routing.contract.RoutingEvent.DispatchRestored;
import cn.hotline.routing.contract.RoutingEvent.DispatchSetAside;
import cn.hotline.routing.contract.RoutingEvent.ExtensionDecided;
import cn.hotline.routing.contract.RoutingEvent.OwnerRuled;
import cn.hotline.routing.contract.RoutingEvent.PassedDown;
import cn.hotline.routing.contract.RoutingEvent.PassedDownEnded;
import cn.hotline.routing.contract.RoutingEvent.ReplyDecided;
import cn.hotline.routing.contract.RoutingEvent.ReturnDecided;
import cn.hotline.routing.contract.RoutingEvent.ReturnRequested;
import cn.hotline.routing.contract.RoutingEvent.TicketAcknowledged;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.contract.RoutingEvent.TicketOverdue;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import cn.hotline.routing.contract.RoutingEvent.TicketResumed;
import cn.hotline.routing.contract.RoutingEvent.TicketSuspended;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.contract.RoutingEvent.UnitSucceeded;
import cn.hotline.routing.contract.RoutingEvent.WhistleBlown;
import cn.hotline.routing.deadline.Calendars;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.dispatch.model.Assignment.Taker;
import cn.hotline.routing.dispatch.model.Errand.CoReply;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random walks of everybody doing anything at any time: no state the table does not know, no deadline that moves, and
 * whoever only hears the events knows the same of the ticket as its own document says.
 */
class LifecyclePropertiesTest {

    private static final Unit COMMUNITY = new Unit("630103002004", "南山东社区");
    private static final Unit SUCCESSOR = new Unit("630100-NEW", "市新局");
    private static final List<Staff> PEOPLE = List.of(
            People.DISPATCHER,
            People.SUPERVISOR,
            People.CENTRE_CLERK,
            People.CENTRE_HEAD,
            People.NORTH_CLERK,
            People.HOUSING_CLERK,
            People.STREET_CLERK,
            People.clerk(COMMUNITY));
    private static final List<Unit> UNITS =
            List.of(People.CENTRE, People.NORTH, People.HOUSING, People.STREET, COMMUNITY);

    /** Those that need several of the others before them. */
    private static final List<Act> LATE =
            List.of(Act.PASS_DOWN, Act.TAKE_ON, Act.HAND_UP, Act.HAND_BACK, Act.RULE, Act.EXCLUDE, Act.COUNT_AGAIN);

    /** Every act, and these more often. */
    private static final List<Act> DRAWN = Stream.concat(
                    Stream.of(Act.values()), LATE.stream().flatMap(act -> Stream.of(act, act, act)))
            .toList();

    /** Written down once more, by hand: which other status may follow which. */
    private static final Map<DispatchStatus, Set<DispatchStatus>> MAY_FOLLOW = Map.ofEntries(
            entry(PENDING_DISPATCH, Set.of(DISPATCHED, WITHDRAWN, MERGED)),
            entry(
                    DISPATCHED,
                    Set.of(IN_PROGRESS, RETURN_REVIEW, ARBITRATION, ESCALATED, PENDING_DISPATCH, WITHDRAWN, MERGED)),
            entry(
                    IN_PROGRESS,
                    Set.of(
                            RETURN_REVIEW,
                            ARBITRATION,
                            SUSPENDED,
                            REPLIED,
                            PENDING_FOLLOWUP,
                            ESCALATED,
                            PENDING_DISPATCH,
                            WITHDRAWN,
                            MERGED)),
            entry(RETURN_REVIEW, Set.of(PENDING_DISPATCH, DISPATCHED, IN_PROGRESS, WITHDRAWN, MERGED)),
            entry(
                    ARBITRATION,
                    Set.of(PENDING_DISPATCH, DISPATCHED, IN_PROGRESS, REPLIED, PENDING_FOLLOWUP, WITHDRAWN, MERGED)),
            entry(SUSPENDED, Set.of(IN_PROGRESS, SECOND_HANDLING, PENDING_DISPATCH, WITHDRAWN, MERGED)),
            entry(REPLIED, Set.of(REWORK, PENDING_FOLLOWUP, WITHDRAWN, MERGED)),
            entry(REWORK, Set.of(REPLIED, PENDING_FOLLOWUP, ESCALATED, PENDING_DISPATCH, WITHDRAWN, MERGED)),
            entry(PENDING_FOLLOWUP, Set.of(SECOND_HANDLING, CLOSED, CLOSED_UNSOLVABLE, WITHDRAWN, MERGED)),
            entry(
                    SECOND_HANDLING,
                    Set.of(SUSPENDED, REPLIED, PENDING_FOLLOWUP, ESCALATED, PENDING_DISPATCH, WITHDRAWN, MERGED)),
            entry(ESCALATED, Set.of(DISPATCHED, REPLIED, PENDING_FOLLOWUP, PENDING_DISPATCH, WITHDRAWN, MERGED)),
            entry(CLOSED, Set.of()),
            entry(CLOSED_UNSOLVABLE, Set.of(PENDING_FOLLOWUP)),
            entry(WITHDRAWN, Set.of()),
            entry(
                    MERGED,
                    Set.of(
                            PENDING_DISPATCH,
                            DISPATCHED,
                            IN_PROGRESS,
                            RETURN_REVIEW,
                            ARBITRATION,
                            SUSPENDED,
                            REPLIED,
                            REWORK,
                            PENDING_FOLLOWUP,
                            SECOND_HANDLING,
                            ESCALATED,
                            CLOSED,
                            CLOSED_UNSOLVABLE,
                            WITHDRAWN)));

    @Test
    void theTableOfActsAllowsWhatIsWrittenHereAndNothingElse() {
        Map<DispatchStatus, Set<DispatchStatus>> table = new EnumMap<>(DispatchStatus.class);
        for (DispatchStatus from : DispatchStatus.values()) {
            table.put(
                    from,
                    Stream.of(DispatchStatus.values())
                            .filter(to -> to != from)
                            .filter(to -> Stream.of(Act.values()).anyMatch(act -> act.leads(from, to)))
                            .collect(Collectors.toSet()));
        }
        assertThat(table).isEqualTo(MAY_FOLLOW);
    }

    @Property(tries = 300)
    void whateverAnybodyDoesTheTicketStaysWhole(
            @ForAll @Size(min = 5, max = 60) List<@IntRange(max = 5_000_000) Integer> dice) {
        Walk walk = new Walk();
        dice.forEach(walk::step);
    }

    @Test
    void aLongWalkDoesEveryAct() {
        Map<String, Integer> done = new TreeMap<>();
        Random random = new Random(23);
        for (int walks = 0; walks < 400 && done.size() < Act.values().length; walks++) {
            Walk walk = new Walk();
            for (int steps = 0; steps < 90; steps++) {
                walk.step(random.nextInt(5_000_000));
            }
            walk.done.forEach((act, times) -> done.merge(act, times, Integer::sum));
        }
        assertThat(done.keySet())
                .containsAll(Stream.of(Act.values()).map(Act::name).toList());
    }

    /** One ticket, a clock, and somebody who only hears the events. */
    private static final class Walk {

        /** Jumps back at times. */
        private Instant clock = Tickets.MONDAY_TEN;

        private Instant now = clock;
        private final Watcher watcher = new Watcher();
        private final Map<String, Integer> done = new TreeMap<>();
        private final List<List<Object>> reminders = new ArrayList<>();
        private DeadlinePolicy policy = Desks.POLICY;
        private Dispatch ticket;

        Walk() {
            Change<Dispatch, RoutingEvent> opened = Dispatch.open(
                    new TicketNumber("XN261123-000001"),
                    Appeal.of(Tickets.plain("XN261123-000001").registration()),
                    Desks.assessed(
                            Tickets.plain("XN261123-000001").registration().matter()),
                    policy,
                    now);
            ticket = opened.state();
            opened.events().forEach(watcher::hear);
        }

        void step(int die) {
            Random drawn = new Random(die);
            clock = drawn.nextInt(12) == 0
                    ? clock.minus(Duration.ofMinutes(drawn.nextInt(3_000)))
                    : clock.plus(Duration.ofMinutes(1 + drawn.nextInt(drawn.nextInt(8) == 0 ? 2_000 : 8)));
            now = ticket.notBefore(clock);
            Unit unit = UNITS.get(drawn.nextInt(UNITS.size()));
            Act act = DRAWN.get(drawn.nextInt(DRAWN.size()));
            boolean yes = drawn.nextBoolean();
            boolean rarely = drawn.nextInt(10) == 0;
            Change<Dispatch, RoutingEvent> change = null;
            for (int people = 0; change == null && people < 4; people++) {
                try {
                    change = tried(act, PEOPLE.get(drawn.nextInt(PEOPLE.size())), unit, yes, rarely);
                } catch (Refused another) {
                    // whoever comes next may do it
                }
            }
            if (change == null) {
                return;
            }
            assertThat(mayFollow(ticket.status(), change.state()))
                    .as("%s from %s to %s", act, ticket.status(), change.state().status())
                    .isTrue();
            assertThatNobodyIsToldTwice(act, change);
            assertThatNothingMoves(act, ticket, change.state());
            done.merge(act.name(), 1, Integer::sum);
            ticket = change.state();
            change.events().forEach(watcher::hear);
            if (Set.of(Act.REOPEN, Act.CLOSE, Act.EXCLUDE, Act.COUNT_AGAIN, Act.ESCALATE)
                    .contains(act)) {
                watcher.told(ticket.status());
            }
            assertThat(watcher.status).as("after %s", act).isEqualTo(ticket.status());
            assertThat(watcher.holders).as("after %s", act).isEqualTo(holders());
            Handling handling = ticket.handling();
            if (handling != null && handling.round() == 1) {
                assertThat(handling.finishBy()).as("after %s", act).isEqualTo(watcher.finishBy);
            }
        }

        /** Given back to a unit that it accuses by now, it is with the desk in the same breath. */
        private static boolean mayFollow(DispatchStatus from, Dispatch after) {
            DispatchStatus to = after.status();
            return to == from
                    || MAY_FOLLOW.get(from).contains(to)
                    || to == PENDING_DISPATCH
                            && !after.concerns().isEmpty()
                            && MAY_FOLLOW.get(from).stream().anyMatch(Act.RECUSE::startsFrom);
        }

        /** Of one deadline that a unit was given at one time, each thing is told to it once. */
        private void assertThatNobodyIsToldTwice(Act act, Change<Dispatch, RoutingEvent> change) {
            if (act != Act.REMIND) {
                return;
            }
            List<List<Object>> now = change.events().stream()
                    .map(event -> event instanceof TicketOverdue late
                            ? List.<Object>of(late.unit(), givenAt(late.unit()), late.item(), "OVERDUE", late.dueAt())
                            : reminder((DeadlineWarned) event))
                    .toList();
            assertThat(now).doesNotHaveDuplicates();
            assertThat(reminders).doesNotContainAnyElementsOf(now);
            reminders.addAll(now);
        }

        private List<Object> reminder(DeadlineWarned told) {
            return List.of(told.unit(), givenAt(told.unit()), told.item(), told.stage(), told.dueAt());
        }

        private Instant givenAt(Unit unit) {
            return ticket.handling().answering().stream()
                    .filter(part -> part.unit().equals(unit))
                    .findFirst()
                    .orElseThrow()
                    .timing()
                    .startedAt();
        }

        /** Whom it accuses has it no longer, also where it stays with them by name: what they answered is theirs. */
        private List<String> holders() {
            return ticket.holders().stream()
                    .filter(code -> ticket.concerns().stream().noneMatch(concern -> concern.keepsAway(code)))
                    .toList();
        }

        private @Nullable Change<Dispatch, RoutingEvent> tried(
                Act act, Staff by, Unit unit, boolean yes, boolean rarely) {
            return switch (act) {
                case DISPATCH ->
                    ticket.dispatch(
                            new DispatcherChoice(unit, List.of(), null, null, yes ? "属地有误" : null), by, policy, now);
                case RECALL -> ticket.recall("派错了", by, policy, now);
                case RECUSE -> rarely ? accused() : null;
                case ACKNOWLEDGE -> ticket.acknowledge(by, now);
                case END_HELP -> Helping.end(ticket, unit.code(), "不需要了", by, now);
                case BLOW_WHISTLE ->
                    Whistling.blow(ticket, List.of(unit), now.plus(Duration.ofHours(2)), "请到场", by, policy, now);
                case CHECK_IN -> Whistling.checkIn(ticket, by, now);
                case PASS_DOWN -> PassingDown.pass(ticket, unit, "请办理", by, policy, now);
                case TAKE_ON -> PassingDown.acknowledge(ticket, by, now);
                case HAND_UP -> PassingDown.handUp(ticket, DispatchTest.reply(now), by);
                case HAND_BACK -> PassingDown.handBack(ticket, "请再核实", by, now);
                case GIVE_BACK -> PassingDown.giveBack(ticket, "不属我单位职责", List.of(), by, now);
                case TAKE_BACK -> PassingDown.takeBack(ticket, "由本级办理", by, now);
                case DECIDE_REPLY -> Answering.decide(ticket, new Decision(yes, "已核实", by, now), policy);
                case ESCALATE -> rarely ? Pressing.escalate(ticket, "多次退回重办", now) : null;
                case SUPPLEMENT -> Pressing.supplement(ticket, "又来电补充", null, now);
                case URGE -> Pressing.urge(ticket, null, yes ? "XN261123-000002" : null, now);
                case WITHDRAW -> rarely ? SettingAside.withdraw(ticket, "不用办了", now) : null;
                case MERGE -> rarely ? SettingAside.merge(ticket, "XN261123-000009", "同一事项", now) : null;
                case UNDO_MERGE -> SettingAside.restore(ticket, policy, now);
                case SUCCEED -> Succession.succeed(ticket, unit, SUCCESSOR, now);
                case DISSOLVE -> rarely ? Succession.dissolve(ticket, unit, now) : null;
                case CONTACT -> ticket.contact(new Contact(Contact.Method.PHONE, now, "已联系"), by, now);
                case RETURN ->
                    Returning.request(
                            ticket,
                            new Objection(
                                    by.ofUnit(),
                                    ReturnGround.OWNERSHIP_UNCLEAR,
                                    null,
                                    "权属有争议",
                                    List.of(),
                                    by,
                                    now,
                                    null),
                            policy);
                case DECIDE_RETURN ->
                    Returning.decide(
                            ticket,
                            new Decision(yes, "已核实", by, now),
                            yes && unit != People.HOUSING ? unit : null,
                            policy);
                case RULE -> Returning.rule(ticket, unit, "属地监管", by, policy, now);
                case ASK_FOR_TIME -> Delaying.ask(ticket, new Extension(3, "等待配件", null, by, now, null), policy);
                case DECIDE_EXTENSION -> Delaying.decide(ticket, new Decision(yes, "已核实", by, now), policy);
                case SUSPEND ->
                    Delaying.suspend(
                            ticket,
                            new Suspension("冬季不能施工", LocalDate.parse("2027-12-01"), "市热线办", by, now, null),
                            policy);
                case RESUME -> Delaying.resume(ticket, by, policy, now);
                case WRITE_OFF -> Delaying.writeOff(ticket, "工程已完工", by, policy, now);
                case ASK_FOR_HELP -> Helping.ask(ticket, List.of(unit), null, "请核实", by, policy, now);
                case CO_REPLY -> Helping.reply(ticket, new CoReply("已核实", by, now));
                case REMIND -> Reminding.tell(ticket, now, (whose, rung) -> List.of(), policy);
                case CLAIM -> Claiming.claim(ticket, by, now);
                case RELEASE -> Claiming.release(ticket, by, now);
                case ASSIGN -> Claiming.assign(ticket, new Taker("unit-630103-2", "周敏"), by, now);
                case REPLY -> Answering.reply(ticket, yes ? DispatchTest.reply(now) : doubtful(now), by);
                case REOPEN -> Answering.reopen(ticket, "仍未解决", policy, now);
                case CLOSE -> yes ? Answering.close(ticket, now) : null;
                case EXCLUDE -> yes ? Answering.exclude(ticket, "法院已立案", now) : null;
                case COUNT_AGAIN -> Answering.countAgain(ticket, "诉求人已撤诉", now);
                case RECOUNT -> recounted(unit, yes);
                case RECLASSIFY ->
                    ticket.reclassify(
                            yes ? new Topic("EE-NOISE", "噪音", "噪音问题") : new Topic("HC-PROPERTY", "物业服务", "物业服务"),
                            by,
                            now);
            };
        }

        /** It turns out to accuse its county. */
        private Change<Dispatch, RoutingEvent> accused() {
            Matter matter = Tickets.accusing("XN261123-000001").registration().matter();
            return ticket.correct(ticket.appeal().corrected(matter), Desks.assessed(matter), null, policy, now);
        }

        /** A day of the next fortnight becomes another. */
        private Change<Dispatch, RoutingEvent> recounted(Unit drawn, boolean off) {
            String day = now.plus(Duration.ofDays(1 + drawn.code().hashCode() % 13 & 13))
                    .toString()
                    .substring(0, 10);
            policy = policy.by(Calendars.with(
                    policy.calendar(), policy.calendar().number() + 1, off ? Calendars.off(day) : Calendars.work(day)));
            return Recounting.recount(ticket, policy, now);
        }

        /** Only a calendar moves a deadline, only a grant what stands beside it, and nothing the moment it started. */
        private static void assertThatNothingMoves(Act act, Dispatch before, Dispatch after) {
            Handling was = before.handling();
            if (was == null) {
                return;
            }
            Handling is = after.handling();
            assertThat(is.ticket().startedAt())
                    .as("after %s", act)
                    .isEqualTo(was.ticket().startedAt());
            if (act != Act.RECOUNT) {
                assertThat(is.ticket()).as("after %s", act).isEqualTo(was.ticket());
            }
            boolean same = is.round() == was.round()
                    && act != Act.DECIDE_REPLY
                    && (is.lead().unit().equals(was.lead().unit()) || act == Act.SUCCEED);
            if (same && act != Act.RECOUNT) {
                assertThat(is.lead().timing())
                        .as("after %s", act)
                        .isEqualTo(was.lead().timing());
            }
            if (same
                    && !Set.of(Act.RECOUNT, Act.DECIDE_EXTENSION, Act.RESUME, Act.WRITE_OFF)
                            .contains(act)) {
                assertThat(is.finishBy()).as("after %s", act).isEqualTo(was.finishBy());
                assertThat(is.ownFinishBy()).as("after %s", act).isEqualTo(was.ownFinishBy());
                was.below().stream()
                        .flatMap(share -> is.share(share.to().unit().code()).stream()
                                .filter(still -> still.to()
                                        .timing()
                                        .startedAt()
                                        .equals(share.to().timing().startedAt()))
                                .map(still -> List.of(share, still)))
                        .forEach(both -> assertThat(both.get(1).to().timing())
                                .as("of %s after %s", both.get(0).to().unit(), act)
                                .isEqualTo(both.get(0).to().timing()));
            }
            is.below().forEach(share -> assertThat(
                            share.to().timing().deadlines().finishBy())
                    .as("of %s after %s", share.to().unit(), act)
                    .isEqualTo(later(is.ownFinishBy(), share.to().timing().startedAt())));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Reply doubtful(Instant at) {
        ReplyDoubt template = new ReplyDoubt(ReplyDoubt.Kind.TEMPLATE, "答复像是套话", null);
        return DispatchTest.reply(at).checked(List.of(template), List.of(), "情况属实，请审核");
    }

    /** What a service that only hears the events knows. */
    private static final class Watcher {

        private DispatchStatus status = PENDING_DISPATCH;
        private List<String> holders = List.of();
        private @Nullable Instant finishBy;
        private boolean acknowledged;
        private boolean again;

        void told(DispatchStatus byFollowup) {
            status = byFollowup;
            again |= byFollowup == SECOND_HANDLING;
        }

        void hear(RoutingEvent event) {
            switch (event.getClass().getSimpleName()) {
                case "TicketDispatched" -> dispatched((TicketDispatched) event);
                case "DispatchRecalled" -> recalled((DispatchRecalled) event);
                case "TicketAcknowledged" -> acknowledged((TicketAcknowledged) event);
                case "ReturnRequested" -> status = ((ReturnRequested) event).count() > 0 ? RETURN_REVIEW : status;
                case "ArbitrationOpened" -> disputed((ArbitrationOpened) event);
                case "ReturnDecided" -> status = ((ReturnDecided) event).approved() ? status : itsUnits();
                case "OwnerRuled" ->
                    status = ((OwnerRuled) event).unit().code().equals(holders.get(0)) ? itsUnits() : status;
                case "TicketSuspended" -> status = ((TicketSuspended) event).reviewOn() == null ? status : SUSPENDED;
                case "TicketResumed" -> resumed((TicketResumed) event);
                case "DeadlinesRecomputed" -> finishBy = ((DeadlinesRecomputed) event).finishBy();
                case "ExtensionDecided" -> granted((ExtensionDecided) event);
                case "CoUnitsAdded" -> holders = codes(((CoUnitsAdded) event).holders());
                case "CoUnitReleased" -> holders = codes(((CoUnitReleased) event).holders());
                case "WhistleBlown" -> holders = codes(((WhistleBlown) event).holders());
                case "PassedDown" -> holders = codes(((PassedDown) event).holders());
                case "PassedDownEnded" -> holders = codes(((PassedDownEnded) event).holders());
                case "UnitSucceeded" -> holders = codes(((UnitSucceeded) event).holders());
                case "DispatchSetAside" -> status = DispatchStatus.valueOf(((DispatchSetAside) event).ground());
                case "DispatchRestored" -> told(DispatchStatus.valueOf(((DispatchRestored) event).status()));
                case "TicketReplied" -> status = ((TicketReplied) event).contacted() ? REPLIED : status;
                case "ReplyDecided" -> status = ((ReplyDecided) event).accepted() ? PENDING_FOLLOWUP : REWORK;
                default -> {}
            }
        }

        private void dispatched(TicketDispatched told) {
            acknowledged = false;
            status = DISPATCHED;
            holders = codes(Stream.concat(Stream.of(told.unit()), told.coUnits().stream())
                    .toList());
            finishBy = finishBy == null ? told.deadlines().finishBy() : finishBy;
        }

        private void recalled(DispatchRecalled told) {
            status = told.waiting() ? PENDING_DISPATCH : status;
            holders = codes(told.left());
        }

        private void acknowledged(TicketAcknowledged told) {
            assertThat(told.unit().code()).isEqualTo(holders.get(0));
            acknowledged = true;
            status = status == DISPATCHED ? IN_PROGRESS : status;
        }

        private void disputed(ArbitrationOpened told) {
            assertThat(told.interim().code()).isEqualTo(holders.get(0));
            status = ARBITRATION;
        }

        private void resumed(TicketResumed told) {
            status = again ? SECOND_HANDLING : IN_PROGRESS;
            finishBy = told.finishBy();
        }

        private void granted(ExtensionDecided told) {
            finishBy = told.approved() ? told.finishBy() : finishBy;
        }

        private DispatchStatus itsUnits() {
            return acknowledged ? IN_PROGRESS : DISPATCHED;
        }

        private static List<String> codes(List<Unit> units) {
            return units.stream().map(Unit::code).toList();
        }
    }
}
