package cn.hotline.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.reporting.contract.ReportingEvent;
import cn.hotline.reporting.ledger.kafka.FollowupEventsIn;
import cn.hotline.reporting.ledger.kafka.IntakeEventsIn;
import cn.hotline.reporting.ledger.kafka.RoutingEventsIn;
import cn.hotline.routing.contract.RoutingEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What we publish reads as its sample says; what others publish gets through our own edge. */
class ContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Office office = new Office();

    /** What no row of the ledger says. */
    private static final List<String> OF_NO_ROW = List.of(
            "clerk-named",
            "deadline-warned",
            "dispatch-set-aside",
            "dispatch-restored",
            "passed-down-acknowledged",
            "passed-down-replied",
            "passed-down-reply-refused");

    static Stream<String> published() {
        return ReportingEvent.WIRE_NAMES.keySet().stream().sorted();
    }

    static Stream<String> ofIntake() {
        return IntakeEvent.WIRE_NAMES.keySet().stream().sorted();
    }

    static Stream<String> ofRouting() {
        return RoutingEvent.WIRE_NAMES.keySet().stream().sorted();
    }

    static Stream<String> ofFollowup() {
        return FollowupEvent.WIRE_NAMES.keySet().stream().sorted();
    }

    @Test
    void everyEventWeTellHasAWireName() {
        assertThat(Set.copyOf(ReportingEvent.WIRE_NAMES.values()))
                .isEqualTo(Set.of(ReportingEvent.class.getPermittedSubclasses()))
                .hasSameSizeAs(Arrays.asList(ReportingEvent.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("published")
    void everyEventWeTellIsItsSampleAndBack(String wireName) {
        EventFamily<ReportingEvent> codec = new ReportingWiring().published();
        byte[] sample = sample("reporting", wireName);

        var told = codec.tell(
                codec.read(wireName, sample),
                ReportingEvent.DAILY_REPORT_STREAM,
                1,
                Cause.command("630100", "test", null, null));

        assertThat(told.type()).isEqualTo(wireName);
        assertThat(told.subject()).isEqualTo("2024-06-18");
        assertThat(JSON.readTree(told.json())).isEqualTo(JSON.readTree(sample));
    }

    @ParameterizedTest
    @MethodSource("ofIntake")
    void everythingIntakeTellsGetsThrough(String wireName) {
        if (wireName.matches(".*(corrected|supplemented|urged|withdrawn|merged|undone)\\.v1")) {
            office.hears(read(IntakeEventsIn.FAMILY, "intake", "cn.hotline.intake.ticket-registered.v1"));
        }
        office.hears(read(IntakeEventsIn.FAMILY, "intake", wireName));
    }

    @ParameterizedTest
    @MethodSource("ofRouting")
    void everythingRoutingTellsGetsThrough(String wireName) {
        office.hears(read(RoutingEventsIn.FAMILY, "routing", wireName));

        if (OF_NO_ROW.stream().anyMatch(wireName::contains)) {
            assertThat(office.entries.all()).isEmpty();
            return;
        }
        assertThat(office.entries.all()).singleElement().satisfies(row -> assertThat(row.handling())
                .isNotNull());
    }

    @ParameterizedTest
    @MethodSource("ofFollowup")
    void everythingFollowupTellsGetsThrough(String wireName) {
        office.hears(read(FollowupEventsIn.FAMILY, "followup", wireName));

        assertThat(office.entries.all()).singleElement().satisfies(row -> assertThat(row.followup() == null)
                .isNotEqualTo(row.pressing() == null));
    }

    private static <E> E read(EventFamily<E> family, String publisher, String wireName) {
        return family.read(wireName, sample(publisher, wireName));
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
