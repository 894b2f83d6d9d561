package cn.hotline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.kafka.FollowupEventsIn;
import cn.hotline.routing.dispatch.kafka.IntakeEventsIn;
import cn.hotline.routing.notice.InMemoryNotices;
import cn.hotline.routing.notice.NoticeDesk;
import cn.hotline.routing.notice.kafka.OwnEventsIn;
import cn.hotline.routing.notice.model.Slots;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What we publish reads as its sample says; what others publish gets through our own edge. */
class ContractTest {

    private static final EventFamily<RoutingEvent> PUBLISHED = new RoutingWiring().published();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Desks desks = new Desks();

    static Stream<String> published() {
        return RoutingEvent.WIRE_NAMES.keySet().stream().sorted();
    }

    static Stream<String> ofIntake() {
        return IntakeEvent.WIRE_NAMES.keySet().stream().sorted();
    }

    static Stream<String> ofFollowup() {
        return FollowupEvent.WIRE_NAMES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("published")
    void everyEventWeTellIsItsSampleAndBack(String wireName) {
        EventFamily<RoutingEvent> codec = PUBLISHED;
        byte[] sample = sample("routing", wireName);
        RoutingEvent read = codec.read(wireName, sample);

        var told = codec.tell(read, RoutingEvent.DISPATCH_STREAM, 1, Cause.command("630100", "test", null, null));

        assertThat(told.type()).isEqualTo(wireName);
        assertThat(JSON.readTree(told.json())).isEqualTo(JSON.readTree(sample));
    }

    @ParameterizedTest
    @MethodSource("published")
    void everythingWeTellGetsThroughToNotices(String wireName) {
        Slots slots = new Slots(Desks.POLICY::calendar, List.of(LocalTime.of(8, 30)));
        NoticeDesk notices = new NoticeDesk(new InMemoryNotices(), desks.dispatches, slots, desks.clock);

        goesThrough(PUBLISHED, new OwnEventsIn(notices).handlers(), "routing", wireName);
    }

    @ParameterizedTest
    @MethodSource("ofIntake")
    void everythingIntakeTellsGetsThrough(String wireName) {
        goesThrough(IntakeEventsIn.FAMILY, new IntakeEventsIn(desks.dispatching).handlers(), "intake", wireName);
    }

    @ParameterizedTest
    @MethodSource("ofFollowup")
    void everythingFollowupTellsGetsThrough(String wireName) {
        goesThrough(FollowupEventsIn.FAMILY, new FollowupEventsIn(desks.dispatching).handlers(), "followup", wireName);
    }

    private static <E> void goesThrough(
            EventFamily<E> family, EventHandlers<E> handlers, String publisher, String wireName) {
        E event = family.read(wireName, sample(publisher, wireName));
        handlers.handle(event)
                .contextWrite(
                        Cause.event("630100", "/" + publisher + "/any", 1, null).context())
                .block();
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
