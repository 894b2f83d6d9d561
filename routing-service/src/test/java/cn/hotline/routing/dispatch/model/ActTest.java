package cn.hotline.routing.dispatch.model;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActTest {

    @Test
    void theReadmePrintsTheTableOfActs() throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .as("README.md, 办件状态表, should have:\n%s", table())
                .contains(table());
    }

    private static String table() {
        return "| act | by | from | to |\n|---|---|---|---|\n"
                + Stream.of(Act.values()).map(ActTest::rows).collect(joining());
    }

    private static String rows(Act act) {
        String who = act.doers().stream()
                .sorted(Comparator.comparing(Enum::ordinal))
                .map(Act.Doer::term)
                .collect(joining("、"));
        return act.moves().stream()
                .collect(groupingBy(
                        Act.Move::to, LinkedHashMap::new, flatMapping(from -> from.from().stream(), toSet())))
                .entrySet()
                .stream()
                .map(move -> "| " + act.term() + " | " + who + " | " + terms(move.getValue()) + " | "
                        + (move.getKey().isEmpty() ? "stays" : terms(move.getKey())) + " |\n")
                .collect(joining());
    }

    private static String terms(Set<DispatchStatus> statuses) {
        return statuses.stream()
                .sorted(Comparator.comparing(Enum::ordinal))
                .map(DispatchStatus::term)
                .collect(joining("、"));
    }
}
