package cn.hotline.routing.dispatch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.dispatch.model.Assignment.Taker;
import cn.hotline.routing.units.model.Post;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ClaimingTest {

    private static final Instant T = Tickets.MONDAY_TEN;
    private static final Staff OTHER_CLERK = new Staff("unit-630103-2", "周敏", People.CENTRE, Post.CLERK);

    private final Dispatch withCentre = arrived(false);

    @Test
    void whoeverClaimsATicketHasItInHand() {
        Dispatch claimed = Claiming.claim(withCentre, People.CENTRE_CLERK, T).state();

        assertThat(taker(claimed)).isEqualTo(new Taker("unit-630103", "李芳"));
        assertThat(claimed.status()).isEqualTo(withCentre.status());
        assertThat(claimed.steps()).last().extracting(Step::kind).isEqualTo(StepKind.CLAIMED);
    }

    @Test
    void nothingIsToldOutsideTheUnit() {
        assertThat(Claiming.claim(withCentre, People.CENTRE_CLERK, T).events()).isEmpty();
    }

    @Test
    void oneTicketIsClaimedByOnePerson() {
        Dispatch claimed = Claiming.claim(withCentre, People.CENTRE_CLERK, T).state();

        assertRefused(() -> Claiming.claim(claimed, People.CENTRE_CLERK, T), DispatchRefusal.CLAIMED_ALREADY);
        assertRefused(() -> Claiming.claim(claimed, OTHER_CLERK, T), DispatchRefusal.CLAIMED_BY_ANOTHER);
    }

    @Test
    void theTakerOrTheHeadPutsItBackAndNobodyElse() {
        Dispatch claimed = Claiming.claim(withCentre, People.CENTRE_CLERK, T).state();

        assertRefused(() -> Claiming.release(claimed, OTHER_CLERK, T), DispatchRefusal.ONLY_TAKER_OR_HEADS);
        assertThat(taker(Claiming.release(claimed, People.CENTRE_CLERK, T).state()))
                .isNull();
        assertThat(taker(Claiming.release(claimed, People.CENTRE_HEAD, T).state()))
                .isNull();
        assertRefused(() -> Claiming.release(withCentre, People.CENTRE_CLERK, T), DispatchRefusal.NOT_CLAIMED);
    }

    @Test
    void theHeadAssignsWhoeverHadItBefore() {
        Dispatch claimed = Claiming.claim(withCentre, People.CENTRE_CLERK, T).state();
        Taker other = new Taker(OTHER_CLERK.account(), OTHER_CLERK.name());

        assertThat(taker(Claiming.assign(claimed, other, People.CENTRE_HEAD, T).state()))
                .isEqualTo(other);
        assertRefused(() -> Claiming.assign(claimed, other, OTHER_CLERK, T), DispatchRefusal.ONLY_HEADS_ASSIGN);
    }

    @Test
    void aConfidentialTicketIsAssignedToNamedClerksOnly() {
        Dispatch secret = arrived(true);
        Taker clerk = new Taker(People.CENTRE_CLERK.account(), People.CENTRE_CLERK.name());

        assertRefused(() -> Claiming.assign(secret, clerk, People.CENTRE_HEAD, T), DispatchRefusal.CLERK_NOT_NAMED);
        Dispatch named =
                Opening.name(secret, clerk.account(), People.CENTRE_HEAD, T).state();
        assertThat(taker(Claiming.assign(named, clerk, People.CENTRE_HEAD, T).state()))
                .isEqualTo(clerk);
    }

    @Test
    void anotherUnitHasNothingToClaim() {
        assertThatThrownBy(() -> Claiming.claim(withCentre, People.NORTH_CLERK, T))
                .isInstanceOf(Refused.class);
        assertRefused(() -> Claiming.claim(withCentre, People.HOUSING_CLERK, T), DispatchRefusal.HELPERS_DO_NOT_ANSWER);
    }

    @Test
    void whoGetsATicketByRedispatchStartsWithNobody() {
        Dispatch claimed = Claiming.claim(withCentre, People.CENTRE_CLERK, T).state();
        DispatcherChoice north = new DispatcherChoice(People.NORTH, List.of(), null, null, "属地");

        assertThat(taker(claimed.dispatch(north, People.DISPATCHER, Desks.POLICY, T)
                        .state()))
                .isNull();
    }

    private static Assignment.Taker taker(Dispatch ticket) {
        return ticket.handled().lead().taker();
    }

    private static void assertRefused(ThrowingCallable act, Refusal reason) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(reason));
    }

    private static Dispatch arrived(boolean confidential) {
        var told = confidential ? Tickets.confidential("XN261123-000001") : Tickets.plain("XN261123-000001");
        return Dispatch.open(
                        new TicketNumber(told.number()),
                        Appeal.of(told.registration()),
                        Desks.assessed(told.registration().matter()),
                        Desks.POLICY,
                        T)
                .state();
    }
}
