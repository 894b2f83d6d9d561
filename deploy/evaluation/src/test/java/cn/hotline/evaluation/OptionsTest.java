package cn.hotline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void withoutOptionsItRunsOnPort8080WithWhatItsFolderHolds() {
        assertThat(Options.of()).isEqualTo(new Options(Path.of("data"), 8080, false, null, null));
    }

    @Test
    void everyOptionIsHeard() {
        assertThat(Options.of(
                        "--demo", "--data", "/d", "--port", "9000", "--kafka", "k:9092", "--mongo", "mongodb://m"))
                .isEqualTo(new Options(Path.of("/d"), 9000, true, "k:9092", "mongodb://m"));
    }

    @ParameterizedTest
    @CsvSource({
        "--prot 9000, --prot 这个选项",
        "--port, --port 后面缺少取值",
        "--port --demo, --port 后面缺少取值",
        "--port 80a, --port 应为",
        "--port 65519, --port 应为",
        "--port 0, --port 应为",
        "--mongo localhost:27017, --mongo 应以 mongodb:// 开头"
    })
    void whatMakesNoSenseIsSaidInASentence(String line, String sentence) {
        assertThatThrownBy(() -> Options.of(line.split(" ")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining(" / ");
    }
}
