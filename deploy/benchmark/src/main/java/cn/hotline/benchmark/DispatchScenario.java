package cn.hotline.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.evaluation.Console;
import cn.hotline.evaluation.Fault;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;

/**
 * 派单高峰: ten thousand tickets for one unit within a minute. Whether each is in its inbox and on the topic of its system,
 * once, and how long its inbox takes meanwhile and afterwards.
 */
final class DispatchScenario {

    private static final String UNIT = "630103";
    private static final int A_SECOND = 167;
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration LONGEST_CATCHING_UP = Duration.ofMinutes(5);
    private static final int LOOKS_AFTERWARDS = 30;

    private final Options options;
    private final Console console;
    private final Hotline hotline;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    DispatchScenario(Options options, Console console, Hotline hotline) {
        this.options = options;
        this.console = console;
        this.hotline = hotline;
    }

    /** Measures, prints and writes the figures. */
    Path run(Map<String, Object> machine) {
        asked("admin", "PUT", "/routing/api/v1/units/" + UNIT + "/system", "{\"kafka\":true}");
        long before = inInbox();
        Histogram meanwhile = new Histogram(3);
        Figures figures = new Figures();
        try (UnitTopic topic = new UnitTopic(hotline.kafka(), UNIT);
                Load load = new Load(
                        hotline.at("/intake/api/v1/tickets"),
                        () -> hotline.authorization("operator"),
                        DispatchScenario::appeal)) {
            console.say("压测 " + A_SECOND + "/s for " + MINUTE.toSeconds() + " s to one unit …");
            CompletableFuture<Answers> sending =
                    CompletableFuture.supplyAsync(() -> load.open(A_SECOND, Duration.ZERO, MINUTE));
            while (!sending.isDone()) {
                look(meanwhile);
                pause(BETWEEN_LOOKS);
            }
            Answers answers = sending.join();
            Set<String> registered = new HashSet<>(answers.numbers());
            long sent = System.nanoTime();
            long inbox = until(() -> inInbox() - before, registered.size());
            double inboxSeconds = seconds(System.nanoTime() - sent);
            long told = until(() -> topic.given(registered).found(), registered.size());
            double topicSeconds = seconds(System.nanoTime() - sent);
            Histogram afterwards = new Histogram(3);
            for (int i = 0; i < LOOKS_AFTERWARDS; i++) {
                look(afterwards);
            }
            figures.whole("registered", registered.size())
                    .whole("failed", A_SECOND * MINUTE.toSeconds() - registered.size())
                    .whole("in-inbox", inbox)
                    .whole("on-topic", told)
                    .whole("on-topic-again", topic.given(registered).again())
                    .about("inbox-behind-s", inboxSeconds)
                    .about("topic-behind-s", topicSeconds)
                    .about("inbox-p50-ms", meanwhile.getValueAtPercentile(50))
                    .about("inbox-p99-ms", meanwhile.getValueAtPercentile(99))
                    .about("inbox-afterwards-p50-ms", afterwards.getValueAtPercentile(50))
                    .about("inbox-afterwards-p99-ms", afterwards.getValueAtPercentile(99))
                    .about("register-p99-ms", answers.millis(99));
            answers.failures().forEach((what, times) -> console.complain(times + " × " + what));
        }
        console.say(figures.lines());
        return figures.write(
                options.results(),
                "dispatch",
                machine,
                Map.of("unit", UNIT, "arrivalsPerSecond", A_SECOND, "seconds", MINUTE.toSeconds()));
    }

    /** The whole page, as a clerk opens it: list, counts of all tabs, and the first ticket. */
    private void look(Histogram times) {
        long began = System.nanoTime();
        asked("unit-" + UNIT, "GET", "/routing/inbox", "");
        times.recordValue((System.nanoTime() - began) / 1_000_000);
    }

    private long inInbox() {
        return json.readTree(asked("unit-" + UNIT, "GET", "/routing/api/v1/dispatches?list=to_acknowledge&size=1", ""))
                .path("total")
                .asLong();
    }

    /** Asks again until so many are there, or it takes too long; how many are at last. */
    private static long until(LongSupplier count, long wanted) {
        long end = System.nanoTime() + LONGEST_CATCHING_UP.toNanos();
        long there = count.getAsLong();
        while (there < wanted && System.nanoTime() < end) {
            pause(BETWEEN_LOOKS);
            there = count.getAsLong();
        }
        return there;
    }

    private String asked(String account, String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(hotline.at(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", hotline.authorization(account))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Fault(path + "：" + answer.statusCode() + "。", path + " answers " + answer.statusCode() + ".");
            }
            return answer.body();
        } catch (IOException away) {
            throw new Fault(path + " 联系不上。", path + " does not answer.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Fault("已中断。", "Interrupted.");
        }
    }

    /** An everyday appeal of which routing is sure. */
    private static byte[] appeal(long i) {
        return """
                {"channel":"PHONE","kind":"COMPLAINT","caller":{"name":"来电人","phone":"139%08d","wantsReply":true},\
                "title":"物业公司长期不清理楼道垃圾",\
                "content":"%d号小区物业公司收了物业费，楼道卫生一直没人打扫，业委会多次反映物业不管。",\
                "place":{"text":"城中区南川西路","divisionCode":"630103"}}""".formatted(i % 100_000_000, i).getBytes(UTF_8);
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
