package cn.hotline.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The hotline as a process of its own, started as {@code ./hotline run} starts it. */
final class HotlineProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 180;

    private final Process process;
    private final Path said;

    private HotlineProcess(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** @param said file that keeps what it writes to the console */
    static HotlineProcess start(Path said, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=Asia/Shanghai"));
        if (Runtime.version().feature() >= 23) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of(
                "-cp",
                // Surefire hides the class path in a jar of its own.
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                HotlineEvaluation.class.getName()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new HotlineProcess(process, said);
    }

    /** Waits until it says that everything runs. */
    HotlineProcess ready() throws IOException, InterruptedException {
        long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!said().contains("已就绪")) {
            if (!process.isAlive() || System.nanoTime() > giveUpAt) {
                throw new AssertionError("It did not start, but said: " + said());
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    int exitStatus() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("It did not end");
        }
        return process.exitValue();
    }

    String said() throws IOException {
        return Files.readString(said, StandardCharsets.UTF_8);
    }

    /** As Ctrl+C does. */
    void stop() {
        process.destroy();
    }

    /** As {@code kill -9}: it cannot do anything any more. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    boolean endsWithin(long milliseconds) throws InterruptedException {
        return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        kill();
    }
}
