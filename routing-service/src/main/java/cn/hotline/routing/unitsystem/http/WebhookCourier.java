package cn.hotline.routing.unitsystem.http;

import cn.hotline.routing.unitsystem.Courier;
import cn.hotline.routing.unitsystem.Envelope;
import cn.hotline.routing.unitsystem.Letter;
import cn.hotline.routing.unitsystem.NotDelivered;
import cn.hotline.routing.unitsystem.model.UnitSystem;
import cn.hotline.routing.unitsystem.model.UnitSystem.Webhook;
import cn.hotline.routing.unitsystem.model.Way;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * To the address a unit gave, signed, one letter at a time, so that their order holds: given up on when it is slow, tried
 * again a little later, left alone for a while when it fails. Redirections are not followed.
 */
public final class WebhookCourier implements Courier {

    private static final MediaType CLOUD_EVENT = MediaType.parseMediaType("application/cloudevents+json");

    private final Destinations destinations;
    private final WebClient client;
    private final CircuitBreakerRegistry breakers;
    private final Retry retry;
    private final TimeLimiter limiter;
    private final JsonMapper json;
    private final String tenant;
    private final Clock clock;

    /** @param local whether http, and this machine itself, may be called: for trying things out */
    public WebhookCourier(
            boolean local,
            CircuitBreakerRegistry breakers,
            Retry retry,
            TimeLimiter limiter,
            JsonMapper json,
            String tenant,
            Clock clock) {
        this.destinations = new Destinations(local);
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                        .resolvedAddressesSelector((config, resolved) -> destinations.allowed(resolved))))
                .build();
        this.breakers = breakers;
        this.retry = retry;
        this.limiter = limiter;
        this.json = json;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** Whether notices may be sent there at all. */
    public boolean mayLeadTo(String url) {
        try {
            return destinations.allows(URI.create(url));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    @Override
    public Way way() {
        return Way.WEBHOOK;
    }

    @Override
    public Flux<Long> carry(UnitSystem system, List<Letter> letters) {
        return Flux.fromIterable(letters)
                .concatMap(
                        letter -> guarded(system, post(Objects.requireNonNull(system.webhook()), letter))
                                .thenReturn(letter.sequence()),
                        0);
    }

    private Mono<HttpStatusCode> guarded(UnitSystem system, Mono<HttpStatusCode> posting) {
        return posting.transformDeferred(TimeLimiterOperator.of(limiter))
                .transformDeferred(CircuitBreakerOperator.of(
                        breakers.circuitBreaker(system.unit().code())))
                .transformDeferred(RetryOperator.of(retry))
                .onErrorMap(WebhookCourier::inWords);
    }

    private Mono<HttpStatusCode> post(Webhook webhook, Letter letter) {
        return Mono.defer(() -> {
            if (!mayLeadTo(webhook.url())) {
                return Mono.error(new NotDelivered("回调地址不允许"));
            }
            byte[] body = json.writeValueAsBytes(Envelope.of(letter, tenant));
            long moment = clock.instant().getEpochSecond();
            return client.post()
                    .uri(URI.create(webhook.url()))
                    .contentType(CLOUD_EVENT)
                    .header("Hotline-Timestamp", String.valueOf(moment))
                    .header("Hotline-Signature", Signature.of(webhook.secret(), moment, body))
                    .bodyValue(body)
                    .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode()))
                    .flatMap(WebhookCourier::accepted);
        });
    }

    private static Mono<HttpStatusCode> accepted(HttpStatusCode status) {
        return status.is2xxSuccessful() ? Mono.just(status) : Mono.error(new NotDelivered("对方回答 " + status.value()));
    }

    private static Throwable inWords(Throwable problem) {
        if (problem instanceof NotDelivered) {
            return problem;
        }
        if (problem instanceof TimeoutException) {
            return new NotDelivered("对方超时没有回答");
        }
        return new NotDelivered(problem instanceof CallNotPermittedException ? "连续失败，暂停片刻再试" : "连不上对方");
    }
}
