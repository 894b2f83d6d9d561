package cn.hotline.evaluation.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The file {@code demo/demo-appeals.tsv}. */
final class DemoTexts {

    private static final String FILE = "/demo/demo-appeals.tsv";

    private DemoTexts() {}

    static List<DemoText> all() {
        try (InputStream file = DemoTexts.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> DemoText.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
