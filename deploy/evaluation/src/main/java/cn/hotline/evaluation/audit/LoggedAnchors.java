package cn.hotline.evaluation.audit;

import cn.hotline.evaluation.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the application's log knows of the chains: how far each had come when it was last said. Whoever tampers with the
 * database and makes everything fit again contradicts it.
 */
final class LoggedAnchors {

    private static final Pattern LINE = Pattern.compile("Audit of ([a-z]+): (anchor .*)$");
    private static final Pattern ANCHOR = Pattern.compile("anchor ([0-9a-zA-Z-]+) (\\d+) ([0-9a-f]{64})");

    private final Map<String, Map<String, String>> byService = new LinkedHashMap<>();

    private LoggedAnchors() {}

    static LoggedAnchors none() {
        return new LoggedAnchors();
    }

    /** Reads a log and the older files beside it, which have its name and a number. */
    static LoggedAnchors in(Path log) {
        LoggedAnchors anchors = new LoggedAnchors();
        try (Stream<Path> files = Files.list(log.toAbsolutePath().getParent())) {
            String name = log.getFileName().toString();
            List<Path> oldestFirst = files.filter(
                            file -> file.getFileName().toString().matches(Pattern.quote(name) + "(\\.\\d+)?"))
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
            for (Path file : oldestFirst) {
                try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
                    lines.forEach(anchors::read);
                }
            }
        } catch (IOException unreadable) {
            throw new Fault("日志 " + log + " 读不了。", "The log " + log + " cannot be read.");
        }
        return anchors;
    }

    private void read(String text) {
        Matcher line = LINE.matcher(text);
        if (line.find()) {
            Map<String, String> latest = byService.computeIfAbsent(line.group(1), service -> new LinkedHashMap<>());
            Matcher anchor = ANCHOR.matcher(line.group(2));
            while (anchor.find()) {
                latest.put(anchor.group(1), anchor.group(1) + "~" + anchor.group(2) + "~" + anchor.group(3));
            }
        }
    }

    /** The latest of each chain of a service, each {@code chain~sequence~hash}. */
    List<String> of(String service) {
        return new ArrayList<>(byService.getOrDefault(service, Map.of()).values());
    }
}
