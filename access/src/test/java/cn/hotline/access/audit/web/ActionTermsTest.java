package cn.hotline.access.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.web.Rights;
import cn.hotline.access.web.Rights.Right;
import cn.hotline.chassis.Termed.Coded;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.FileSystemResource;

/** An auditor reads what was done in Chinese, whatever the services learn to do. */
class ActionTermsTest {

    /** Posted, but only asked. */
    private static final Set<String> NO_ACTS =
            Set.of("POST_RECOMMENDATIONS", "WRITING", "DELETE_WRITING", "REPLY_PREVIEW", "REPLY_CHECK", "OUTLOOK");

    private final ActionTerms terms = new ActionTerms();

    @ParameterizedTest
    @ValueSource(strings = {"intake", "routing", "followup", "reporting"})
    void everyCommandOfAServiceHasATerm(String service) {
        Path file = Path.of("..", service + "-service/src/main/resources/" + service + "/rights.tsv");
        Stream<Coded> commands = Rights.read(new FileSystemResource(file)).rows().stream()
                .filter(row -> !Endpoint.isReading(row.method()))
                .filter(row -> !row.roles().isEmpty())
                .map(ActionTermsTest::name)
                .filter(name -> !NO_ACTS.contains(name))
                .map(terms::of);
        assertThat(commands).isNotEmpty().allMatch(command -> !command.term().equals(command.code()));
    }

    private static String name(Right row) {
        return Endpoint.name(row.method(), row.pattern().getPatternString());
    }
}
