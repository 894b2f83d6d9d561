package cn.hotline.intake.registration.web;

import static cn.hotline.intake.Story.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.intake.Story;
import cn.hotline.intake.codes.Channels;
import cn.hotline.intake.codes.Codes;
import cn.hotline.intake.progress.model.Progress;
import cn.hotline.intake.progress.model.Progress.Step;
import cn.hotline.intake.progress.model.Stage;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.ui.ClockText;
import cn.hotline.ui.TimelineEntry;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final Step DISPATCHED =
            new Step(NOW.plusSeconds(60), Stage.DISPATCHED, "城西区政府", List.of("630104"), NOW);
    private static final Step ACKNOWLEDGED = new Step(NOW.plusSeconds(600), Stage.IN_PROGRESS, null, null, null);

    @Test
    void aNewTicketWaitsToBeDispatched() {
        assertThat(course(Story.ticket())).containsExactly("受理登记，转责任单位办理", "正在分类派单");
    }

    @Test
    void theStoryIsToldInTheOrderInWhichItHappened() {
        Ticket corrected = Story.ticket()
                .correct(1, Story.matter(), "楼号记错", null, NOW.plusSeconds(300))
                .state();
        assertThat(course(corrected, DISPATCHED, ACKNOWLEDGED))
                .containsExactly("受理登记，转责任单位办理", "已派单：城西区政府", "更正", "办理中", "承办单位正在办理");
    }

    @Test
    void aClosedTicketWaitsForNothing() {
        Step closed = new Step(NOW.plusSeconds(900), Stage.CLOSED, null, null, null);
        List<TimelineEntry> told = entries(Story.ticket().close().state(), DISPATCHED, closed);
        assertThat(told).extracting(TimelineEntry::words).endsWith("已办结");
        assertThat(told).noneMatch(TimelineEntry::current);
    }

    private static List<String> course(Ticket ticket, Step... steps) {
        return entries(ticket, steps).stream().map(TimelineEntry::words).toList();
    }

    private static List<TimelineEntry> entries(Ticket ticket, Step... steps) {
        Progress progress = new Progress(ticket.number().value(), List.of(steps), Set.of());
        return Course.of(TicketView.of(ticket, progress, new Channels(), new Codes()), new ClockText(Story.CLOCK));
    }
}
