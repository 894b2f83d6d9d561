package cn.hotline.routing.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.routing.deadline.model.WorkingCalendar;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.dispatch.model.Answering;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Reply;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketClocksTest {

    private final Desks desks = new Desks();

    @Test
    void aDeadlineOverAYearThatIsNotPublishedSaysSoAsLongAsItRuns() {
        assertThat(noteOf(opened("XN261123-000001"))).as("within the year").isNull();
        desks.clock.pass(Duration.ofDays(38)); // 31 December, due in a year without holidays yet
        Dispatch overNewYear = opened("XN261123-000002");
        assertThat(noteOf(overNewYear)).isEqualTo(WorkingCalendar.ASSUMED);

        Instant now = desks.clock.instant();
        Dispatch taken = overNewYear.acknowledge(People.CENTRE_CLERK, now).state();
        assertThat(noteOf(taken)).isEqualTo(WorkingCalendar.ASSUMED);
        Reply reply = new Reply(null, false, null, ReplyOutcome.EXPLAINED, "电话未通", "已说明情况", now, List.of());
        assertThat(noteOf(Answering.reply(taken, reply, People.CENTRE_CLERK).state()))
                .as("nothing is due any more")
                .isNull();
    }

    private Dispatch opened(String number) {
        return desks.dispatching
                .open(Tickets.plain(number))
                .blockOptional()
                .orElseThrow()
                .state();
    }

    private String noteOf(Dispatch ticket) {
        return new TicketClocks(ticket, desks.clock).calendarNote();
    }
}
