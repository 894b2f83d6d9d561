package cn.hotline.routing.notice.http;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.routing.notice.NoticeChannel;
import cn.hotline.routing.notice.NoticeChannel.Message;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A provider that is slow, or fails. */
class GuardedChannelTest {

    private static final Message MESSAGE =
            new Message("630103-1795480200000-0", List.of("0971-8230000"), "【12345热线】城中区政府", true);

    private final AtomicInteger asked = new AtomicInteger();
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "test",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(6)
                    .minimumNumberOfCalls(6)
                    .build());

    @Test
    void isAskedAgainAFewTimes() {
        NoticeChannel guarded = guarded(
                message -> asked.incrementAndGet() < 3 ? Mono.error(new IllegalStateException("503")) : Mono.empty());

        StepVerifier.create(guarded.send(MESSAGE)).verifyComplete();
        assertThat(asked).hasValue(3);
    }

    @Test
    void isLeftAloneWhenItGoesOnFailing() {
        NoticeChannel guarded = guarded(message -> {
            asked.incrementAndGet();
            return Mono.error(new IllegalStateException("503"));
        });

        for (int i = 0; i < 5; i++) {
            StepVerifier.create(guarded.send(MESSAGE)).verifyError();
        }
        assertThat(asked).hasValue(6);
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    @Test
    void isNotWaitedForWhenItIsSlow() {
        NoticeChannel guarded = guarded(message -> {
            asked.incrementAndGet();
            return Mono.never();
        });

        StepVerifier.create(guarded.send(MESSAGE)).verifyError(TimeoutException.class);
        assertThat(asked).hasValue(3);
    }

    @Test
    void isToldWhichMessageItIsAndNothingOfTheCaller() {
        AtomicReference<ClientRequest> sent = new AtomicReference<>();
        WebClient.Builder client = WebClient.builder().exchangeFunction(request -> {
            sent.set(request);
            return Mono.just(ClientResponse.create(HttpStatus.ACCEPTED).build());
        });

        StepVerifier.create(new ProviderChannel(client, URI.create("http://sms.invalid/send"), "key-of-the-city")
                        .send(MESSAGE))
                .verifyComplete();

        assertThat(sent.get().method().name()).isEqualTo("POST");
        assertThat(sent.get().url()).hasToString("http://sms.invalid/send");
        assertThat(sent.get().headers().getFirst("Idempotency-Key")).isEqualTo(MESSAGE.key());
        assertThat(sent.get().headers().getFirst("Authorization")).isEqualTo("Bearer key-of-the-city");
    }

    @Test
    void isNotBelievedWhenItSaysNo() {
        WebClient.Builder client = WebClient.builder()
                .exchangeFunction(request -> Mono.just(
                        ClientResponse.create(HttpStatus.TOO_MANY_REQUESTS).build()));

        StepVerifier.create(new ProviderChannel(client, URI.create("http://sms.invalid/send"), null).send(MESSAGE))
                .verifyError();
    }

    private NoticeChannel guarded(NoticeChannel provider) {
        RetryConfig retry = RetryConfig.custom()
                .maxAttempts(3)
                .waitDuration(Duration.ofMillis(1))
                .build();
        return new GuardedChannel(provider, TimeLimiter.of(Duration.ofMillis(20)), Retry.of("test", retry), breaker);
    }
}
