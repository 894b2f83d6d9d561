package cn.hotline.intake.relay.mongo;

import static cn.hotline.intake.Story.NOW;
import static cn.hotline.intake.Story.PHONE;
import static cn.hotline.intake.Story.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.StoreInMemory;
import cn.hotline.intake.callers.model.PhoneNumber;
import cn.hotline.intake.relay.RelayNumbers.Lent;
import cn.hotline.intake.relay.model.Relay;
import cn.hotline.intake.relay.model.RelayCall;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PooledRelayNumbersIT {

    private static final StoreInMemory STORE = new StoreInMemory();
    private static final PhoneNumber FIRST = new PhoneNumber("09719500001");
    private static final PhoneNumber SECOND = new PhoneNumber("09719500002");

    private final DocumentStore<?> documents = STORE.documents();
    private final PooledRelayNumbers pool = at(NOW);

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @Test
    void aNumberIsLentToOneAtATime() {
        assertThat(bind(pool).number()).isEqualTo(FIRST);
        assertThat(bind(pool).number()).isEqualTo(SECOND);
        assertThatThrownBy(() -> bind(pool)).hasMessage("All relay numbers are lent");
    }

    @Test
    void onceALoanIsOverTheNumberIsLentAgain() {
        Lent before = bind(pool);
        Lent after = bind(at(NOW.plusSeconds(3600)));
        assertThat(after.number()).isEqualTo(before.number());
        assertThat(after.binding()).isNotEqualTo(before.binding());
    }

    @Test
    void callsAreLoggedWithTheLoanTheyWereMadeIn() {
        Lent first = bind(pool);
        assertThat(done(pool.dialled(FIRST, 63))).isTrue();
        PooledRelayNumbers later = at(NOW.plusSeconds(3600));
        assertThat(done(later.dialled(FIRST, 5))).isFalse();
        Lent second = done(later.bind(PHONE, NOW.plusSeconds(7200)));
        assertThat(done(later.dialled(FIRST, 7))).isTrue();
        assertThat(done(pool.calls(first.binding()))).containsExactly(new RelayCall(NOW, 63));
        assertThat(done(pool.calls(second.binding()))).containsExactly(new RelayCall(NOW.plusSeconds(3600), 7));
        assertThat(done(pool.calls("x-unknown"))).isEmpty();
    }

    @Test
    void whatUnitsWereGivenIsKeptLatestFirst() {
        MongoRelays relays = new MongoRelays(documents);
        Relay old = new Relay("XN240618-000123", "630104", "x-1", FIRST, NOW, "unit-630104");
        Relay later = new Relay("XN240618-000123", "630104", "x-2", SECOND, NOW.plusSeconds(60), "unit-630104");
        done(relays.save(old));
        done(relays.save(later));
        done(relays.save(new Relay("XN240618-000124", "630104", "x-3", SECOND, NOW, "unit-630104")));
        assertThat(done(relays.of("XN240618-000123").collectList())).containsExactly(later, old);
    }

    private PooledRelayNumbers at(Instant now) {
        return new PooledRelayNumbers(documents, List.of(FIRST, SECOND), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Lent bind(PooledRelayNumbers pool) {
        return done(pool.bind(PHONE, NOW.plusSeconds(3600)));
    }
}
