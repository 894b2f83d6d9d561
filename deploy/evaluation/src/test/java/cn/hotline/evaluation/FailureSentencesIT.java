package cn.hotline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong on a strange machine is one sentence and status 1. */
class FailureSentencesIT {

    @TempDir
    Path folder;

    @Test
    void aPortInUseIsNamed() throws IOException, InterruptedException {
        int gateway = FreePorts.gateway();
        try (ServerSocket somebody = new ServerSocket()) {
            somebody.bind(Ports.loopback(gateway + 2));
            fails("端口 " + (gateway + 2) + " 已被占用", "--port", String.valueOf(gateway));
        }
    }

    @Test
    void aFolderHeldByAnotherInstanceIsNamed() throws IOException, InterruptedException {
        try (DataFolder held = DataFolder.open(folder.resolve("data"))) {
            fails(held.path() + " 正被另一个实例使用");
        }
    }

    @Test
    void anUnknownOptionIsNamed() throws IOException, InterruptedException {
        fails("没有 --prot 这个选项", "--prot", "9000");
    }

    @Test
    void kafkaServersThatDoNotAnswerAreNamed() throws IOException, InterruptedException {
        int nobody = FreePorts.gateway();
        fails(
                "连不上 Kafka（127.0.0.1:" + nobody + "）",
                "--kafka",
                "127.0.0.1:" + nobody,
                "--port",
                String.valueOf(nobody + 20));
    }

    private void fails(String sentence, String... options) throws IOException, InterruptedException {
        String[] all = new String[options.length + 2];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = "--data";
        all[options.length + 1] = folder.resolve("data").toString();
        try (HotlineProcess process = HotlineProcess.start(folder.resolve("said"), all)) {
            assertThat(process.exitStatus()).isEqualTo(1);
            assertThat(process.said().lines().filter(line -> !line.equals("已停止 / Stopped.")))
                    .singleElement()
                    .asString()
                    .contains(sentence)
                    .contains(" / ");
        }
    }
}
