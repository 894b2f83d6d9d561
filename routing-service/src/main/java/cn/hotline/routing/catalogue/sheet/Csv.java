package cn.hotline.routing.catalogue.sheet;

import cn.hotline.routing.catalogue.sheet.Sheet.Row;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Comma-separated (RFC 4180), UTF-8 with the mark by which Excel knows it. A cell that a spreadsheet would take for a
 * formula gets an apostrophe before it, which is taken off again on the way back.
 */
final class Csv {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    private static final String MARK = "\uFEFF";

    /** Also with apostrophes before it, so that taking one off is just the way back. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private Csv() {}

    static byte[] write(Sheet sheet) {
        StringBuilder text = new StringBuilder(MARK);
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(sheet.header());
            for (Row row : sheet.rows()) {
                printer.printRecord(row.cells().stream().map(Csv::neutral));
            }
            printer.printRecord(Sheet.COLOPHON + sheet.colophon());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static List<Row> read(byte[] file) {
        // What Excel saves as CSV on a Chinese Windows is GB 18030.
        String text = decoded(file, StandardCharsets.UTF_8)
                .or(() -> decoded(file, Charset.forName("GB18030")))
                .orElseThrow(() -> Sheet.faulty("文件", "文件不是 UTF-8 或 GB18030 编码的 CSV，也不是 XLSX"));
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = FORMAT.parse(new StringReader(text.startsWith(MARK) ? text.substring(1) : text))) {
            for (CSVRecord line : parser) {
                Sheet.refuseTooMany(rows.size() + 1);
                int number = (int) line.getRecordNumber();
                rows.add(new Row(
                        number,
                        Stream.of(line.values())
                                .map(cell -> Sheet.bounded(Csv.plain(cell), number))
                                .toList()));
            }
        } catch (IOException | java.io.UncheckedIOException | IllegalStateException broken) {
            throw Sheet.faulty("第 " + (rows.size() + 1) + " 行", "引号没有配对，或不是 CSV 格式");
        }
        return rows;
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }

    private static String neutral(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    private static String plain(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
