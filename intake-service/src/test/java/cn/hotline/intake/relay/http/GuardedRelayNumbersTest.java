package cn.hotline.intake.relay.http;

import static cn.hotline.intake.Story.NOW;
import static cn.hotline.intake.Story.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.intake.callers.model.PhoneNumber;
import cn.hotline.intake.relay.RelayNumbers;
import cn.hotline.intake.relay.model.RelayCall;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class GuardedRelayNumbersTest {

    private final Exchange exchange = new Exchange();
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "relay",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(4)
                    .minimumNumberOfCalls(4)
                    .build());

    @Test
    void aFailureIsRememberedForSomeMinutesOrUntilItWorksAgain() {
        GuardedRelayNumbers guarded = at(NOW);
        assertThat(guarded.isDown()).isFalse();
        exchange.answer = Mono.error(new IllegalStateException("no line"));
        assertThatThrownBy(() -> bind(guarded)).isInstanceOf(IllegalStateException.class);
        assertThat(guarded.isDown()).isTrue();
        exchange.answer = lent();
        bind(guarded);
        assertThat(guarded.isDown()).isFalse();
    }

    @Test
    void whatNeverAnswersIsGivenUpOn() {
        exchange.answer = Mono.never();
        assertThatThrownBy(() -> bind(at(NOW))).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void whatFailsAgainAndAgainIsLeftAloneAndStillDown() {
        GuardedRelayNumbers guarded = at(NOW);
        exchange.answer = Mono.error(new IllegalStateException("no line"));
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> bind(guarded)).isInstanceOf(IllegalStateException.class);
        }
        exchange.answer = lent();
        assertThatThrownBy(() -> bind(guarded)).isInstanceOf(CallNotPermittedException.class);
        assertThat(guarded.isDown()).isTrue();
    }

    private GuardedRelayNumbers at(Instant now) {
        return new GuardedRelayNumbers(
                exchange, breaker, TimeLimiter.of(Duration.ofMillis(50)), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void bind(GuardedRelayNumbers guarded) {
        guarded.bind(PHONE, NOW).block();
    }

    private static Mono<RelayNumbers.Lent> lent() {
        return Mono.just(new RelayNumbers.Lent("x-1", new PhoneNumber("09719500001"), NOW));
    }

    private static final class Exchange implements RelayNumbers {

        private Mono<Lent> answer = lent();

        @Override
        public Mono<Lent> bind(PhoneNumber caller, Instant until) {
            return answer;
        }

        @Override
        public Mono<List<RelayCall>> calls(String binding) {
            return Mono.just(List.of());
        }
    }
}
