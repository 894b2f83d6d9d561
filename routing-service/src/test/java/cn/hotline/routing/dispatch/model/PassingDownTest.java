package cn.hotline.routing.dispatch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.FirstContactMade;
import cn.hotline.routing.contract.RoutingEvent.PassedDown;
import cn.hotline.routing.contract.RoutingEvent.PassedDownAcknowledged;
import cn.hotline.routing.contract.RoutingEvent.PassedDownEnded;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.dispatch.model.Handling.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** 下交、上报, as sentences. */
class PassingDownTest {

    private static final Unit COMMUNITY = new Unit("630103002004", "南山东社区");

    private final Dispatch inProgress = ReturningTest.opened(Tickets.plain("XN261123-000001"))
            .acknowledge(People.CENTRE_CLERK, in(30))
            .state();
    private final Dispatch passed = passed(inProgress, in(60)).state();
    private final Dispatch takenOn =
            PassingDown.acknowledge(passed, People.STREET_CLERK, in(70)).state();
    private final Dispatch reported = PassingDown.handUp(takenOn, DispatchTest.reply(in(200)), People.STREET_CLERK)
            .state();

    @Test
    void theUnitBelowHasItAndTheOneAboveStaysAccountable() {
        PassedDown told = (PassedDown) passed(inProgress, in(60)).events().get(0);

        assertThat(passed.status()).isEqualTo(DispatchStatus.IN_PROGRESS);
        assertThat(passed.handling().lead().unit()).isEqualTo(People.CENTRE);
        assertThat(passed.holders()).containsExactly("630103", "630103002", "630100-HOUSING");
        assertThat(told.unit()).isEqualTo(People.CENTRE);
        assertThat(told.to()).isEqualTo(People.STREET);
        assertThat(told.holders()).containsExactly(People.CENTRE, People.STREET, People.HOUSING);
        assertThat(told.late()).isFalse();
    }

    @Test
    void theUnitBelowSeesItAndNoOtherStreetDoes() {
        assertThat(passed.opensTo(People.viewer(People.STREET_CLERK, in(61)))).isTrue();
        assertThat(passed.opensTo(People.viewer(People.CENTRE_CLERK, in(61)))).isTrue();
        assertThat(passed.opensTo(People.viewer(People.clerk(People.OTHER_STREET), in(61))))
                .isFalse();
        assertThat(inProgress.opensTo(People.viewer(People.STREET_CLERK, in(61))))
                .isFalse();
    }

    @Test
    void nothingOfTheUnitBelowIsDueAfterTheLeadIs() {
        Instant late = passed.handling().ownFinishBy().minus(Duration.ofHours(1));
        Share share =
                passed(inProgress, late).state().handling().share("630103002").orElseThrow();

        assertThat(share.to().timing().deadlines().finishBy())
                .isEqualTo(inProgress.handling().ownFinishBy());
        assertThat(share.to().timing().deadlines().contactBy())
                .isBeforeOrEqualTo(inProgress.handling().ownFinishBy());
        assertThat(passed.deadlines()).isEqualTo(inProgress.deadlines());
    }

    @Test
    void passedDownAfterHalfOfTheTimeIsMarked() {
        assertThat(passed.handling().share("630103002").orElseThrow().late()).isFalse();
        assertThat(passed(inProgress, in(4 * 24 * 60))
                        .state()
                        .handling()
                        .share("630103002")
                        .orElseThrow()
                        .late())
                .isTrue();
    }

    @Test
    void eachLevelsShareOfTheTimeIsKept() {
        Dispatch back = PassingDown.takeBack(reported, "由本级答复", People.CENTRE_CLERK, in(300))
                .state();

        assertThat(back.handling().held(in(400)))
                .containsExactly(
                        new Held(People.CENTRE, in(0), in(60)),
                        new Held(People.STREET, in(60), in(300)),
                        new Held(People.CENTRE, in(300), in(400)));
        Dispatch answered = Answering.reply(reported, DispatchTest.reply(in(260)), People.CENTRE_CLERK)
                .state();
        assertThat(answered.handling().held(in(9_000)))
                .containsExactly(new Held(People.CENTRE, in(0), in(60)), new Held(People.STREET, in(60), in(260)));
    }

    @Test
    void itGoesDownSeveralLevels() {
        Dispatch lower = PassingDown.pass(takenOn, COMMUNITY, "请入户核实", People.STREET_CLERK, Desks.POLICY, in(90))
                .state();

        assertThat(lower.holders()).containsExactly("630103", "630103002", "630103002004", "630100-HOUSING");
        assertThat(lower.handling().inHand().unit()).isEqualTo(COMMUNITY);
        assertThat(refusalOf(() -> passed(lower, in(95)))).isEqualTo(DispatchRefusal.PASSED_DOWN_ALREADY);

        Change<Dispatch, RoutingEvent> back = PassingDown.takeBack(lower, "由区里办理", People.CENTRE_CLERK, in(100));
        assertThat(back.state().holders()).containsExactly("630103", "630100-HOUSING");
        assertThat(back.events()).singleElement().isInstanceOfSatisfying(PassedDownEnded.class, told -> {
            assertThat(told.unit()).isEqualTo(People.STREET);
            assertThat(told.holders()).containsExactly(People.CENTRE, People.HOUSING);
        });
    }

    @Test
    void theUnitBelowSignsSpeaksWithTheCallerAndReportsUpwards() {
        PassedDownAcknowledged signed =
                (PassedDownAcknowledged) PassingDown.acknowledge(passed, People.STREET_CLERK, in(70))
                        .events()
                        .get(0);
        FirstContactMade spoken = (FirstContactMade)
                takenOn.contact(new Contact(Contact.Method.VISIT, in(80), "已上门"), People.STREET_CLERK, in(80))
                        .events()
                        .get(0);

        assertThat(signed.inTime()).isTrue();
        assertThat(spoken.unit()).isEqualTo(People.STREET);
        assertThat(spoken.inTime()).isTrue();
        assertThat(reported.status()).isEqualTo(DispatchStatus.IN_PROGRESS);
        assertThat(reported.handling().reply()).isNull();
        assertThat(reported.handling().share("630103002").orElseThrow().stand()).isEqualTo(Share.Stand.REPORTED);
    }

    @Test
    void onlyTheLeadAnswersTheCaller() {
        assertThat(refusalOf(() -> Answering.reply(reported, DispatchTest.reply(in(210)), People.STREET_CLERK)))
                .isEqualTo(DispatchRefusal.ONLY_LEAD);

        TicketReplied told = (TicketReplied) Answering.reply(reported, DispatchTest.reply(in(210)), People.CENTRE_CLERK)
                .events()
                .get(0);
        assertThat(told.unit()).isEqualTo(People.CENTRE);
        assertThat(Answering.reply(passed, DispatchTest.reply(in(210)), People.CENTRE_CLERK)
                        .state()
                        .status())
                .as("also without a report")
                .isEqualTo(DispatchStatus.PENDING_FOLLOWUP);
    }

    @Test
    void aReportThatIsNotGoodEnoughGoesBackDown() {
        Dispatch again = PassingDown.handBack(reported, "没有说明何时清理", People.CENTRE_CLERK, in(220))
                .state();

        assertThat(again.handling().share("630103002").orElseThrow().stand()).isEqualTo(Share.Stand.TAKEN_ON);
        assertThat(refusalOf(() -> PassingDown.handBack(again, "再看", People.CENTRE_CLERK, in(230))))
                .isEqualTo(DispatchRefusal.NOTHING_HANDED_UP);
    }

    @Test
    void whoeverGivesItBackDoesNotGetItAgain() {
        Dispatch back = PassingDown.giveBack(takenOn, "该路段由区城管直接管理", List.of(), People.STREET_CLERK, in(90))
                .state();

        assertThat(back.holders()).containsExactly("630103", "630100-HOUSING");
        assertThat(back.opensTo(People.viewer(People.STREET_CLERK, in(91)))).isFalse();
        assertThat(refusalOf(() -> passed(back, in(95)))).isEqualTo(DispatchRefusal.GAVE_IT_BACK);
        assertThat(PassingDown.pass(back, People.OTHER_STREET, "请办理", People.CENTRE_CLERK, Desks.POLICY, in(95))
                        .state()
                        .holders())
                .contains("630103003");
    }

    @Test
    void whoHasNoPartInItDoesNothingWithIt() {
        assertThat(refusalOf(() -> PassingDown.acknowledge(passed, People.clerk(People.OTHER_STREET), in(70))))
                .isEqualTo(General.NOT_FOUND);
        assertThat(refusalOf(() -> PassingDown.acknowledge(passed, People.CENTRE_CLERK, in(70))))
                .isEqualTo(DispatchRefusal.ONLY_BELOW);
        assertThat(refusalOf(() -> PassingDown.acknowledge(passed, People.HOUSING_CLERK, in(70))))
                .isEqualTo(DispatchRefusal.HELPERS_DO_NOT_ANSWER);
        assertThat(refusalOf(() -> PassingDown.handUp(passed, DispatchTest.reply(in(70)), People.STREET_CLERK)))
                .isEqualTo(DispatchRefusal.NOT_TAKEN_ON_YET);
        assertThat(refusalOf(() -> PassingDown.takeBack(inProgress, "收回", People.CENTRE_CLERK, in(70))))
                .isEqualTo(DispatchRefusal.NOT_PASSED_DOWN);
    }

    @Test
    void handledAgainItIsTheLeadsToPassDown() {
        Dispatch answered = Answering.reply(reported, DispatchTest.reply(in(210)), People.CENTRE_CLERK)
                .state();
        Change<Dispatch, RoutingEvent> again = Answering.reopen(answered, "仍未清扫", Desks.POLICY, in(3_000));

        assertThat(answered.holders()).contains("630103002");
        assertThat(again.state().holders()).containsExactly("630103", "630100-HOUSING");
        assertThat(again.events()).singleElement().isInstanceOf(PassedDownEnded.class);
        assertThat(again.state().handling().held(in(3_100)))
                .containsExactly(new Held(People.CENTRE, in(3_000), in(3_100)));
    }

    private static Change<Dispatch, RoutingEvent> passed(Dispatch ticket, Instant at) {
        return PassingDown.pass(ticket, People.STREET, "请现场核实", People.CENTRE_CLERK, Desks.POLICY, at);
    }

    private static Instant in(long minutes) {
        return Tickets.MONDAY_TEN.plus(Duration.ofMinutes(minutes));
    }

    private static Object refusalOf(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).reason();
    }
}
