package cn.hotline.routing.learning;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of labelled texts: UTF-8, tab-separated, a header that names the columns, no quoting. Columns may stand in any
 * order, others are ignored. One broken line makes the whole file unusable, so that nothing is left out unseen.
 */
public final class LabelledTexts {

    private static final List<String> COLUMNS = List.of("id", "topic", "details", "label");
    private static final int NAMED = 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final List<String> faults = new ArrayList<>();
    private final List<LabelledText> texts = new ArrayList<>();

    private LabelledTexts(Path file) {
        this.file = file;
    }

    /** @throws Unusable when the file is missing or empty, lacks a column, or has broken lines, naming each of the first */
    public static List<LabelledText> read(Path file) {
        try {
            return new LabelledTexts(file).parse(Files.readAllBytes(file));
        } catch (IOException absent) {
            throw new Unusable("读不到文件 " + file + "。", "File " + file + " cannot be read.");
        }
    }

    private List<LabelledText> parse(byte[] bytes) {
        @Nullable List<String> header = null;
        int number = 0;
        for (int start = 0; start < bytes.length; ) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            number++;
            var line = decoded(bytes, start, end, number);
            if (line != null && header == null) {
                header = header(line);
            } else if (line != null) {
                take(header, line, number);
            }
            start = end + 1;
        }
        refuseFaults();
        if (texts.isEmpty()) {
            throw new Unusable("文件 " + file + " 里没有文本。", "File " + file + " holds no texts.");
        }
        return List.copyOf(texts);
    }

    private @Nullable String decoded(byte[] bytes, int start, int end, int number) {
        int last = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, last - start))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            faults.add(number + "（不是 UTF-8 not UTF-8）");
            return null;
        }
    }

    private List<String> header(String line) {
        var plain = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        var header = List.of(plain.split("\t", -1)).stream().map(String::strip).toList();
        var missing =
                COLUMNS.stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new Unusable(
                    "文件 " + file + " 的表头缺少列：" + String.join("、", missing) + "。",
                    "The header of " + file + " lacks: " + String.join(", ", missing) + ".");
        }
        return header;
    }

    private void take(List<String> header, String line, int number) {
        var cells = line.split("\t", -1);
        if (cells.length != header.size()) {
            faults.add(number + "（" + cells.length + " 列，应为 " + header.size() + " 列 columns）");
            return;
        }
        var text = new LabelledText(
                cells[header.indexOf("id")].strip(),
                cells[header.indexOf("topic")].strip(),
                cells[header.indexOf("details")].strip(),
                cells[header.indexOf("label")].strip());
        if (text.label().isEmpty()) {
            faults.add(number + "（没有类别 no label）");
        } else if (text.title().isEmpty() && text.details().isEmpty()) {
            faults.add(number + "（没有内容 no text）");
        } else {
            texts.add(text);
        }
    }

    private void refuseFaults() {
        if (faults.isEmpty()) {
            return;
        }
        var named = String.join("、", faults.subList(0, Math.min(NAMED, faults.size())));
        var more = faults.size() > NAMED ? " …" : "";
        throw new Unusable(
                "文件 " + file + " 有 " + faults.size() + " 行不能用，请改正后重试：第 " + named + more + " 行。",
                faults.size() + " lines of the file cannot be used; correct them and try again.");
    }
}
