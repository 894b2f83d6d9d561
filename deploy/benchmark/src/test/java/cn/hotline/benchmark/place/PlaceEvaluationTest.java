package cn.hotline.benchmark.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.evaluation.Console;
import cn.hotline.evaluation.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceEvaluationTest {

    private static final String HEADER = "id\tdistrict\triver\ttitle\tcontent\n";

    @TempDir
    private Path folder;

    private Path lessons;

    @BeforeEach
    void threeTicketsTeach() throws IOException {
        lessons = written(
                "lessons.tsv",
                HEADER
                        + "1\t甲县\t清漪河\t河水发臭\t清漪河边的栖霞花园都闻得到\n"
                        + "2\t甲县\t清漪河\t路灯不亮\t清漪河步道没有灯\n"
                        + "3\t乙县\t落雁港\t夜里施工\t落雁港清淤，吵得睡不着\n");
    }

    @Test
    void ofOtherTicketsTheCountyIsToldFromWhatWasLearned() throws IOException {
        assertThat(evaluated("4\t甲县\t\t太吵\t清漪泵站整夜响\n5\t乙县\t\t臭\t落雁港又臭了\n"))
                .contains("county-accuracy 1.0000", "right 2", "asked 0", "county-accuracy:甲县 1.0000 1");
    }

    @Test
    void ofTheOtherTicketsOnlyTitleAndContentAreRead() throws IOException {
        assertThat(evaluated("清漪河\t甲县\t清漪河\t太吵\t整夜响\n")).contains("county-accuracy 0.0000", "asked 1");
    }

    @Test
    void namesOfTheProductsOwnCityAreUnknown() throws IOException {
        assertThat(evaluated("4\t甲县\t\t虎台\t城西区虎台\n")).contains("asked 1");
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        var file = written("short.tsv", "id\ttitle\tcontent\n1\ta\tb\n");
        assertThatThrownBy(() -> TicketFile.read(file, PlaceEvaluation.COUNTY, PlaceEvaluation.TITLE))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("short.tsv 缺少列 district");
    }

    @Test
    void everyBrokenLineIsCountedAndTheFirstAreNamed() throws IOException {
        var file = written("broken.tsv", HEADER + "1\t甲县\t\ta\tb\n2\t甲县\n3\t \t\ta\tb\n\n");
        assertThatThrownBy(() -> TicketFile.read(file, PlaceEvaluation.COUNTY))
                .hasMessageContaining("第 3 行有 2 列（应为 5 列）；第 4 行有空缺；第 5 行有 1 列（应为 5 列）")
                .hasMessageContaining("3 broken lines");
    }

    @Test
    void aFileWithoutTicketsOrInAnotherEncodingIsRefused() throws IOException {
        var empty = written("empty.tsv", HEADER);
        var foreign = Files.write(folder.resolve("gbk.tsv"), "标题\n".getBytes("GBK"));
        assertThatThrownBy(() -> TicketFile.read(empty)).hasMessageContaining("没有工单");
        assertThatThrownBy(() -> TicketFile.read(foreign)).hasMessageContaining("不是 UTF-8");
        assertThatThrownBy(() -> TicketFile.read(folder.resolve("none.tsv"))).hasMessageContaining("不能读取");
    }

    @Test
    void aByteOrderMarkAndLinesOfAnotherSystemAreNoFaults() throws IOException {
        var file = written("windows.tsv", "\uFEFFdistrict\ttitle\r\n甲县\ta\r\n");
        assertThat(TicketFile.read(file, "district", "title").rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("title", "a"));
    }

    @Test
    void theCommandSaysWhatItLacks() {
        var console = new Console();
        assertThatThrownBy(() -> PlaceCommand.run(List.of(), console)).hasMessageContaining("用法");
        assertThatThrownBy(() -> PlaceCommand.run(List.of("evaluate"), console)).hasMessageContaining("请用 --train");
        assertThatThrownBy(() -> PlaceCommand.run(List.of("evaluate", "--train"), console))
                .hasMessageContaining("--train 后面缺少文件名");
        assertThatThrownBy(() -> PlaceCommand.run(List.of("evaluate", "--file", "x"), console))
                .hasMessageContaining("没有 --file 这个选项");
    }

    private List<String> evaluated(String rows) throws IOException {
        TicketFile taught = TicketFile.read(lessons, PlaceEvaluation.COUNTY);
        return new PlaceEvaluation(taught).of(TicketFile.read(written("kept.tsv", HEADER + rows)));
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
