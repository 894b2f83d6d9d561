package cn.hotline.evaluation;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param data folder that holds everything kept
 * @param port of the gateway; all others are counted from it, see {@link Ports}
 * @param demo whether today's demo day is loaded after the start
 * @param kafka bootstrap servers to use instead of the broker inside
 * @param mongo address of a MongoDB to use instead of the document store inside
 */
record Options(
        Path data,
        int port,
        boolean demo,
        @Nullable String kafka,
        @Nullable String mongo) {

    /**
     * @throws Fault for an option that is unknown, lacks its value or makes no sense
     */
    static Options of(String... arguments) {
        Options options = new Options(Path.of("data"), 8080, false, null, null);
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            options = name.equals("--demo")
                    ? options.withDemo()
                    : options.with(name, i + 1 < arguments.length ? arguments[++i] : null);
        }
        return options;
    }

    private Options withDemo() {
        return new Options(data, port, true, kafka, mongo);
    }

    private Options with(String name, @Nullable String value) {
        return switch (name) {
            case "--data" -> new Options(folder(required(name, value)), port, demo, kafka, mongo);
            case "--port" -> new Options(data, port(required(name, value)), demo, kafka, mongo);
            case "--kafka" -> new Options(data, port, demo, required(name, value), mongo);
            case "--mongo" -> new Options(data, port, demo, kafka, mongo(required(name, value)));
            default ->
                throw new Fault(
                        "没有 " + name + " 这个选项，可用的有 --demo --data --port --kafka --mongo。",
                        "There is no option " + name + "; there are --demo --data --port --kafka --mongo.");
        };
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank() || value.startsWith("--")) {
            throw new Fault(name + " 后面缺少取值。", name + " lacks its value.");
        }
        return value;
    }

    private static Path folder(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException impossible) {
            throw new Fault(
                    "--data " + value + " 不是可用的文件夹名。", "--data " + value + " is not a possible name of a folder.");
        }
    }

    private static int port(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > Ports.LARGEST) {
            throw new Fault(
                    "--port 应为 1 至 " + Ports.LARGEST + " 的整数。",
                    "--port should be a whole number from 1 to " + Ports.LARGEST + ".");
        }
        return Integer.parseInt(value);
    }

    private static String mongo(String value) {
        if (!value.startsWith("mongodb://") && !value.startsWith("mongodb+srv://")) {
            throw new Fault("--mongo 应以 mongodb:// 开头。", "--mongo should begin with mongodb://.");
        }
        return value;
    }
}
