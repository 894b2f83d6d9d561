package cn.hotline.evaluation;

import cn.hotline.evaluation.audit.AuditCommand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.Exit;
import org.slf4j.LoggerFactory;

/**
 * {@code ./hotline run}: starts the whole hotline in this process and stays until it is stopped.
 *
 * <p>Ends with status 1 and one sentence when something expected is in the way. With {@code audit} as the first word it
 * asks a running one instead, see {@link AuditCommand}.
 */
public final class HotlineEvaluation {

    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(10);

    private HotlineEvaluation() {}

    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("audit")) {
            System.exit(
                    Console.printing(AuditCommand::new).run(List.of(arguments).subList(1, arguments.length)));
        }
        Console console = new Console();
        try {
            run(Options.of(arguments), console);
        } catch (Fault expected) {
            console.complain(expected.getMessage());
        }
        // Only reached when something went wrong.
        System.exit(1);
    }

    private static void run(Options options, Console console) {
        Instant began = Instant.now();
        DataFolder data = DataFolder.open(options.data());
        LogFile.open(data.log());
        Instance instance = new Instance(options, console);
        stopWithTheProcess(instance, data, console);
        complainWhenTheBrokerGivesUp(console);
        try {
            instance.start(data);
            console.say(Greeting.of(options, data, Duration.between(began, Instant.now())));
            if (options.demo()) {
                new Demo(data, instance.addresses(), console, Clock.systemUTC()).load();
            }
            throw instance.failure().join();
        } catch (Fault expected) {
            throw expected;
        } catch (RuntimeException | Error surprise) {
            LoggerFactory.getLogger(HotlineEvaluation.class).error("Could not start", surprise);
            throw new Fault("启动失败，原因见日志 " + data.log() + "。", "The start failed; the reason is in " + data.log() + ".");
        }
    }

    private static void stopWithTheProcess(Instance instance, DataFolder data, Console console) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                CompletableFuture.runAsync(instance::close).get(PATIENCE_AT_THE_END.toSeconds(), TimeUnit.SECONDS);
                console.say("已停止 / Stopped.");
            } catch (Exception late) {
                // Everything acknowledged is on disk: what has not stopped by now is ended with the process.
                Runtime.getRuntime().halt(1);
            }
            data.close();
        }));
    }

    /** The broker ends the process when it cannot write its log; it would do so without a word. */
    private static void complainWhenTheBrokerGivesUp(Console console) {
        Exit.Procedure complain = (status, message) -> {
            console.complain(new Fault(
                            "消息日志不能写入（常见原因：磁盘已满），已停止；已受理的内容没有丢失。",
                            "The log of messages cannot be written (a full disk?); stopped, nothing accepted is lost.")
                    .getMessage());
            Runtime.getRuntime().halt(1);
        };
        Exit.setExitProcedure(complain);
        Exit.setHaltProcedure(complain);
    }
}
