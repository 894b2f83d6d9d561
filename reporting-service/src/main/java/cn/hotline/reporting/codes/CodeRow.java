package cn.hotline.reporting.codes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of a table of codes.
 *
 * @param place file and line, for whoever has to correct it
 */
public record CodeRow(String place, Map<String, String> cells) {

    public CodeRow {
        cells = Map.copyOf(cells);
    }

    /** The text of a column; never empty. */
    public String text(String column) {
        return cells.get(column);
    }

    /** @throws CodeFault when the cell is not a constant of the enum */
    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        try {
            return Enum.valueOf(type, text(column));
        } catch (IllegalArgumentException unknown) {
            throw new CodeFault(place + ": " + column + " '" + text(column) + "' is not known", unknown);
        }
    }

    static List<CodeRow> parse(String file, List<String> lines, List<String> columns) {
        List<CodeRow> rows = new ArrayList<>();
        int wide = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String place = file + ":" + (i + 1);
            List<String> cells = List.of(line.strip().split("\t"));
            if (wide == 0) {
                wide = cells.size();
                require(
                        wide >= columns.size()
                                && cells.subList(0, columns.size()).equals(columns),
                        place + ": the columns must be " + String.join(", ", columns));
                continue;
            }
            require(
                    cells.size() >= columns.size() && cells.size() <= wide,
                    place + ": " + cells.size() + " cells, not " + wide);
            Map<String, String> named = new HashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                require(!cells.get(column).isBlank(), place + ": " + columns.get(column) + " is empty");
                named.put(columns.get(column), cells.get(column).strip());
            }
            rows.add(new CodeRow(place, named));
        }
        return rows;
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new CodeFault(sentence, null);
        }
    }
}
