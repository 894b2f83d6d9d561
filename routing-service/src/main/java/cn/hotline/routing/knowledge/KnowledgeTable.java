package cn.hotline.routing.knowledge;

import cn.hotline.routing.knowledge.model.Validity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A tab-separated table: comment lines begin with {@code #}, one of them reads {@code #version <name>}, the first other
 * line is the header. An empty cell is written {@code -} (editors strip trailing tabs); cells of columns that may be absent may
 * be left out at the end of a line.
 *
 * @param version what decisions made with this table are marked with
 */
public record KnowledgeTable(String file, String version, List<Row> rows) {

    private static final String VERSION = "#version ";
    private static final String MAY_BE_ABSENT = "?";

    static KnowledgeTable parse(String file, List<String> lines, List<String> columns) {
        var version = lines.stream()
                .filter(line -> line.startsWith(VERSION))
                .findFirst()
                .map(line -> line.substring(VERSION.length()).strip())
                .orElseThrow(() -> new KnowledgeFault(file, "no line '#version …'"));
        var rows = new ArrayList<Row>();
        var headed = false;
        var header = columns;
        int least = (int) columns.stream()
                .filter(column -> !column.endsWith(MAY_BE_ABSENT))
                .count();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var row = new Row(file, i + 1, header, least, List.of(line.split("\t", -1)));
            if (headed) {
                row.check();
                rows.add(row);
            } else if (isHeader(row.cells, columns, least)) {
                headed = true;
                header = row.cells;
            } else {
                throw row.fault("the header must be " + String.join(", ", columns));
            }
        }
        return new KnowledgeTable(file, version, List.copyOf(rows));
    }

    /** All columns in their order, of those with a question mark at the end as many as there are. */
    private static boolean isHeader(List<String> cells, List<String> columns, int least) {
        return cells.size() >= least
                && cells.size() <= columns.size()
                && columns.stream()
                        .limit(cells.size())
                        .map(column -> column.replace(MAY_BE_ABSENT, ""))
                        .toList()
                        .equals(cells);
    }

    /** One line of the table; it knows where it stands, so that every complaint about it names file and line. */
    public static final class Row {

        private final String file;
        private final int line;
        private final List<String> columns;
        private final int least;
        private final List<String> cells;

        private Row(String file, int line, List<String> columns, int least, List<String> cells) {
            this.file = file;
            this.line = line;
            this.columns = columns;
            this.least = least;
            this.cells = cells.stream().map(String::strip).toList();
        }

        private void check() {
            if (cells.size() < least || cells.size() > columns.size()) {
                throw fault(cells.size() + " cells, expected " + columns.size());
            }
        }

        /** @throws KnowledgeFault when the cell is empty */
        public String text(String column) {
            return optional(column).orElseThrow(() -> fault(column + " is empty"));
        }

        public Optional<String> optional(String column) {
            int at = columns.indexOf(column);
            var cell = at < 0 || at >= cells.size() ? "" : cells.get(at);
            return cell.isEmpty() || cell.equals("-") ? Optional.empty() : Optional.of(cell);
        }

        /** The words of a cell, separated by spaces; empty when the cell is. */
        public List<String> words(String column) {
            return optional(column).map(cell -> List.of(cell.split(" +"))).orElse(List.of());
        }

        /** @throws KnowledgeFault when the cell is not a number above 0 */
        public double weight(String column) {
            var weight = understood(column, () -> Double.valueOf(text(column)));
            if (!(weight > 0) || weight.isInfinite()) {
                throw fault(column + " must be above 0");
            }
            return weight;
        }

        /** @throws KnowledgeFault when the cell is not a constant of the enum */
        public <E extends Enum<E>> E constant(String column, Class<E> type) {
            return understood(column, () -> Enum.valueOf(type, text(column)));
        }

        /** @throws KnowledgeFault when the cell is not a day, written 2026-11-23 */
        public LocalDate day(String column) {
            try {
                return LocalDate.parse(text(column));
            } catch (DateTimeParseException notADay) {
                throw fault(column + " must be a day such as 2026-11-23");
            }
        }

        /**
         * From when to when the line holds: {@code from} and {@code until}, both included, either may be empty.
         *
         * @throws KnowledgeFault when one is no day, or the last is before the first
         */
        public Validity validity() {
            var from = optional("from").isPresent() ? day("from") : null;
            var until = optional("until").isPresent() ? day("until") : null;
            require(from == null || until == null || !until.isBefore(from), "until is before from");
            return new Validity(from, until);
        }

        /** Where it stands in its file, counted from 1. */
        public int line() {
            return line;
        }

        /** @throws KnowledgeFault with this line's place when the condition does not hold */
        public void require(boolean condition, String complaint) {
            if (!condition) {
                throw fault(complaint);
            }
        }

        public KnowledgeFault fault(String complaint) {
            return new KnowledgeFault(file + ":" + line, complaint);
        }

        private <T> T understood(String column, Supplier<T> reading) {
            try {
                return reading.get();
            } catch (IllegalArgumentException notUnderstood) {
                throw fault(column + " '" + text(column) + "' is not known");
            }
        }
    }
}
