package cn.hotline.followup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.revisit.kafka.IntakeEventsIn;
import cn.hotline.followup.revisit.kafka.RoutingEventsIn;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.routing.contract.RoutingEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What we tell reads as its sample says; what others tell gets through our own edge. */
class ContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FollowupInMemory followup = new FollowupInMemory();

    static Stream<String> ours() {
        return FollowupEvent.WIRE_NAMES.keySet().stream().sorted();
    }

    static Stream<String> ofIntake() {
        return IntakeEvent.WIRE_NAMES.keySet().stream().sorted();
    }

    static Stream<String> ofRouting() {
        return RoutingEvent.WIRE_NAMES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everyEventWeTellIsItsSampleAndBack(String wireName) {
        EventFamily<FollowupEvent> codec = FollowupWiring.PUBLISHED;
        byte[] sample = sample("followup", wireName);
        FollowupEvent event = codec.read(wireName, sample);

        var told = codec.tell(event, FollowupEvent.REVISIT_STREAM, 1, Cause.command("630100", "test", null, null));

        assertThat(told.type()).isEqualTo(wireName);
        assertThat(JSON.readTree(told.json())).isEqualTo(JSON.readTree(sample));
    }

    @ParameterizedTest
    @MethodSource("ofIntake")
    void everythingIntakeTellsGetsThrough(String wireName) {
        followup.hears(IntakeEventsIn.FAMILY.read(wireName, sample("intake", wireName)));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void everythingWeTellOurselvesGetsThrough(String wireName) {
        followup.hears(FollowupWiring.PUBLISHED.read(wireName, sample("followup", wireName)));
    }

    @ParameterizedTest
    @MethodSource("ofRouting")
    void everythingRoutingTellsGetsThrough(String wireName) {
        followup.hears(RoutingEventsIn.FAMILY.read(wireName, sample("routing", wireName)));
    }

    private static byte[] sample(String publisher, String wireName) {
        String name = wireName.substring(("cn.hotline." + publisher + ".").length());
        String path = "/samples/" + publisher + "/" + name + ".json";
        try (InputStream file = ContractTest.class.getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
