package cn.hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.intake.contract.IntakeEvent;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What intake publishes reads and writes exactly as its golden samples. */
class SamplesTest {

    private final EventFamily<IntakeEvent> family = new IntakeWiring().published();
    private final EventFamily<IntakeEvent> codec = family;
    private final JsonMapper json = JsonMapper.builder().build();

    @ParameterizedTest
    @MethodSource("wireNames")
    void everyRecordReadsAndWritesItsSample(String wireName) throws IOException {
        byte[] sample = Samples.read("intake", wireName);
        IntakeEvent event = codec.read(wireName, sample);
        String written = codec.tell(event, "/intake/test", 1, Cause.command("630100", "test", null, null))
                .json();
        assertThat(json.readTree(written)).isEqualTo(json.readTree(sample));
        assertThat(family.wireNameOf(event)).isEqualTo(wireName);
    }

    @Test
    void everyPermittedRecordHasAWireName() {
        assertThat(IntakeEvent.class.getPermittedSubclasses())
                .containsExactlyInAnyOrderElementsOf(IntakeEvent.WIRE_NAMES.values());
    }

    static Set<String> wireNames() {
        return IntakeEvent.WIRE_NAMES.keySet();
    }
}
