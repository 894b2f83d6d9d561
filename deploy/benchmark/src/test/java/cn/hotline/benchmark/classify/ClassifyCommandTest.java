package cn.hotline.benchmark.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.evaluation.Console;
import cn.hotline.evaluation.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {

    private static final String HEADER = "id\ttopic\tdetails\tlabel\n";

    private final ClassifyCommand command = new ClassifyCommand(new Console());

    @TempDir
    private Path folder;

    private String model;

    @BeforeEach
    void nothingIsTrained() {
        model = folder.resolve("model.bin").toString();
    }

    @Test
    void whatWasTrainedCanBeJudged() throws IOException {
        var data = texts("铲屎官不收拾", "犬只", "小蓝条不来", "公交");

        command.run("train", "--data", data, "--out", model);
        command.run("evaluate", "--model", model, "--data", data);

        assertThat(Path.of(model)).isNotEmptyFile();
    }

    @Test
    void labelsTheModelHasNotLearnedAreNamed() throws IOException {
        command.run("train", "--data", texts("铲屎官不收拾", "犬只", "小蓝条不来", "公交"), "--out", model);
        var other = texts("暖气不热", "供热", "小蓝条不来", "公交");

        assertThatThrownBy(() -> command.run("evaluate", "--model", model, "--data", other))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("没有学过的类别：供热（例如 id 为 a0");
    }

    @Test
    void whereNothingWasLearnedNoModelIsLeft() throws IOException {
        var one = texts("暖气不热", "供热", "室温太低", "供热");

        assertThatThrownBy(() -> command.run("train", "--data", one, "--out", model))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("同一类“供热”");
        assertThat(Path.of(model)).doesNotExist();
    }

    @Test
    void aMissingOptionIsNamed() {
        assertThatThrownBy(() -> command.run("train", "--out", model)).hasMessageContaining("请给出 --data");
        assertThatThrownBy(() -> command.run("evaluate", "--model")).hasMessageContaining("--model 后面缺少取值");
        assertThatThrownBy(() -> command.run("guess")).hasMessageContaining("用法");
    }

    /** Twenty of each of two classes. */
    private String texts(String first, String firstLabel, String second, String secondLabel) throws IOException {
        var lines = new StringBuilder(HEADER);
        var places = "东南西北上下左右前后春夏秋冬山水花草金木";
        for (int i = 0; i < places.length(); i++) {
            var place = places.charAt(i) + "城" + places.charAt((i * 7 + 3) % places.length()) + "街";
            lines.append("a%d\t%s\t%s，第%d次反映，%s\t%s\n".formatted(i, first, place, i, first, firstLabel));
            lines.append("b%d\t%s\t%s，等了%d分钟，%s\t%s\n".formatted(i, second, place, i, second, secondLabel));
        }
        return Files.writeString(folder.resolve(firstLabel + secondLabel + ".tsv"), lines)
                .toString();
    }
}
