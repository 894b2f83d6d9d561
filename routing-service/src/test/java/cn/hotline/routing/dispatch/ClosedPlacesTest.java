package cn.hotline.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.routing.dispatch.UnitDesk.Answer;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.ConfirmedPlace;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.PlaceSchool;
import cn.hotline.routing.place.model.LearnedName;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ClosedPlacesTest {

    private final Desks desks = new Desks();
    private int sequence;
    private final ClosedPlaces places =
            new ClosedPlaces(desks.dispatches, Divisions.load(KnowledgeFiles.ofClassPath()), desks.clock);

    @Test
    void aTicketTeachesWhereItWasClosedAndNotBefore() {
        closed(Tickets.plain("XN261123-000001"));
        heard(desks.dispatching.open(Tickets.plain("XN261123-000002")));
        assertThat(places.newest().collectList().blockOptional().orElseThrow())
                .extracting(ConfirmedPlace::countyCode)
                .containsExactly("630103");
    }

    @Test
    void ofThreeClosedTicketsANameIsLearned() {
        for (int i = 1; i <= 3; i++) {
            closed(Tickets.registered("XN261123-00000" + i, "物业不打扫", "柳浪家园物业公司不打扫楼道。", "城中区柳浪家园", null));
        }
        var school = new PlaceSchool(places);
        assertThat(school.get().size()).isZero();
        school.learn().block();
        assertThat(school.get().like("柳浪", 9)).extracting(LearnedName::name).containsExactly("柳浪家园");
        assertThat(school.get().tickets()).isEqualTo(3);
    }

    private void closed(TicketRegistered told) {
        var number = new TicketNumber(told.number());
        var theirs = new Holding(desks.seenBy(People.CENTRE_CLERK), number, null);
        heard(desks.dispatching.open(told));
        desks.units.acknowledge(theirs).block();
        desks.units
                .reply(theirs, new Answer(true, true, null, ReplyOutcome.SOLVED, "已解决", "已解决", List.of()))
                .block();
        heard(desks.dispatching.close(new TicketClosed(told.number(), "REVISITED", desks.clock.instant())));
    }

    private void heard(Mono<?> reaction) {
        reaction.contextWrite(Cause.event("630100", "/intake/ticket", ++sequence, null)
                        .context())
                .block();
    }
}
