package cn.hotline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.evaluation.Fault;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void withoutOptionsAHotlineOfOurOwnIsMeasuredForHalfAMinuteAtTheHighestRateItSustains() {
        Options options = Options.of();

        assertThat(options.url()).isNull();
        assertThat(options.rate()).isNull();
        assertThat(options.measured()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aRunningHotlineIsNamedByItsGateway() {
        assertThat(Options.of("--url", "http://localhost:8080", "--rate", "300").url())
                .isEqualTo(URI.create("http://127.0.0.1:8080"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--url http://example.org:80",
                "--url https://localhost:8080",
                "--rate 0",
                "--rate many",
                "--seconds -1",
                "--rate",
                "--speed 3"
            })
    void whatMakesNoSenseIsSaidInASentence(String line) {
        assertThatThrownBy(() -> Options.of(line.split(" "))).isInstanceOf(Fault.class);
    }
}
