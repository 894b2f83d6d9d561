package cn.hotline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AppealsTest {

    private final JsonMapper json = new JsonMapper();
    private final Appeals appeals = new Appeals(999_990);

    @Test
    void aBodyIsSomeFiveHundredBytesOfJson() {
        assertThat(LongStream.range(0, 200).mapToObj(appeals::body))
                .allSatisfy(body -> assertThat(body.length).isBetween(450, 650))
                .allSatisfy(body -> assertThat(read(body).get("content").asString())
                        .contains(read(body).get("place").get("text").asString()));
    }

    @Test
    void everyCallerHasANumberThatBelongsToNobody() {
        List<String> phones = LongStream.range(0, 5_000)
                .mapToObj(i -> read(appeals.body(i)).get("caller").get("phone").asString())
                .toList();

        assertThat(phones).doesNotHaveDuplicates().allMatch(phone -> phone.matches("1\\d\\d0000\\d{4}"));
    }

    private JsonNode read(byte[] body) {
        return json.readTree(body);
    }
}
