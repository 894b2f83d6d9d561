package cn.hotline.routing.dispatch;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_WAITING_FOR_REVISIT;
import static cn.hotline.routing.dispatch.model.DispatchStatus.DISPATCHED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_DISPATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.intake.contract.IntakeEvent.Matter;
import cn.hotline.intake.contract.IntakeEvent.Place;
import cn.hotline.intake.contract.IntakeEvent.Registration;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.routing.classification.model.AppealKind;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent.TicketClassified;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class DispatchDeskTest {

    private static final TicketNumber NUMBER = new TicketNumber("XN261123-000001");

    private final Desks desks = new Desks();

    @Test
    void anEventDeliveredTwiceHasOneEffect() {
        TicketRegistered told = Tickets.unclear(NUMBER.value());
        heard(1, desks.dispatching.open(told));
        heard(2, desks.dispatching.correct(Tickets.clearedUp(NUMBER.value())));
        heard(1, desks.dispatching.open(told));
        heard(2, desks.dispatching.correct(Tickets.clearedUp(NUMBER.value())));

        assertThat(desks.dispatches.told())
                .hasExactlyElementsOfTypes(TicketClassified.class, TicketClassified.class, TicketDispatched.class);
        assertThat(kept().status()).isEqualTo(DISPATCHED);
    }

    @Test
    void theClockStartsWhenTheTicketIsDispatchedNotWhenItWasRegistered() {
        desks.clock.pass(Duration.ofMinutes(20));
        heard(1, desks.dispatching.open(Tickets.plain(NUMBER.value())));

        assertThat(kept().handling().ticket().startedAt()).isEqualTo(Tickets.MONDAY_TEN.plusSeconds(1_200));
    }

    @Test
    void whatTheOperatorChoseStands() {
        heard(1, desks.dispatching.open(registered("COMPLAINT", "EE-NOISE", "URGENT", "630105")));

        TicketClassified told = (TicketClassified) desks.dispatches.told().get(0);
        assertThat(told.by()).isEqualTo("OPERATOR");
        assertThat(told.reportGroup()).isEqualTo("噪音问题");
        assertThat(told.urgency()).isEqualTo("URGENT");
        assertThat(told.place().county()).isEqualTo("城北区");
        assertThat(kept().handling().lead().unit().code()).isEqualTo("630105");
    }

    @Test
    void codesWeDoNotKnowYetAreReadAsIfTheyWereNotGiven() {
        heard(1, desks.dispatching.open(registered("PETITION", "ZZ-NEW", "VERY_URGENT", "639999")));

        assertThat(kept().appeal().kind()).isEqualTo(AppealKind.OTHER);
        assertThat(kept().classification().topic().code()).isEqualTo("HC-PROPERTY");
        assertThat(kept().classification().urgency()).isEqualTo(Urgency.GENERAL);
        assertThat(kept().status()).isEqualTo(PENDING_DISPATCH);
    }

    @Test
    void aCorrectionOfATicketThatWasNeverForwardedIsNoBusinessOfOurs() {
        heard(1, desks.dispatching.correct(Tickets.clearedUp("XN261123-000777")));

        assertThat(desks.dispatches.told()).isEmpty();
    }

    @Test
    void aFactOutOfPlaceIsKeptAsAContradictionAndChangesNothing() {
        heard(1, desks.dispatching.open(Tickets.plain(NUMBER.value())));
        Dispatch before = kept();

        heard(
                "/followup/revisit",
                1,
                desks.dispatching.close(new TicketClosed(NUMBER.value(), "REVISITED", Tickets.MONDAY_TEN)));

        assertThat(kept()).isEqualTo(before);
        assertThat(desks.dispatches.contradictions())
                .singleElement()
                .extracting(Refused::reason)
                .isEqualTo(NOT_WAITING_FOR_REVISIT);
    }

    @Test
    void aUnitCannotAcknowledgeForAnother() {
        heard(1, desks.dispatching.open(Tickets.plain(NUMBER.value())));

        Refused refused = catchThrowableOfType(Refused.class, () -> desks.units
                .acknowledge(new Holding(desks.seenBy(People.NORTH_CLERK), NUMBER, null))
                .block());

        assertThat(refused.reason()).isEqualTo(General.NOT_FOUND);
        assertThat(kept().status()).isEqualTo(DISPATCHED);
    }

    private Dispatch kept() {
        return desks.dispatches
                .find(Viewer.itself(desks.clock.instant()), NUMBER)
                .blockOptional()
                .orElseThrow()
                .state();
    }

    private static TicketRegistered registered(String kind, String category, String urgency, String division) {
        Matter matter = new Matter(
                kind,
                null,
                "某小区物业公司收了物业费，楼道卫生一直没人打扫，业委会多次反映物业不管。",
                new Place(null, division, null, null),
                category,
                urgency,
                null,
                null);
        return new TicketRegistered(
                NUMBER.value(),
                new Registration(
                        "PHONE", "CALL", null, "caller-1", false, false, true, matter, Tickets.MONDAY_TEN, null),
                Tickets.MONDAY_TEN);
    }

    private static void heard(long sequence, Mono<?> reaction) {
        heard("/intake/ticket", sequence, reaction);
    }

    private static void heard(String stream, long sequence, Mono<?> reaction) {
        reaction.contextWrite(Cause.event("630100", stream, sequence, null).context())
                .block();
    }
}
