package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.CONFIDENTIAL;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_CONFIDENTIAL;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.ONLY_HEADS;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.TAKEN_BY_TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.ClerkNamed;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.units.model.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who reads a confidential ticket. */
class SecrecyTest {

    private static final Instant T = Tickets.MONDAY_TEN;
    private static final Staff THIRD = new Staff("third", "孙丽", null, null);

    private final Dispatch secret = opened(Tickets.confidential("XN261123-000001"));

    @Test
    void inTheUnitItsHeadAndDeputiesReadItAndClerksDoNotKnowOfIt() {
        assertThat(secret.handling().lead().unit()).isEqualTo(People.CENTRE);
        assertThat(reads(People.CENTRE_HEAD, secret, T)).isTrue();
        assertThat(reads(People.CENTRE_DEPUTY, secret, T)).isTrue();
        assertThat(secret.seenBy(People.viewer(People.CENTRE_CLERK, T))).isEmpty();
    }

    @Test
    void aClerkWhomTheHeadNamesReadsItAndActs() {
        Change<Dispatch, RoutingEvent> told = Opening.name(secret, "unit-630103", People.CENTRE_HEAD, T);
        Dispatch named = told.state();

        assertThat(told.events())
                .as("intake lets them reach the caller")
                .containsExactly(new ClerkNamed(
                        "XN261123-000001", People.CENTRE, "unit-630103", People.CENTRE_HEAD.account(), T));
        assertThat(reads(People.CENTRE_CLERK, named, T)).isTrue();
        assertThat(named.acknowledge(People.CENTRE_CLERK, T).state().status()).isEqualTo(DispatchStatus.IN_PROGRESS);
        assertThat(named.steps()).last().satisfies(step -> {
            assertThat(step.kind()).isEqualTo(StepKind.CLERK_NAMED);
            assertThat(step.by()).isEqualTo(People.CENTRE_HEAD);
        });
    }

    @Test
    void onlyWhoeverHeadsAUnitNamesClerksAndOnlyOfTheirOwn() {
        assertThat(refusalOf(() -> Opening.name(secret, "unit-630103", People.CENTRE_CLERK, T)))
                .isEqualTo(ONLY_HEADS);
        Dispatch named =
                Opening.name(secret, "unit-630105", People.CENTRE_HEAD, T).state();
        assertThat(named.seenBy(People.viewer(People.NORTH_CLERK, T))).isEmpty();
    }

    @Test
    void theHotlineSeesThatItIsThereAndByWhenButNotWhatItSays() {
        Dispatch seen = secret.seenBy(People.viewer(People.DISPATCHER, T)).orElseThrow();

        assertThat(seen.number()).isEqualTo(secret.number());
        assertThat(seen.deadlines()).isEqualTo(secret.deadlines());
        assertThat(seen.appeal().title()).isEqualTo("保密诉求");
        assertThat(seen.appeal().place()).isNull();
        assertThat(seen.classification().topic()).isNull();
        assertThat(seen.classification().place()).isNull();
        assertThat(seen.toString())
                .doesNotContain(secret.appeal().content(), secret.appeal().title(), "南川西路", "物业", "楼道");
    }

    @Test
    void itsCourseTellsTheHotlineWhatWasDoneButNotInWhichWords() {
        Dispatch known = secret.acknowledge(People.CENTRE_HEAD, T)
                .state()
                .reclassify(new Topic("EE-NOISE", "噪音", "噪音问题"), People.CENTRE_HEAD, T)
                .state();

        Dispatch seen = known.seenBy(People.viewer(People.DISPATCHER, T)).orElseThrow();

        assertThat(seen.steps())
                .extracting(Step::kind)
                .containsExactlyElementsOf(
                        known.steps().stream().map(Step::kind).toList());
        assertThat(seen.steps()).allSatisfy(step -> {
            assertThat(step.words()).isEqualTo(step.kind().term());
            assertThat(step.detail()).isNull();
        });
        assertThat(seen.toString())
                .as("a class shows in the entry of the catalogue, too")
                .doesNotContain("噪音", "EE-NOISE", "R-HC");
    }

    @Test
    void whoeverTakesItByNameReadsItAndTheThirdIsTooMany() {
        Dispatch two = Opening.take(
                        Opening.take(secret, People.DISPATCHER, "须派单", T).state(), People.SUPERVISOR, "须督办", T)
                .state();

        assertThat(reads(People.DISPATCHER, two, T)).isTrue();
        assertThat(reads(People.SUPERVISOR, two, T.plus(Duration.ofDays(9)))).isTrue();
        assertThat(refusalOf(() -> Opening.take(two, THIRD, "想看看", T))).isEqualTo(TAKEN_BY_TWO);
        assertThat(Opening.take(two, People.DISPATCHER, "再看", T)
                        .state()
                        .sight()
                        .secrecy()
                        .takers())
                .containsExactly("dispatcher", "supervisor");
    }

    @Test
    void nobodyDispatchesWhatTheyMayNotRead() {
        Viewer dispatcher = People.viewer(People.DISPATCHER, T);

        assertThat(refusalOf(() -> secret.actedOnBy(dispatcher))).isEqualTo(CONFIDENTIAL);
        Dispatch taken = Opening.take(secret, People.DISPATCHER, "须派单", T).state();
        assertThat(taken.actedOnBy(dispatcher)).isSameAs(taken);
    }

    @Test
    void atThreeInTheMorningTwoPeopleTogetherOpenItForHalfAnHour() {
        Dispatch asked =
                Opening.need(secret, People.NIGHT_SHIFT, "来电人称有生命危险", T).state();
        assertThat(reads(People.NIGHT_SHIFT, asked, T)).isFalse();
        assertThat(asked.sight().secrecy().awaitsSecond(T)).isTrue();

        Instant confirmed = T.plus(Duration.ofMinutes(15));
        Dispatch open =
                Opening.need(asked, People.SUPERVISOR, "已核实，须立即处置", confirmed).state();

        assertThat(open.sight().secrecy().awaitsSecond(confirmed)).isFalse();
        for (Staff each : List.of(People.NIGHT_SHIFT, People.SUPERVISOR)) {
            assertThat(reads(each, open, confirmed.plus(Duration.ofMinutes(29))))
                    .isTrue();
            assertThat(reads(each, open, confirmed.plus(Duration.ofMinutes(30))))
                    .isFalse();
        }
        assertThat(reads(THIRD, open, confirmed)).isFalse();
        assertThat(open.steps().subList(open.steps().size() - 2, open.steps().size()))
                .extracting(Step::kind, Step::detail, Step::by)
                .containsExactly(
                        tuple(StepKind.NEED_ASKED, "来电人称有生命危险", People.NIGHT_SHIFT),
                        tuple(StepKind.OPENED_IN_NEED, "已核实，须立即处置", People.SUPERVISOR));
    }

    @Test
    void onePersonTwiceIsNotTwoAndTooLateIsAskedAnew() {
        Dispatch asked = Opening.need(secret, People.NIGHT_SHIFT, "急", T).state();
        Dispatch again =
                Opening.need(asked, People.NIGHT_SHIFT, "急", T.plusSeconds(60)).state();
        assertThat(reads(People.NIGHT_SHIFT, again, T.plusSeconds(61))).isFalse();

        Instant late = T.plus(Duration.ofMinutes(15)).plusMillis(1);
        Dispatch anew = Opening.need(asked, People.SUPERVISOR, "急", late).state();
        assertThat(reads(People.SUPERVISOR, anew, late)).isFalse();
        assertThat(reads(
                        People.NIGHT_SHIFT,
                        Opening.need(anew, People.NIGHT_SHIFT, "急", late.plusSeconds(1))
                                .state(),
                        late.plusSeconds(2)))
                .isTrue();
    }

    @Test
    void whatWasOpenedOnceIsClosedAgainForAnotherNeed() {
        Dispatch open = Opening.need(
                        Opening.need(secret, People.NIGHT_SHIFT, "急", T).state(), People.SUPERVISOR, "急", T)
                .state();

        Dispatch next =
                Opening.need(open, THIRD, "又急", T.plus(Duration.ofHours(1))).state();

        assertThat(reads(THIRD, next, T.plus(Duration.ofHours(1)))).isFalse();
    }

    @Test
    void anotherUnitThatGetsItHasItsOwnNamedPeople() {
        Dispatch moved = Opening.name(secret, "unit-630103", People.CENTRE_HEAD, T)
                .state()
                .dispatch(
                        new DispatcherChoice(People.NORTH, List.of(), null, null, "属地有误"),
                        People.DISPATCHER,
                        Desks.POLICY,
                        T)
                .state();

        assertThat(moved.seenBy(People.viewer(People.CENTRE_HEAD, T))).isEmpty();
        assertThat(moved.seenBy(People.viewer(People.CENTRE_CLERK, T))).isEmpty();
        assertThat(reads(new Staff("unit-630105-head", "马超", People.NORTH, Post.HEAD), moved, T))
                .isTrue();
    }

    @Test
    void anOrdinaryTicketNeedsNoneOfThis() {
        Dispatch plain = opened(Tickets.plain("XN261123-000002"));

        assertThat(reads(People.DISPATCHER, plain, T)).isTrue();
        assertThat(reads(People.CENTRE_CLERK, plain, T)).isTrue();
        assertThat(refusalOf(() -> Opening.take(plain, People.DISPATCHER, "看看", T)))
                .isEqualTo(NOT_CONFIDENTIAL);
        assertThat(refusalOf(() -> Opening.need(plain, People.DISPATCHER, "看看", T)))
                .isEqualTo(NOT_CONFIDENTIAL);
        assertThat(refusalOf(() -> Opening.name(plain, "unit-630103", People.CENTRE_HEAD, T)))
                .isEqualTo(NOT_CONFIDENTIAL);
    }

    private static boolean reads(Staff staff, Dispatch dispatch, Instant at) {
        return dispatch.opensTo(People.viewer(staff, at));
    }

    private static Dispatch opened(TicketRegistered told) {
        return Dispatch.open(
                        new TicketNumber(told.number()),
                        Appeal.of(told.registration()),
                        Desks.assessed(told.registration().matter()),
                        Desks.POLICY,
                        T)
                .state();
    }

    private static Object refusalOf(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).reason();
    }
}
