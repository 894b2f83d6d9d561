package cn.hotline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.access.testing.TestProvider;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

class ProviderKeysIT {

    private final TestProvider provider = new TestProvider();
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final AtomicInteger changes = new AtomicInteger();
    private final ProviderKeys keys = new ProviderKeys(provider.keys(), changes::incrementAndGet, time);

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void nothingIsFetchedBeforeSomebodyComes() {
        assertThat(provider.asked()).isZero();
        assertThat(keysFor(provider)).hasSize(1);
        assertThat(provider.asked()).isEqualTo(1);
    }

    @Test
    void aNewKeyIsFoundAfterAWhileAndTheOldOneForgotten() {
        SignedJWT old = token(provider);
        assertThat(keys.of(old).collectList().block()).hasSize(1);
        provider.changeKey("test-2");
        assertThat(keysFor(provider)).isEmpty();

        time.advanceTimeBy(ProviderKeys.FRESH);

        assertThat(keysFor(provider)).hasSize(1);
        assertThat(keys.of(old).collectList().block()).isEmpty();
        assertThat(changes).hasValue(1);
    }

    @Test
    void theLastKeysAreGoodWhileTheProviderIsAway() {
        assertThat(keysFor(provider)).hasSize(1);
        provider.close();
        time.advanceTimeBy(ProviderKeys.FRESH);
        assertThat(keysFor(provider)).hasSize(1);
        assertThat(changes).hasValue(0);
    }

    private List<JWK> keysFor(TestProvider provider) {
        return keys.of(token(provider)).collectList().block();
    }

    private static SignedJWT token(TestProvider provider) {
        try {
            return SignedJWT.parse(provider.token(SignedIn.as(Role.OPERATOR)));
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
