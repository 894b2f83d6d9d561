package cn.hotline.evaluation.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A store in a process of its own, which can be killed. Ends by itself when its parent does. */
final class StoreProcess implements AutoCloseable {

    final String uri;
    private final Process process;

    private StoreProcess(Process process) throws IOException {
        this.process = process;
        // Libraries may log on the same stream before.
        this.uri = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                .lines()
                .filter(line -> line.startsWith("mongodb://"))
                .findFirst()
                .orElseThrow(() -> new IOException("The store's process ended before it was ready."));
    }

    static StoreProcess in(Path folder) throws IOException {
        return start(folder, List.of());
    }

    /** One that can write no file longer than this: to it the disk is full there. */
    static StoreProcess withRoomFor(int kilobytes, Path folder) throws IOException {
        return start(folder, List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "limited"));
    }

    private static StoreProcess start(Path folder, List<String> before) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StoreProcess.class.getName(),
                folder.toString()));
        return new StoreProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    public static void main(String[] arguments) throws IOException {
        EvaluationStore store = EvaluationStore.open(Path.of(arguments[0]), OpenStore.ANYWHERE);
        System.out.println(store.uri());
        System.in.read();
        Runtime.getRuntime().halt(0);
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
