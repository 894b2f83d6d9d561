package cn.hotline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTextTest {

    /** Half past midnight in Beijing, still the day before in Greenwich. */
    private static final Instant NOW = Instant.parse("2026-11-21T16:30:00Z");

    private final ClockText text = new ClockText(Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T03:00:00Z,今日 11:00,今日 11:00",
        "2026-11-21T11:42:00Z,昨日 19:42,昨日 19:42",
        "2026-11-23T02:42:00Z,明日 10:42,明日 10:42",
        "2026-11-08T06:20:00Z,11-08,11-08 14:20",
        "2025-11-08T06:20:00Z,2025-11-08,2025-11-08 14:20"
    })
    void saysWhenByTheDayInBeijing(Instant at, String brief, String full) {
        assertThat(text.brief(at)).isEqualTo(brief);
        assertThat(text.full(at)).isEqualTo(full);
    }

    @Test
    void saysThePromiseInWordsOneCanReadOut() {
        assertThat(text.spoken(Instant.parse("2026-11-23T02:42:00Z"))).isEqualTo("11 月 23 日 10:42");
        assertThat(text.time(NOW)).isEqualTo("00:30");
    }

    @Test
    void saysNothingOfWhatIsNotKnown() {
        assertThat(text.brief(null)).isEmpty();
        assertThat(text.full(null)).isEmpty();
        assertThat(text.time(null)).isEmpty();
        assertThat(text.spoken(null)).isEmpty();
    }
}
