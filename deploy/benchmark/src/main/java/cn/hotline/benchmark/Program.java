package cn.hotline.benchmark;

import ch.qos.logback.classic.Level;
import cn.hotline.evaluation.Fault;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program of ours in a process of its own: the same Java, the same class path and the same options of the virtual
 * machine as this one, which {@code ./hotline} starts with the options it gives to {@code run}.
 */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(90);
    private static final int PATIENCE_AT_END_SECONDS = 20;
    private static final long GLANCE_MILLIS = 200;

    private final Process process;
    private final Path output;

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param output file for everything it says */
    static Program start(Class<?> main, Path output, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agentlib") && !option.startsWith("-javaagent"))
                .toList());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            return new Program(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output);
        } catch (IOException impossible) {
            throw new Fault("不能启动 " + command.get(0) + "。", command.get(0) + " cannot be started.");
        }
    }

    /** What the libraries of this process have to say is of no interest unless something is wrong. */
    static void onlyWarnings() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    /**
     * Waits until an address answers.
     *
     * @throws Fault when the program ends before, or it takes too long
     */
    void awaitAnswer(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        HttpClient http = HttpClient.newHttpClient();
        long until = System.nanoTime() + PATIENCE_AT_START.toNanos();
        while (!answers(http, request)) {
            if (endedWithin(GLANCE_MILLIS)) {
                throw new Fault("没能启动：" + lastWords(), "It did not start: " + lastWords());
            }
            if (System.nanoTime() > until) {
                long seconds = PATIENCE_AT_START.toSeconds();
                throw new Fault(
                        seconds + " 秒内没有就绪，本机可能太忙，请稍后重试。",
                        "It was not ready within " + seconds + " s; the machine may be too busy, try again later.");
            }
        }
    }

    private static boolean answers(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean endedWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(output);
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        } catch (IOException silent) {
            return "";
        }
    }

    /** Time it has spent on processors so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        if (!endedWithin(TimeUnit.SECONDS.toMillis(PATIENCE_AT_END_SECONDS))) {
            process.destroyForcibly();
            endedWithin(TimeUnit.SECONDS.toMillis(PATIENCE_AT_END_SECONDS));
        }
    }
}
