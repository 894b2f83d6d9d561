package cn.hotline.reporting.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.reporting.export.Cell.Moment;
import cn.hotline.reporting.export.Cell.Share;
import cn.hotline.reporting.export.Cell.Whole;
import cn.hotline.reporting.export.Cell.Words;
import cn.hotline.reporting.export.Table.Column;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table as CSV (RFC 4180), in UTF-8 with the mark by which Excel knows it. A text that looks like a formula gets an
 * apostrophe, since CSV has no types.
 */
public final class CsvFile {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String END = "\r\n";

    private CsvFile() {}

    public static byte[] write(Table table, Mark mark, ZoneId zone) {
        String heads =
                table.columns().stream().map(Column::head).map(CsvFile::quoted).collect(Collectors.joining(","));
        Stream<String> rows = table.rows().stream()
                .map(row -> row.stream().map(cell -> text(cell, zone)).collect(Collectors.joining(",")));
        return Stream.of(Stream.of(heads), rows, Stream.of(quoted(mark.text())))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(END, "\uFEFF", END))
                .getBytes(UTF_8);
    }

    private static String text(Cell cell, ZoneId zone) {
        if (cell instanceof Words words) {
            return quoted(words.looksLikeAFormula() ? "'" + words.text() : words.text());
        }
        if (cell instanceof Moment moment) {
            return MINUTES.format(moment.at().atZone(zone));
        }
        return cell instanceof Share share ? String.valueOf(share.value()) : String.valueOf(((Whole) cell).value());
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
