package cn.hotline.access.web;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The public keys of the identity provider: fetched when first needed, asked for again when a token comes that has not
 * been seen, but at most every {@link #FRESH}, however many unknown tokens come; while the provider is away the keys
 * last fetched are good. Thread-safe.
 */
final class ProviderKeys {

    static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration FAILED = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(ProviderKeys.class);

    private final AtomicReference<@Nullable JWKSet> kept = new AtomicReference<>();
    private final Mono<JWKSet> fetched;
    private final Runnable changed;

    /**
     * @param changed told when other keys are good than before
     * @param timer by which keys grow stale
     */
    ProviderKeys(URI address, Runnable changed, Scheduler timer) {
        this.changed = changed;
        this.fetched = WebClient.create()
                .get()
                .uri(address)
                .retrieve()
                .bodyToMono(String.class)
                .map(ProviderKeys::parsed)
                .timeout(PATIENCE)
                .doOnNext(this::keep)
                .doOnError(reason ->
                        LOG.warn("The identity provider's keys at {} cannot be read: {}", address, reason.toString()))
                .cache(keys -> FRESH, failure -> FAILED, () -> FAILED, timer);
    }

    /** The keys that may have signed it; an error 503 when no key could ever be fetched. */
    Flux<JWK> of(SignedJWT token) {
        JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
        return fetched.onErrorResume(away -> lastKnown()).flatMapIterable(selector::select);
    }

    private Mono<JWKSet> lastKnown() {
        JWKSet last = kept.get();
        return last == null
                ? Mono.error(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "identity provider away"))
                : Mono.just(last);
    }

    private void keep(JWKSet keys) {
        JWKSet before = kept.getAndSet(keys);
        if (before != null && !before.equals(keys)) {
            changed.run();
        }
    }

    private static JWKSet parsed(String body) {
        try {
            return JWKSet.parse(body);
        } catch (ParseException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
