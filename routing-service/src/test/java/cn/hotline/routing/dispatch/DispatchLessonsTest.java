package cn.hotline.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.hotline.chassis.Cause;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.routing.learning.LabelledText;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispatchLessonsTest {

    private final Desks desks = new Desks();
    private final DispatchLessons lessons = new DispatchLessons(desks.dispatches, desks.clock);
    private int sequence;

    @Test
    void whatAPersonChoseTeachesAndWhatOnlyTheLexiconSaidDoesNot() {
        opened(Tickets.plain("XN261123-000001"));
        opened(Tickets.registered("XN261123-000002", "噪音", "楼下太吵了", "城中区", "EE-NOISE"));

        assertThat(learned())
                .extracting(LabelledText::id, LabelledText::label)
                .containsExactly(tuple("XN261123-000002", "EE-NOISE"));
    }

    @Test
    void aTicketTeachesTheClassItHasOfWhateverLevel() {
        opened(Tickets.registered("XN261123-000001", "广场舞", "楼下太吵了", "城中区", "EE-NOISE-DANCE"));
        opened(Tickets.registered("XN261123-000002", "环境", "楼下太吵了", "城中区", "EE"));

        assertThat(learned()).extracting(LabelledText::label).containsExactlyInAnyOrder("EE-NOISE-DANCE", "EE");
    }

    @Test
    void confidentialTicketsTeachNothing() {
        opened(Tickets.confidential("XN261123-000001"));

        assertThat(learned()).isEmpty();
    }

    private List<LabelledText> learned() {
        return lessons.newest()
                .collectList()
                .contextWrite(
                        Cause.command("630100", "routing-service", null, null).context())
                .block();
    }

    private void opened(TicketRegistered told) {
        desks.dispatching
                .open(told)
                .contextWrite(Cause.event("630100", "/intake/ticket", ++sequence, null)
                        .context())
                .block();
    }
}
