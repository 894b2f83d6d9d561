package cn.hotline.benchmark.place;

import cn.hotline.evaluation.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tickets in a file: UTF-8, tab-separated, the first line names the columns, no quoting. Either every line is
 * understood or the file is refused with the numbers of those that are not.
 */
public final class TicketFile {

    private static final int NAMED_LINES = 5;

    private final Path path;
    private final List<String> columns;
    private final List<Map<String, String>> rows = new ArrayList<>();

    private TicketFile(Path path, List<String> columns) {
        this.path = path;
        this.columns = columns;
    }

    /**
     * One whose cells may be empty.
     *
     * @throws Fault when the file cannot be read, lacks a column, or a line is not understood
     */
    public static TicketFile withGaps(Path path, String... columns) {
        TicketFile file = read(path);
        file.require(columns);
        return file;
    }

    /**
     * @param filled columns the file must have, and which no line may leave empty
     * @throws Fault when the file cannot be read or a line is not understood
     */
    static TicketFile read(Path path, String... filled) {
        List<String> lines = lines(path);
        TicketFile file = new TicketFile(path, cells(lines.get(0)));
        file.require(filled);
        file.understand(lines, filled);
        return file;
    }

    private void require(String... wanted) {
        List<String> missing = Arrays.stream(wanted)
                .filter(column -> !columns.contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new Fault(
                    path + " 缺少列 " + String.join("、", missing) + "，请检查首行。",
                    path + " lacks the column " + String.join(", ", missing) + "; see its first line.");
        }
    }

    private void understand(List<String> lines, String... filled) {
        List<String> broken = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = cells(lines.get(i));
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < Math.min(cells.size(), columns.size()); column++) {
                row.put(columns.get(column), cells.get(column));
            }
            if (cells.size() != columns.size()) {
                broken.add("第 %d 行有 %d 列（应为 %d 列）".formatted(i + 1, cells.size(), columns.size()));
            } else if (Arrays.stream(filled).anyMatch(column -> row.get(column).isBlank())) {
                broken.add("第 %d 行有空缺".formatted(i + 1));
            }
            rows.add(row);
        }
        if (!broken.isEmpty()) {
            String first = String.join("；", broken.subList(0, Math.min(NAMED_LINES, broken.size())))
                    + (broken.size() > NAMED_LINES ? " 等共 " + broken.size() + " 行" : "");
            throw new Fault(path + " 有无法读取的行：" + first + "。", broken.size() + " broken lines in " + path + ".");
        }
        if (rows.isEmpty()) {
            throw new Fault(path + " 里没有工单。", "There is no ticket in " + path + ".");
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
    }

    private static List<String> lines(Path path) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            List<String> lines =
                    Arrays.asList((text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r?\n", -1));
            boolean ended = lines.size() > 1 && lines.get(lines.size() - 1).isEmpty();
            return ended ? lines.subList(0, lines.size() - 1) : lines;
        } catch (CharacterCodingException notText) {
            throw new Fault(path + " 不是 UTF-8 文本，请另存为 UTF-8。", path + " is not UTF-8 text.");
        } catch (IOException unreadable) {
            throw new Fault("不能读取 " + path + "，请检查路径。", path + " cannot be read.");
        }
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    public List<Map<String, String>> rows() {
        return rows;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
