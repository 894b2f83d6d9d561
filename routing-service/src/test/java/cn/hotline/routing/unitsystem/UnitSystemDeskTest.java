package cn.hotline.routing.unitsystem;

import static cn.hotline.routing.dispatch.People.CENTRE;
import static cn.hotline.routing.unitsystem.Systems.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Refused;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.unitsystem.UnitSystemDesk.Asked;
import cn.hotline.routing.unitsystem.UnitSystemDesk.Registered;
import cn.hotline.routing.unitsystem.model.UnitSystemRefusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitSystemDeskTest {

    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final Systems all = new Systems();

    @Test
    void registeringOpensTheLineAndShowsThePasswordOnce() {
        Registered once = registered(true, null);
        Registered again = registered(true, null);

        assertThat(once.password()).isNotNull();
        assertThat(once.system().lineOpen()).isTrue();
        assertThat(again.password()).isNull();
        assertThat(all.broker.asked).containsExactly("open unit-630103 " + once.password(), "keep unit-630103");
    }

    @Test
    void whatBrokeOffHalfWayIsFinishedByDoingItAgain() {
        all.broker.problem = new Refused(UnitSystemRefusal.BROKER_AWAY);
        Refused away = catchThrowableOfType(Refused.class, () -> registered(true, null));
        all.broker.problem = null;

        Registered again = registered(true, null);

        assertThat(away.reason()).isEqualTo(UnitSystemRefusal.BROKER_AWAY);
        assertThat(again.password()).isNotNull();
        assertThat(again.system().lineOpen()).isTrue();
    }

    @Test
    void aWebhookKeepsItsSecretWhenItMoves() {
        Registered once = registered(false, "https://a.example/");
        Registered moved = registered(false, "https://b.example/");

        assertThat(once.webhookSecret()).isNotNull();
        assertThat(moved.webhookSecret()).isNull();
        assertThat(moved.system().webhook().secret()).isEqualTo(once.webhookSecret());
        assertThat(moved.system().webhook().url()).isEqualTo("https://b.example/");
    }

    @Test
    void renewedSecretsAreOthers() {
        Registered once = registered(true, "https://a.example/");

        Registered renewed = done(all.systems.renew(CENTRE, "admin"));

        assertThat(renewed.password()).isNotNull().isNotEqualTo(once.password());
        assertThat(renewed.webhookSecret()).isNotNull().isNotEqualTo(once.webhookSecret());
    }

    @Test
    void withoutALineItNeedsNoBrokerThatGuards() {
        all.broker.problem = new Refused(UnitSystemRefusal.BROKER_UNGUARDED);

        assertThat(registered(false, "https://a.example/").system().active()).isTrue();
        assertThat(catchThrowableOfType(Refused.class, () -> registered(true, null))
                        .reason())
                .isEqualTo(UnitSystemRefusal.BROKER_UNGUARDED);
    }

    @Test
    void takenOffItIsLetInNoMoreAndIsNotThere() {
        registered(true, null);

        done(all.systems.takeOff(CENTRE, "admin"));

        assertThat(all.broker.asked).contains("close unit-630103");
        assertThat(catchThrowableOfType(Refused.class, () -> done(all.systems.condition(CENTRE.code())))
                        .reason())
                .isEqualTo(UnitSystemRefusal.NO_SYSTEM);
        assertThat(registered(true, null).password()).isNotNull();
    }

    @Test
    void secretsAreNotSaidByAccident() {
        Registered once = registered(true, "https://a.example/");

        assertThat(once.toString() + once.system()).doesNotContain(once.password(), once.webhookSecret());
    }

    @Test
    void itIsSilentWhenTicketsWaitAndNothingIsHeardOfIt() {
        registered(true, null);
        assertThat(isSilent()).isFalse();
        done(all.desks.dispatching.open(Tickets.plain("XN261123-000001")));
        assertThat(isSilent()).isFalse();

        all.desks.clock.pass(TWO_HOURS.plusMinutes(1));
        assertThat(isSilent()).isTrue();

        done(new FetchDesk(all.mailbox, all.ways, all.desks.clock)
                .after(done(all.systems.inUse(CENTRE.code())), 0, 10));
        assertThat(isSilent()).isFalse();
    }

    private boolean isSilent() {
        return done(all.systems.condition(CENTRE.code())).isSilent(TWO_HOURS, all.desks.clock.instant());
    }

    private Registered registered(boolean line, @Nullable String webhook) {
        return done(all.systems.register(CENTRE, new Asked("unit-630103-system", line, webhook), "admin"));
    }
}
