package cn.hotline.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.web.Rights;
import cn.hotline.access.web.Rights.Open;
import cn.hotline.access.web.Rights.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpMethod;

/** What the README says of who may do what is what the services' tables say. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> SERVICES = List.of("intake", "routing", "followup", "reporting");

    @Test
    void theReadmePrintsTheTablesOfRightsByArea() throws IOException {
        assertThat(Files.readString(ROOT.resolve("README.md")))
                .as("README.md, section Who may do what, should have:\n%s", table())
                .contains(table());
    }

    private static String table() {
        Map<String, List<String>> servicesByLine = new LinkedHashMap<>();
        for (String service : SERVICES) {
            areas(service).forEach((area, rows) -> servicesByLine
                    .computeIfAbsent(line(area, rows), line -> new ArrayList<>())
                    .add(service));
        }
        String roles = Arrays.stream(Role.values()).map(Role::name).collect(joining(" | "));
        String head = "| service | area | " + roles + " | others |\n" + "|---".repeat(Role.values().length + 3) + "|\n";
        return head
                + servicesByLine.entrySet().stream()
                        .map(line ->
                                "| " + (line.getValue().equals(SERVICES) ? "each" : String.join(", ", line.getValue()))
                                        + line.getKey())
                        .collect(joining("\n", "", "\n"));
    }

    private static Map<String, List<Right>> areas(String service) {
        Path file = ROOT.resolve(service + "-service/src/main/resources/" + service + "/rights.tsv");
        return Rights.read(new FileSystemResource(file)).rows().stream()
                .collect(groupingBy(Right::area, LinkedHashMap::new, toList()));
    }

    private static String line(String area, List<Right> rows) {
        Stream<String> roles = Arrays.stream(Role.values())
                .map(role -> reach(rows, row -> row.roles().contains(role)));
        String others = Arrays.stream(Open.values())
                .filter(open -> rows.stream().anyMatch(row -> row.openTo().contains(open)))
                .map(open -> open + " " + reach(rows, row -> row.openTo().contains(open)))
                .collect(joining(", "));
        return " | " + area + " | " + roles.collect(joining(" | ")) + " | " + others + " |";
    }

    /** {@code r} where something may be read, {@code w} where something may be done. */
    private static String reach(List<Right> rows, Predicate<Right> open) {
        boolean reads = rows.stream().filter(open).anyMatch(row -> row.method().equals(HttpMethod.GET));
        boolean does = rows.stream().filter(open).anyMatch(row -> !row.method().equals(HttpMethod.GET));
        return (reads ? "r" : "") + (does ? "w" : "");
    }
}
