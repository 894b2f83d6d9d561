package cn.hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.intake.callers.keys.KeysUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as it starts, or does not, with the keys it finds. */
class KeysAtStartIT {

    private static final MemoryStore STORE = new MemoryStore();

    @TempDir
    Path folder;

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @Test
    void withoutTheKeysOfItsDocumentsItDoesNotStart() throws IOException {
        Path keys = folder.resolve("keys.json");
        run(keys);
        run(keys);
        Files.move(keys, folder.resolve("elsewhere.json"));
        Throwable refused = catchThrowable(() -> run(keys));
        assertThat(refused.getCause())
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("找不到密钥文件")
                .hasMessageContaining("is missing");
        Files.writeString(keys, "damaged");
        assertThat(catchThrowable(() -> run(keys)).getCause()).hasMessageContaining("无法读取");
    }

    private static void run(Path keys) {
        IntakeApplication.application()
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=" + STORE.uri(),
                        "--hotline.intake.keys=" + keys,
                        "--spring.cloud.function.definition=",
                        "--spring.kafka.bootstrap-servers=127.0.0.1:9")
                .close();
    }
}
