package cn.hotline.followup.supervision;

import static cn.hotline.followup.FollowupInMemory.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Refused;
import cn.hotline.followup.FollowupInMemory;
import cn.hotline.followup.Story;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.contract.FollowupEvent.ExclusionRevoked;
import cn.hotline.followup.contract.FollowupEvent.SupervisionIssued;
import cn.hotline.followup.contract.FollowupEvent.SupervisionLifted;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.contract.FollowupEvent.TicketEscalated;
import cn.hotline.followup.contract.FollowupEvent.TicketExcluded;
import cn.hotline.followup.contract.FollowupEvent.TicketReopened;
import cn.hotline.followup.contract.FollowupEvent.UrgeIssued;
import cn.hotline.followup.revisit.model.TicketNumber;
import cn.hotline.followup.supervision.model.Level;
import cn.hotline.followup.supervision.model.SupervisionRefusal;
import cn.hotline.routing.contract.RoutingEvent.TicketOverdue;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tickets that nobody answers, as supervision hears of them. */
class SupervisionStoryTest {

    private static final Unit CHENGDONG = new Unit("630102", "城东区人民政府");

    private final FollowupInMemory followup =
            new FollowupInMemory().hears(Story.registered()).hears(Story.dispatched());

    @Test
    void aTicketThatStaysOverdueIsUrgedSupervisedAndEscalatedOnceEach() {
        TicketOverdue late = overdue("FINISH", NOW.minus(Duration.ofDays(8)));
        followup.hears(late).hears(late);
        for (int i = 0; i < 3; i++) {
            followup.look();
        }
        assertThat(followup.pressed())
                .extracting(told -> (Object) told.getClass())
                .containsExactly(
                        UrgeIssued.class, SupervisionLifted.class, SupervisionIssued.class, TicketEscalated.class);
    }

    @Test
    void aReplyEndsThePressing() {
        followup.hears(overdue("FINISH", NOW.minus(Duration.ofDays(3)))).hears(Story.replied());
        followup.look();
        assertThat(followup.pressed())
                .extracting(told -> (Object) told.getClass())
                .containsExactly(UrgeIssued.class, SupervisionLifted.class);
    }

    @Test
    void callersWhoAreNotServedThriceMakeItATicketForThoseAbove() {
        followup.hears(Story.sentBack("答非所问"));
        for (int round = 2; round <= 3; round++) {
            followup.hears(new TicketReopened(Story.NUMBER, "仍未修复", round, Story.REPLIED.plusSeconds(round)));
        }
        assertThat(followup.pressed()).singleElement().satisfies(told -> assertThat(((TicketEscalated) told).ground())
                .isEqualTo("REWORKS"));
    }

    @Test
    void aClosedTicketIsNotPressedFor() {
        followup.hears(new TicketClosed(Story.NUMBER, "REVISITED", Story.REPLIED))
                .hears(overdue("FINISH", NOW.minus(Duration.ofDays(9))));
        followup.look();
        assertThat(followup.pressed()).isEmpty();
        assertThat(followup.contradictions()).isEmpty();
    }

    @Test
    void anExcludedTicketIsNobodysToPressUntilItCountsAgain() {
        followup.hears(overdue("CONTACT", NOW)).hears(excluded());
        assertThat(followup.pressed()).last().isInstanceOf(SupervisionLifted.class);
        assertThat(catchThrowableOfType(Refused.class, this::urge).reason()).isEqualTo(SupervisionRefusal.TICKET_OVER);

        followup.hears(new ExclusionRevoked(Story.NUMBER, Story.NUMBER + "-1", "630104", "诉求人已撤诉。", "office", NOW));
        urge();
        assertThat(followup.pressed()).last().isInstanceOf(UrgeIssued.class);
        assertThat(followup.contradictions()).isEmpty();
    }

    private void urge() {
        followup.supervision()
                .issue(new TicketNumber(Story.NUMBER), Level.URGE, "请说明进展", null, "supervisor")
                .block();
    }

    private static TicketExcluded excluded() {
        return new TicketExcluded(
                Story.NUMBER,
                Story.NUMBER + "-1",
                "630104",
                "IN_PROCEDURE",
                "法院已立案。",
                NOW.plus(Duration.ofDays(30)),
                "revisitor",
                "supervisor",
                NOW);
    }

    @Test
    void hearingEverythingAgainChangesNothing() {
        TicketOverdue late = overdue("CONTACT", NOW);
        followup.hears(late).hears(Story.replied()).hears(Story.sentBack("答非所问"));
        int told = followup.pressed().size();
        followup.hears(Story.dispatched()).hears(late).hears(Story.replied()).hears(Story.sentBack("答非所问"));
        assertThat(followup.pressed()).hasSize(told).allMatch(FollowupEvent.class::isInstance);
    }

    @Test
    void aUnitThatMissesADeadlineOnFridayHasUntilMondayAndSoWhenPressedInPerson() {
        Instant monday = NOW.plus(Duration.ofDays(3));
        followup.hears(new TicketOverdue(
                Story.NUMBER, Story.CHENGXI, "CONTACT", NOW, List.of(monday, monday.plus(Duration.ofDays(1))), NOW));
        urge();

        assertThat(followup.pressed())
                .filteredOn(UrgeIssued.class::isInstance)
                .extracting(told -> ((UrgeIssued) told).answerBy())
                .containsExactly(monday, monday);
    }

    @Test
    void aUnitThatLostTheTicketReadsNothingOfItAnyMore() {
        urge();
        assertThat(found("630104").watch().current().text()).isEqualTo("请说明进展");
        followup.hears(Story.dispatched(Story.NUMBER, CHENGDONG, NOW)).hears(Story.corrected("反映城西区政府的诉求"));
        assertThat(catchThrowableOfType(Refused.class, () -> found("630104")).reason())
                .isEqualTo(SupervisionRefusal.UNKNOWN_SUPERVISION);
        assertThat(found("630102").watch().all()).as("what another was asked").isEmpty();
        assertThat(found(null).watch().all()).as("the hotline sees all").hasSize(1);
    }

    @Test
    void whatAUnitIsAnsweredShowsItsOwnOnly() {
        urge();
        followup.hears(Story.dispatched(Story.NUMBER, CHENGDONG, NOW));
        urge();
        SupervisionCase answered = followup.supervision()
                .answer(Story.NUMBER + "-2", "630102", "正在办理", "unit-630102")
                .block();
        assertThat(answered.watch().earlier()).isEmpty();
    }

    @Test
    void ofAConfidentialTicketNobodyReadsWhatSomebodyWrote() {
        FollowupInMemory secret =
                new FollowupInMemory().hears(Story.confidential()).hears(Story.dispatched());
        SupervisionCase issued = secret.supervision()
                .issue(new TicketNumber(Story.NUMBER), Level.URGE, "请查张某收受礼金一事", null, "supervisor")
                .block();
        assertThat(issued.watch().current().text()).isEqualTo("保密诉求");
        assertThat(issued.matter().title()).isEqualTo("保密诉求");
    }

    @Test
    void untilItIsKnownWhetherATicketIsConfidentialItIsTakenForIt() {
        FollowupInMemory early = new FollowupInMemory().hears(Story.dispatched());
        SupervisionCase issued = early.supervision()
                .issue(new TicketNumber(Story.NUMBER), Level.URGE, "请说明进展", null, "supervisor")
                .block();
        assertThat(issued.watch().current().text()).isEqualTo("保密诉求");
        assertThat(issued.matter()).isNull();
    }

    private SupervisionCase found(@Nullable String unit) {
        return followup.supervision().find(new TicketNumber(Story.NUMBER), unit).block();
    }

    private static TicketOverdue overdue(String item, Instant dueAt) {
        return new TicketOverdue(Story.NUMBER, Story.CHENGXI, item, dueAt, null, dueAt);
    }
}
