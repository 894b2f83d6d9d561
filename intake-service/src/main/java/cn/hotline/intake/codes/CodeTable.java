package cn.hotline.intake.codes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a code list from the class path: tab-separated, one header line, {@code #} begins a comment. */
final class CodeTable {

    private CodeTable() {}

    /**
     * The rows by their first column, in file order.
     *
     * @throws IllegalStateException when the file is missing or a row has fewer cells than wanted
     */
    static Map<String, List<String>> read(String resource, int cells) {
        try (InputStream stream = CodeTable.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("Code list " + resource + " is missing");
            }
            Map<String, List<String>> rows = new LinkedHashMap<>();
            new BufferedReader(new InputStreamReader(stream, UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> List.of(line.split("\t", -1)))
                    .forEach(row -> {
                        if (row.size() < cells) {
                            throw new IllegalStateException(resource + ": too few cells in " + row);
                        }
                        rows.put(row.get(0), row);
                    });
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
