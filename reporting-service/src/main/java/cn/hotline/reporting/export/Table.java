package cn.hotline.reporting.export;

import java.util.List;

/**
 * A table to be exported.
 *
 * @param name of its sheet, at most 31 characters
 * @param rows each as long as the heads
 */
public record Table(String name, List<Column> columns, List<List<Cell>> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @param width in characters */
    public record Column(String head, int width) {}
}
