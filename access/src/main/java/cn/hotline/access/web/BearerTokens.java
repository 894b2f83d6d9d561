package cn.hotline.access.web;

import cn.hotline.access.AccessProperties;
import cn.hotline.access.KnownUnits;
import cn.hotline.access.Person;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Which tokens are good and whom they speak for. What was found of a token is kept for some minutes, since the same few
 * hundred come with every request; a provider that changes its keys empties what is kept. Thread-safe.
 */
final class BearerTokens {

    private static final int KEPT = 4_000;
    /** How long a key that the provider has withdrawn may still be believed. */
    private static final Duration BELIEVED = Duration.ofMinutes(5);
    /** By how much the clocks of provider and services may differ. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final Cache<String, Good> good =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(BELIEVED).build();
    private final NimbusReactiveJwtDecoder decoder;
    private final KnownUnits units;
    private final Clock clock;

    BearerTokens(AccessProperties properties, KnownUnits units, Clock clock, Scheduler timer) {
        this.units = units;
        this.clock = clock;
        ProviderKeys keys = new ProviderKeys(properties.jwkSetUri(), good::invalidateAll, timer);
        // One algorithm, named here and not by the token: neither "none" nor a key used as a shared secret gets
        // through.
        decoder = NimbusReactiveJwtDecoder.withJwkSource(keys::of)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .validateType(false)
                .build();
        var lifetime = new JwtTimestampValidator(SKEW);
        lifetime.setAllowEmptyExpiryClaim(false);
        lifetime.setClock(clock);
        var type = new JwtTypeValidator("JWT", "at+jwt");
        type.setAllowEmpty(true);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                type,
                lifetime,
                new JwtClaimValidator<>(
                        JwtClaimNames.ISS, issuer -> properties.issuers().contains(Objects.toString(issuer, ""))),
                new JwtAudienceValidator(properties.audience())));
    }

    /**
     * Whom a token speaks for; an {@link InvalidBearerTokenException} for one that is not good, an error 503 when the
     * provider was never there to say.
     */
    Mono<Good> read(String token) {
        Good known = good.getIfPresent(token);
        if (known != null) {
            return clock.instant().isBefore(known.until().plus(SKEW))
                    ? Mono.just(known)
                    : Mono.error(() -> new InvalidBearerTokenException("expired"));
        }
        return decoder.decode(token)
                .map(jwt -> new Good(PersonClaims.read(jwt, units), Objects.requireNonNull(jwt.getExpiresAt())))
                .doOnNext(read -> good.put(token, read))
                .onErrorMap(BearerTokens::problem);
    }

    private static Throwable problem(Throwable reason) {
        // The decoder wraps what it hears from the source of keys.
        for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResponseStatusException away) {
                return away;
            }
        }
        return reason instanceof JwtException ? new InvalidBearerTokenException("not good", reason) : reason;
    }

    /**
     * @param person without an address: the same token may come from several
     * @param until when the token ends
     */
    record Good(Person person, Instant until) {}
}
