package cn.hotline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FiguresTest {

    private final Figures figures = new Figures()
            .about("registered/s", 1234.5)
            .about("ratio", 0.49251)
            .whole("lost", 0)
            .said("sustained", "yes");

    @Test
    void aLineIsANameAndAValueOfThreeDigits() {
        assertThat(figures.lines()).isEqualTo("registered/s 1230\nratio 0.493\nlost 0\nsustained yes");
    }

    @Test
    void aShareOfNothingIsNothing() {
        assertThat(new Figures().about("ratio", 1 / 0.0).lines()).isEqualTo("ratio 0");
    }

    @Test
    void theFileHoldsTheFiguresWithTheMachineAndTheSettings(@TempDir Path folder) throws IOException {
        Path file = figures.write(folder, "register", Map.of("cores", 2), Map.of("connections", 64));

        JsonNode written = new JsonMapper().readTree(Files.readString(file));
        assertThat(file.getFileName().toString()).matches("register-\\d{8}-\\d{6}\\.json");
        assertThat(written.at("/figures/ratio").asDouble()).isEqualTo(0.493);
        assertThat(written.at("/machine/cores").asInt()).isEqualTo(2);
        assertThat(written.at("/settings/connections").asInt()).isEqualTo(64);
    }
}
