package cn.hotline.routing.catalogue.sheet;

import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.catalogue.model.CatalogueRefusal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of texts, whatever file it came from.
 *
 * @param name what a spreadsheet calls it
 * @param header names of the columns
 * @param rows as many cells in each as the header has
 * @param colophon who made the file and when: its last line; empty where nobody says so
 */
public record Sheet(String name, List<String> header, List<Row> rows, String colophon) {

    /** Larger files are no catalogues. */
    public static final int LARGEST = 2 << 20;

    static final int MOST_ROWS = 5_000;
    static final int LONGEST_CELL = 2_000;

    /** Begins the line that says who made the file; a line of the catalogue cannot begin so. */
    static final String COLOPHON = "#";

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    public Sheet {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** One line: its number as a spreadsheet shows it, from 1, the header being 1. */
    public record Row(int number, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }

        boolean isColophon() {
            return !cells.isEmpty() && cells.get(0).startsWith(COLOPHON);
        }
    }

    /**
     * Reads a file of either format, told apart by how it begins.
     *
     * @param header the columns it must have, in this order
     * @throws Refused when it is none, has other columns, or is too large; nothing of it is dropped
     */
    public static Sheet read(byte[] file, List<String> header) {
        if (file.length == 0) {
            throw faulty("文件", "文件是空的");
        }
        if (file.length > LARGEST) {
            throw faulty("文件", "文件超过 " + (LARGEST >> 20) + " MB，请删去多余内容后再导入");
        }
        boolean zipped =
                file.length > ZIP.length && IntStream.range(0, ZIP.length).allMatch(i -> file[i] == ZIP[i]);
        return checked(zipped ? Xlsx.read(file) : Csv.read(file), header);
    }

    public byte[] toXlsx() {
        return Xlsx.write(this);
    }

    public byte[] toCsv() {
        return Csv.write(this);
    }

    private static Sheet checked(List<Row> all, List<String> header) {
        List<Row> lines = all.stream().filter(row -> !row.isBlank()).toList();
        if (lines.isEmpty() || !trimmed(lines.get(0)).equals(header)) {
            throw faulty("第 1 行", "表头须依次为：" + String.join("、", header) + "；请用导出的文件修改后再导入");
        }
        List<Row> rows = lines.subList(1, lines.size()).stream()
                .filter(row -> !row.isColophon())
                .map(row -> new Row(row.number(), as(row, header.size())))
                .toList();
        if (rows.isEmpty()) {
            throw faulty("文件", "文件中没有条目");
        }
        return new Sheet("", header, rows, "");
    }

    private static List<String> trimmed(Row row) {
        List<String> cells = row.cells().stream().map(String::strip).toList();
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).isEmpty()) {
            last--;
        }
        return cells.subList(0, last);
    }

    /** Spreadsheets leave out cells at the end; more than the header has would be dropped, so they are refused. */
    private static List<String> as(Row row, int columns) {
        int said = trimmed(row).size();
        if (said > columns) {
            throw faulty("第 " + row.number() + " 行", "有 " + said + " 列，多于表头的 " + columns + " 列");
        }
        return IntStream.range(0, columns)
                .mapToObj(at -> at < row.cells().size() ? row.cells().get(at) : "")
                .toList();
    }

    static void refuseTooMany(int rows) {
        if (rows > MOST_ROWS + 2) {
            throw faulty("文件", "最多 " + MOST_ROWS + " 行");
        }
    }

    static String bounded(String cell, int row) {
        if (cell.length() > LONGEST_CELL) {
            throw faulty("第 " + row + " 行", "有一格超过 " + LONGEST_CELL + " 字");
        }
        return cell;
    }

    static Refused faulty(String where, String what) {
        return new Refused(CatalogueRefusal.SHEET_FAULTY, List.of(new FieldError(where, where + "：" + what + "。")));
    }
}
