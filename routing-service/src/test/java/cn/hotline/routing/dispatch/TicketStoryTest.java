package cn.hotline.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.contract.FollowupEvent.TicketReopened;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.routing.contract.RoutingEvent.ReplyDecided;
import cn.hotline.routing.contract.RoutingEvent.TicketAcknowledged;
import cn.hotline.routing.contract.RoutingEvent.TicketClassified;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.UnitDesk.Answer;
import cn.hotline.routing.dispatch.kafka.FollowupEventsIn;
import cn.hotline.routing.dispatch.kafka.IntakeEventsIn;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatcherChoice;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.dispatch.model.Step;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Routing's part in one ticket, from end to end. */
class TicketStoryTest {

    private static final TicketNumber NUMBER = new TicketNumber("XN261123-000042");
    private static final Unit NORTH = new Unit("630105", "城北区政府");
    private static final Unit CENTRE = new Unit("630103", "城中区政府");

    private final Desks desks = new Desks();
    private final IntakeEventsIn fromIntake = new IntakeEventsIn(desks.dispatching);
    private final FollowupEventsIn fromFollowup = new FollowupEventsIn(desks.dispatching);
    private long sequence;

    @Test
    void theStoryOfOneTicket() {
        // An operator could not make out what it is about.
        heard(Tickets.unclear(NUMBER.value()));
        desks.clock.pass(Duration.ofMinutes(5));

        // A dispatcher gives it to the wrong county, and to the right one before anybody acknowledged.
        desks.dispatching
                .dispatch(new Holding(desks.seenBy(People.DISPATCHER), NUMBER, null), to(NORTH))
                .block();
        desks.clock.pass(Duration.ofMinutes(10));
        desks.dispatching
                .dispatch(new Holding(desks.seenBy(People.DISPATCHER), NUMBER, null), to(CENTRE))
                .block();

        // The county acknowledges and answers; the caller is not content; it answers again; the ticket closes.
        desks.clock.pass(Duration.ofMinutes(30));
        desks.units
                .acknowledge(new Holding(desks.seenBy(People.CENTRE_CLERK), NUMBER, null))
                .block();
        desks.clock.pass(Duration.ofHours(5));
        desks.units
                .reply(
                        new Holding(desks.seenBy(People.CENTRE_CLERK), NUMBER, null),
                        answer("社区干部今天上门查看，约定明天由物业维修单元门锁。"))
                .block();
        desks.clock.pass(Duration.ofDays(1));
        heard(new TicketReopened(NUMBER.value(), "仍未解决", 2, desks.clock.instant()));
        desks.clock.pass(Duration.ofDays(1));
        desks.units
                .reply(
                        new Holding(desks.seenBy(People.CENTRE_CLERK), NUMBER, null),
                        answer("物业维修班今天更换了单元门锁，来电人当面试开正常。"))
                .block();
        heard(new TicketClosed(NUMBER.value(), "REVISITED", desks.clock.instant()));

        assertThat(desks.dispatches.told())
                .hasExactlyElementsOfTypes(
                        TicketClassified.class,
                        TicketDispatched.class,
                        TicketDispatched.class,
                        TicketAcknowledged.class,
                        TicketReplied.class,
                        ReplyDecided.class,
                        TicketReplied.class,
                        ReplyDecided.class);
        assertThat(kept().steps())
                .extracting(Step::words)
                .containsExactly(
                        "受理登记，转入派单",
                        "等待派单员派单",
                        "派单员派单给城北区政府",
                        "派单员改派给城中区政府",
                        "城中区政府签收",
                        "城中区政府答复：已解决",
                        "回访后退回城中区政府二次办理",
                        "城中区政府答复：已解决",
                        "回访后办结");
        assertThat(desks.dispatches.contradictions()).isEmpty();
    }

    private Dispatch kept() {
        return desks.dispatches
                .find(Viewer.itself(desks.clock.instant()), NUMBER)
                .blockOptional()
                .orElseThrow()
                .state();
    }

    private void heard(IntakeEvent event) {
        fromIntake
                .handlers()
                .handle(event)
                .contextWrite(Cause.event("630100", IntakeEvent.TICKET_STREAM, ++sequence, null)
                        .context())
                .block();
    }

    private void heard(FollowupEvent event) {
        fromFollowup
                .handlers()
                .handle(event)
                .contextWrite(Cause.event("630100", FollowupEvent.REVISIT_STREAM, ++sequence, null)
                        .context())
                .block();
    }

    private static DispatcherChoice to(Unit unit) {
        return new DispatcherChoice(unit, List.of(), null, null, "属地有误");
    }

    private Answer answer(String words) {
        return new Answer(true, true, desks.clock.instant(), ReplyOutcome.SOLVED, words, words, List.of(), null);
    }
}
