package cn.hotline.routing.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

    private static final TextModel MODEL = new Learner(Hints.NONE, text -> Map.of(), 0, work -> {})
            .learn(Lessons.all(), Instant.parse("2026-11-22T02:00:00Z"))
            .model();

    private static final ModelTree TREE = ModelTree.of(MODEL);

    @TempDir
    private Path folder;

    @Test
    void aModelThatWasWrittenAndReadDecidesTheSame() {
        var file = folder.resolve("model.bin");
        ModelFile.write(TREE, file);
        var read = ModelFile.read(file, Hints.NONE).model();

        assertThat(read.guess("暖气不热", "室温太低")).isEqualTo(MODEL.guess("暖气不热", "室温太低"));
        assertThat(read.about()).isEqualTo(MODEL.about());
        assertThat(read.read("", "暖气不热").evidence(Lessons.HEATING))
                .isEqualTo(MODEL.read("", "暖气不热").evidence(Lessons.HEATING));
    }

    @Test
    void theModelsBelowAreWrittenToo() {
        byte[] bytes = ModelFile.bytes(new ModelTree(MODEL, Map.of(Lessons.HEATING, MODEL)));

        var below = ModelFile.read(bytes, "model.bin", Hints.NONE).below();

        assertThat(below).containsOnlyKeys(Lessons.HEATING);
        assertThat(below.get(Lessons.HEATING).guess("暖气不热", "室温太低")).isEqualTo(MODEL.guess("暖气不热", "室温太低"));
    }

    @Test
    void nothingUnfinishedStaysBesideIt() throws IOException {
        ModelFile.write(TREE, folder.resolve("model.bin"));

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("model.bin");
        }
    }

    @Test
    void oneChangedByteIsNoticed() {
        byte[] bytes = ModelFile.bytes(TREE);
        bytes[bytes.length / 2] ^= 1;

        assertThatThrownBy(() -> ModelFile.read(bytes, "model.bin", Hints.NONE))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("已损坏");
    }

    @Test
    void aFileCutOffIsNoticed() {
        byte[] bytes = ModelFile.bytes(TREE);

        assertThatThrownBy(() -> ModelFile.read(Arrays.copyOf(bytes, bytes.length - 1_000), "model.bin", Hints.NONE))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("已损坏");
    }

    @Test
    void somethingElseIsNoModel() {
        assertThatThrownBy(() -> ModelFile.read(new byte[100], "model.bin", Hints.NONE))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("不是分类模型文件");
    }

    @Test
    void aModelOfAnotherFormatMustBeTrainedAnew() {
        byte[] bytes = ModelFile.bytes(TREE);
        bytes[18] = 9;

        assertThatThrownBy(() -> ModelFile.read(bytes, "model.bin", Hints.NONE))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("格式版本是 9");
    }

    @Test
    void aMissingFileIsSaidSo() {
        assertThatThrownBy(() -> ModelFile.read(folder.resolve("none.bin"), Hints.NONE))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("读不到模型文件");
    }
}
