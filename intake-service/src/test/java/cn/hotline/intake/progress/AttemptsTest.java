package cn.hotline.intake.progress;

import static cn.hotline.intake.Story.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Attempts attempts = new Attempts(2, Duration.ofMinutes(15), moving());

    @Test
    void tooOftenIsToldHowLongToWait() {
        assertThat(attempts.tryOnceMore("a")).isEmpty();
        now.set(NOW.plusSeconds(60));
        assertThat(attempts.tryOnceMore("a")).isEmpty();
        assertThat(attempts.tryOnceMore("a")).contains(Duration.ofMinutes(14));
        assertThat(attempts.tryOnceMore("b")).isEmpty();
    }

    @Test
    void tryingOnDoesNotMakeTheWaitLonger() {
        for (int i = 0; i < 10; i++) {
            attempts.tryOnceMore("a");
        }
        now.set(NOW.plus(Duration.ofMinutes(15)));
        assertThat(attempts.tryOnceMore("a")).isEmpty();
    }

    @Test
    void theLatestAreKeptHoweverManyThereAre() {
        attempts.tryOnceMore("a");
        attempts.tryOnceMore("a");
        for (int i = 0; i < 99_999; i++) {
            attempts.tryOnceMore("n" + i);
        }
        assertThat(attempts.tryOnceMore("a")).isPresent();
    }

    private Clock moving() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }
}
