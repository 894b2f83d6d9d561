package cn.hotline.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where a measurement was made: what must be known to compare it with another. */
final class Machine {

    private Machine() {}

    /**
     * In the words of the file of results; the load average is that of the last minute.
     *
     * @param project a folder of the working copy; without one the commit is empty
     */
    static Map<String, Object> described(Path project) {
        Map<String, Object> described = new TreeMap<>();
        described.put("commit", git(project, "rev-parse", "--short", "HEAD"));
        described.put(
                "changed",
                !git(project, "status", "--porcelain", "--untracked-files=no").isEmpty());
        described.put("at", Instant.now().toString());
        described.put("cores", Runtime.getRuntime().availableProcessors());
        described.put("loadAverage", loadAverage());
        described.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        described.put("options", ManagementFactory.getRuntimeMXBean().getInputArguments());
        described.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return described;
    }

    static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** Time this process has spent on processors. */
    static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static String git(Path project, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", project.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException noGit) {
            return "";
        }
    }
}
