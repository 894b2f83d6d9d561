package cn.hotline.benchmark;

import cn.hotline.evaluation.Fault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line, after the name of the scenario.
 *
 * @param url gateway of a running evaluation; null starts one of our own
 * @param rate arrivals a second; null looks for the highest that is sustained
 * @param measured how long is measured
 * @param results folder for the files with results, and for the data of an evaluation of our own
 */
record Options(@Nullable URI url, @Nullable Integer rate, Duration measured, Path results) {

    private static final int FASTEST = 100_000;
    private static final int LONGEST_SECONDS = 3_600;

    /** @throws Fault for an option that is unknown, lacks its value or makes no sense */
    static Options of(String... arguments) {
        Options options = new Options(null, null, Duration.ofSeconds(30), Path.of("bench-results"));
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new Fault(arguments[i] + " 后面缺少取值。", arguments[i] + " lacks its value.");
            }
            options = options.with(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--url" -> new Options(url(value), rate, measured, results);
            case "--rate" -> new Options(url, number(name, value, FASTEST), measured, results);
            case "--seconds" ->
                new Options(url, rate, Duration.ofSeconds(number(name, value, LONGEST_SECONDS)), results);
            case "--results" -> new Options(url, rate, measured, Path.of(value));
            default ->
                throw new Fault(
                        "没有 " + name + " 这个选项，可用的有 --rate --seconds --url --results。",
                        "There is no option " + name + "; there are --rate --seconds --url --results.");
        };
    }

    /** Of this machine only: the load would be an attack elsewhere. */
    private static URI url(String value) {
        if (!value.matches("http://(localhost|127\\.0\\.0\\.1):\\d{1,5}/?")) {
            throw new Fault(
                    "--url 应为本机地址，如 http://127.0.0.1:8080。",
                    "--url should be an address of this machine, such as http://127.0.0.1:8080.");
        }
        return URI.create(value.replace("localhost", "127.0.0.1"));
    }

    private static int number(String name, String value, int largest) {
        if (!value.matches("[1-9]\\d{0,6}") || Integer.parseInt(value) > largest) {
            throw new Fault(
                    name + " 应为 1 至 " + largest + " 的整数。",
                    name + " should be a whole number from 1 to " + largest + ".");
        }
        return Integer.parseInt(value);
    }
}
