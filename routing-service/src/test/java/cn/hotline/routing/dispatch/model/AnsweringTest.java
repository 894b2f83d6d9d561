package cn.hotline.routing.dispatch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.ReplyDecided;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** 答复审核、退回重办, as sentences. What is true of every reply is in {@link DispatchTest}. */
class AnsweringTest {

    private final Dispatch inProgress = ReturningTest.opened(Tickets.plain("XN261123-000001"))
            .acknowledge(People.CENTRE_CLERK, in(30))
            .state();
    private final Dispatch spoken = inProgress
            .contact(new Contact(Contact.Method.PHONE, in(40), "已联系"), People.CENTRE_CLERK, in(40))
            .state();
    private final Dispatch waiting =
            Answering.reply(spoken, doubtful(in(90)), People.CENTRE_CLERK).state();
    private final Dispatch rework = refused(waiting, in(120)).state();

    @Test
    void aReplyInSpiteOfDoubtsWaitsForTheHotline() {
        Change<Dispatch, RoutingEvent> change = Answering.reply(spoken, doubtful(in(90)), People.CENTRE_CLERK);

        assertThat(change.state().status()).isEqualTo(DispatchStatus.REPLIED);
        assertThat(change.events()).as("nothing is decided yet").singleElement().isInstanceOf(TicketReplied.class);
    }

    @Test
    void acceptedItGoesToRevisit() {
        Change<Dispatch, RoutingEvent> change =
                Answering.decide(waiting, new Decision(true, "已核实", People.DISPATCHER, in(100)), Desks.POLICY);

        assertThat(change.state().status()).isEqualTo(DispatchStatus.PENDING_FOLLOWUP);
        assertThat(change.events())
                .containsExactly(new ReplyDecided("XN261123-000001", true, null, "dispatcher", in(100)));
    }

    @Test
    void notAcceptedItIsHandledAgainWithLessTime() {
        assertThat(rework.status()).isEqualTo(DispatchStatus.REWORK);
        assertThat(refused(waiting, in(120)).events())
                .containsExactly(new ReplyDecided("XN261123-000001", false, "没有答复第二个诉求", "dispatcher", in(120)));
        assertThat(rework.handling().review().reworks()).isEqualTo(1);
        assertThat(rework.handling().ownFinishBy())
                .isBefore(inProgress.handling().ownFinishBy());
        assertThat(rework.deadlines()).as("the ticket's").isEqualTo(inProgress.deadlines());
        assertThat(rework.handling().lead().contact())
                .as("whom it spoke with counts on")
                .isNotNull();
    }

    @Test
    void reworkedItIsAnsweredOnceMore() {
        Dispatch again =
                Answering.reply(rework, doubtful(in(200)), People.CENTRE_CLERK).state();

        assertThat(again.status()).isEqualTo(DispatchStatus.REPLIED);
        assertThat(refused(again, in(210)).state().handling().review().reworks())
                .isEqualTo(2);
        assertThat(Answering.reply(rework, DispatchTest.reply(in(200)), People.CENTRE_CLERK)
                        .state()
                        .status())
                .isEqualTo(DispatchStatus.PENDING_FOLLOWUP);
    }

    @Test
    void whoAnsweredDoesNotDecide() {
        Staff both = new Staff("unit-630103", "李芳", null, null);

        assertThat(refusalOf(() -> Answering.decide(waiting, new Decision(true, "通过", both, in(100)), Desks.POLICY)))
                .isEqualTo(DispatchRefusal.ANSWERED_THEMSELVES);
        assertThat(refusalOf(() ->
                        Answering.decide(waiting, new Decision(true, "通过", People.CENTRE_HEAD, in(100)), Desks.POLICY)))
                .isEqualTo(DispatchRefusal.ONLY_HOTLINE);
        assertThat(refusalOf(() -> refused(rework, in(130)))).isEqualTo(DispatchRefusal.NO_REPLY_TO_DECIDE);
    }

    private static Change<Dispatch, RoutingEvent> refused(Dispatch ticket, Instant at) {
        return Answering.decide(ticket, new Decision(false, "没有答复第二个诉求", People.DISPATCHER, at), Desks.POLICY);
    }

    private static Reply doubtful(Instant at) {
        ReplyDoubt template = new ReplyDoubt(ReplyDoubt.Kind.TEMPLATE, "答复像是套话", null);
        return DispatchTest.reply(at).checked(List.of(template), List.of(), "情况属实，请审核");
    }

    private static Instant in(long minutes) {
        return Tickets.MONDAY_TEN.plus(Duration.ofMinutes(minutes));
    }

    private static Object refusalOf(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).reason();
    }
}
