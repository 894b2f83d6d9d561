package cn.hotline.routing.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledTextsTest {

    private static final String HEADER = "id\ttopic\tdetails\tlabel\n";

    @TempDir
    private Path folder;

    @Test
    void columnsAreFoundByTheirNames() {
        assertThat(read("\uFEFFlabel\textra\tdetails\tid\ttopic\r\n供热\tx\t室温太低\t7\t暖气不热\r\n"))
                .containsExactly(new LabelledText("7", "暖气不热", "室温太低", "供热"));
    }

    @Test
    void missingColumnsAreNamed() {
        assertComplaint("id\ttopic\n1\t暖气\n").hasMessageContaining("details、label");
    }

    @Test
    void everyBrokenLineIsNamed() {
        assertComplaint(HEADER + "1\ta\tb\n2\ta\tb\tx\n3\ta\tb\t\n4\t\t\tx\n\n6\ta\tb\tx\ty\n")
                .hasMessageContaining("有 5 行不能用")
                .hasMessageContaining("2（3 列")
                .hasMessageContaining("4（没有类别")
                .hasMessageContaining("5（没有内容")
                .hasMessageContaining("6（1 列")
                .hasMessageContaining("7（5 列");
    }

    @Test
    void linesInAnotherEncodingAreNamed() throws IOException {
        var file = folder.resolve("texts.tsv");
        Files.write(file, HEADER.getBytes(StandardCharsets.UTF_8));
        Files.write(file, "1\t暖气\t不热\t供热\n".getBytes(Charset.forName("GBK")), StandardOpenOption.APPEND);

        assertThatThrownBy(() -> LabelledTexts.read(file)).hasMessageContaining("2（不是 UTF-8");
    }

    @Test
    void anEmptyFileHoldsNoTexts() {
        assertComplaint("").hasMessageContaining("没有文本");
        assertComplaint(HEADER).hasMessageContaining("没有文本");
    }

    @Test
    void aMissingFileIsSaidSo() {
        assertThatThrownBy(() -> LabelledTexts.read(folder.resolve("none.tsv")))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("读不到文件");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertComplaint(String content) {
        return assertThatThrownBy(() -> read(content)).isInstanceOf(Unusable.class);
    }

    private List<LabelledText> read(String content) {
        try {
            return LabelledTexts.read(Files.writeString(folder.resolve("texts.tsv"), content));
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
