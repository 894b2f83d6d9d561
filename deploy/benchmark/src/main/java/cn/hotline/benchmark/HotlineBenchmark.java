package cn.hotline.benchmark;

import cn.hotline.benchmark.classify.ClassifyCommand;
import cn.hotline.benchmark.place.AlarmsCommand;
import cn.hotline.benchmark.place.PlaceCommand;
import cn.hotline.benchmark.reply.RepliesCommand;
import cn.hotline.evaluation.Console;
import cn.hotline.evaluation.Fault;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * {@code ./hotline bench}: measures, prints lines of {@code name value} and leaves a file with all of it.
 *
 * <p>Ends with status 0 when it did its work, and with 1 and one sentence when not.
 */
public final class HotlineBenchmark {

    /** Share of the processors others may use before the figures are doubtful. */
    private static final double BUSY = 0.25;

    private HotlineBenchmark() {}

    public static void main(String... arguments) {
        Console console = new Console();
        Program.onlyWarnings();
        try {
            String command = arguments.length == 0 ? "" : arguments[0];
            String[] options = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
            switch (command) {
                case "bench" -> measure(options, console);
                case "classify" -> new ClassifyCommand(console).run(options);
                case "alarms" -> AlarmsCommand.run(List.of(options), console);
                case "replies" -> RepliesCommand.run(List.of(options), console);
                case "place" -> PlaceCommand.run(List.of(options), console);
                default ->
                    throw new Fault(
                            "没有 " + command + " 这个命令，请用 ./hotline help 查看。",
                            "There is no command " + command + "; see ./hotline help.");
            }
        } catch (Fault expected) {
            console.complain(expected.getMessage());
            System.exit(1);
        } catch (RuntimeException surprise) {
            console.complain("压测中断：" + surprise + " / The benchmark broke off: " + surprise);
            System.exit(1);
        }
        System.exit(0);
    }

    private static void measure(String[] arguments, Console console) {
        String scenario = arguments.length == 0 ? "" : arguments[0];
        String[] options = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
        switch (scenario) {
            case "register", "dispatch" -> run(scenario, Options.of(options), console);
            case "classify" -> console.say("result " + new ClassifyScenario(console).run(options));
            default ->
                throw new Fault(
                        "请给出场景，现有的是 register、dispatch 和 classify。",
                        "Say which scenario; there are register, dispatch and classify.");
        }
    }

    private static void run(String scenario, Options options, Console console) {
        Map<String, Object> machine =
                Machine.described(options.results().toAbsolutePath().getParent());
        double load = Machine.loadAverage();
        if (load > BUSY * Runtime.getRuntime().availableProcessors()) {
            console.complain("本机正忙（负载 %.2f），结果会偏低。 / The machine is busy (load %.2f): the figures will be low."
                    .formatted(load, load));
        }
        Deque<AutoCloseable> started = new ConcurrentLinkedDeque<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> started.forEach(HotlineBenchmark::close)));

        console.say("启动待测系统 Starting the hotline …");
        Hotline hotline = options.url() == null ? Hotline.start(options.results()) : Hotline.at(options.url());
        started.push(hotline);
        hotline.awaitReady();
        Path file = scenario.equals("register")
                ? new RegisterScenario(options, console, hotline, started::push).run(machine)
                : new DispatchScenario(options, console, hotline).run(machine);
        console.say("result " + file);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception leftBehind) {
            System.err.println(leftBehind);
        }
    }
}
