package cn.hotline.routing.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.routing.dispatch.Writers.What;
import cn.hotline.routing.dispatch.Writers.Writer;
import cn.hotline.routing.dispatch.model.TicketNumber;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritersTest {

    private static final String XINING = "630100";
    private static final TicketNumber TICKET = new TicketNumber("XN261123-000001");

    private final Desks.HandClock clock = new Desks().clock;
    private final Writers writers = new Writers(clock);

    @Test
    void whoeverLooksSeesWhoElseWritesAndNotThemselves() {
        writers.writes(XINING, TICKET, People.CENTRE_CLERK, What.REPLY);

        assertThat(beside(TICKET)).containsExactly("李芳正在填写答复");
        assertThat(writers.beside(XINING, TICKET, People.CENTRE_CLERK)).isEmpty();
    }

    @Test
    void onlyTheBeginningAnotherFormAndTheEndAreNews() {
        assertThat(writers.writes(XINING, TICKET, People.CENTRE_CLERK, What.REPLY))
                .isTrue();
        assertThat(writers.writes(XINING, TICKET, People.CENTRE_CLERK, What.REPLY))
                .isFalse();
        assertThat(writers.writes(XINING, TICKET, People.CENTRE_CLERK, What.RETURN))
                .isTrue();
        assertThat(writers.stops(XINING, TICKET, People.CENTRE_CLERK)).isTrue();
        assertThat(writers.stops(XINING, TICKET, People.CENTRE_CLERK)).isFalse();
    }

    @Test
    void whoeverSaysNothingForAWhileHasStopped() {
        writers.writes(XINING, TICKET, People.CENTRE_CLERK, What.REPLY);
        clock.pass(Writers.PATIENCE.minusSeconds(1));
        assertThat(beside(TICKET)).hasSize(1);
        clock.pass(Duration.ofSeconds(1));

        assertThat(beside(TICKET)).isEmpty();
    }

    @Test
    void anotherTicketAndAnotherTenantAreAnotherMatter() {
        writers.writes(XINING, TICKET, People.CENTRE_CLERK, What.REPLY);

        assertThat(beside(new TicketNumber("XN261123-000002"))).isEmpty();
        assertThat(writers.beside("630200", TICKET, People.CENTRE_HEAD)).isEmpty();
    }

    private List<String> beside(TicketNumber ticket) {
        return writers.beside(XINING, ticket, People.CENTRE_HEAD).stream()
                .map(Writer::words)
                .toList();
    }
}
