package cn.hotline.evaluation;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.evaluation.demo.DemoLoader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code --demo}: loads today's demo day, or the rest of it. */
final class Demo {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final String LOADING = "载入演示日 Demo day";

    private final DataFolder data;
    private final Ports ports;
    private final Console console;
    private final Clock clock;

    Demo(DataFolder data, Ports ports, Console console, Clock clock) {
        this.data = data;
        this.ports = ports;
        this.console = console;
        this.clock = clock;
    }

    /** A demo day that does not load is said, but nothing to stop for: the next {@code --demo} goes on with it. */
    void load() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LocalDate day = LocalDate.ofInstant(now, ChassisWiring.ZONE);
        String report = "http://localhost:" + ports.gateway() + "/reporting/daily/" + day;
        try {
            new DemoLoader(URI.create("http://127.0.0.1:" + ports.gateway()))
                    .load(day, until(day, now), (done, all) -> console.progress(LOADING, done, all))
                    .block();
            console.say("演示日已载入，今日日报 / Demo day loaded, today's report: " + report);
        } catch (RuntimeException | IOException problem) {
            LOG.error("The demo day was not loaded to its end", problem);
            console.complain(new Fault(
                            "演示日没有载入完，原因见日志 " + data.log() + "；再次运行 run --demo 会接着载入。",
                            "The demo day was not loaded to its end, see the log; run --demo goes on with it.")
                    .getMessage());
        }
    }

    /** When this day was loaded first: another moment would be another plan, and so another day. */
    private Instant until(LocalDate day, Instant now) throws IOException {
        Path memory = data.path().resolve("demo-" + day + ".until");
        if (Files.notExists(memory)) {
            Files.writeString(memory, now.toString());
        }
        return Instant.parse(Files.readString(memory).strip());
    }
}
