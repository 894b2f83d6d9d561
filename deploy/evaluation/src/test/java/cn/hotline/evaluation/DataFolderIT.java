package cn.hotline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderIT {

    @TempDir
    Path parent;

    @Test
    void itIsMadeWithItsParents() {
        try (DataFolder data = DataFolder.open(parent.resolve("a/b"))) {
            assertThat(data.path()).isDirectory();
        }
    }

    @Test
    void itBelongsToOneInstanceAtATime() {
        try (DataFolder first = DataFolder.open(parent)) {
            assertThatThrownBy(() -> DataFolder.open(parent))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("正被另一个实例使用")
                    .hasMessageContaining(first.path().toString());
        }
        DataFolder.open(parent).close();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("不能写入")
                .hasMessageContaining(file.toString());
    }

    @Test
    void aNearlyFullDiskIsSaidBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> DataFolder.open(parent, Long.MAX_VALUE >> 21))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("磁盘空间不足");
        assertThat(parent.resolve(".lock")).doesNotExist();
    }
}
