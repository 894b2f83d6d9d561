package cn.hotline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, by name, in the order of importance. */
final class Figures {

    private static final MathContext DIGITS = new MathContext(3);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Map<String, Object> figures = new LinkedHashMap<>();

    Figures whole(String name, long value) {
        figures.put(name, value);
        return this;
    }

    /** Three digits: more would pretend. */
    Figures about(String name, double value) {
        figures.put(
                name,
                Double.isFinite(value)
                        ? new BigDecimal(new BigDecimal(value).round(DIGITS).toPlainString())
                        : BigDecimal.ZERO);
        return this;
    }

    /** Shares, which are compared to the fourth digit. */
    Figures share(String name, double value) {
        figures.put(name, new BigDecimal(value).setScale(4, RoundingMode.HALF_UP));
        return this;
    }

    Figures said(String name, String value) {
        figures.put(name, value);
        return this;
    }

    /** Lines of {@code name value}. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        figures.forEach((name, value) -> lines.append(lines.isEmpty() ? "" : "\n")
                .append(name)
                .append(' ')
                .append(value instanceof BigDecimal number ? number.toPlainString() : value));
        return lines.toString();
    }

    /**
     * Writes them with all that is needed to understand them.
     *
     * @return the file
     */
    Path write(Path folder, String scenario, Map<String, Object> machine, Map<String, Object> settings) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("scenario", scenario);
        all.put("machine", machine);
        all.put("settings", settings);
        all.put("figures", figures);
        Path file = folder.resolve(scenario + "-" + NAME.format(LocalDateTime.now()) + ".json");
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        try {
            Files.createDirectories(folder);
            return Files.writeString(file, json.writeValueAsString(all) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
