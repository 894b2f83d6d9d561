package cn.hotline.routing.unitsystem;

import static cn.hotline.routing.dispatch.People.CENTRE_CLERK;
import static cn.hotline.routing.unitsystem.Systems.done;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.UnitAct;
import cn.hotline.routing.contract.UnitNotice;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.web.DispatchRequests;
import cn.hotline.routing.dispatch.web.JsonActs;
import cn.hotline.routing.dispatch.web.UnitRequests;
import cn.hotline.routing.unitsystem.model.OpenList;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What units' systems are told reads as its sample says; what their samples say gets through. */
class UnitContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NUMBER = "XN261123-000001";

    static Stream<String> told() {
        return UnitNotice.WIRE_NAMES.keySet().stream().sorted();
    }

    static Stream<String> acts() {
        return UnitAct.WIRE_NAMES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("told")
    void everyNoticeIsItsSampleAndBack(String wireName) {
        byte[] sample = sample("unit", wireName.substring("cn.hotline.routing.".length()));
        UnitNotice read = Letter.FAMILY.read(wireName, sample);

        assertThat(Letter.FAMILY.wireNameOf(read)).isEqualTo(wireName);
        assertThat(JSON.readTree(Letter.FAMILY.written(read))).isEqualTo(JSON.readTree(sample));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void everyActIsReadAndDecidedUpon(String wireName) {
        Desks desks = new Desks();
        done(desks.dispatching.open(Tickets.plain(NUMBER)));
        JsonActs acts = new JsonActs(
                desks.units,
                new UnitRequests(Desks.UNITS, desks.clock),
                desks.dispatching,
                new DispatchRequests(Desks.UNITS, Desks.CATEGORIES, Desks.ASSESSOR, desks.clock),
                JSON);
        byte[] sample = sample("unit-acts", wireName.substring("cn.hotline.unit.".length()));
        Holding ticket = new Holding(desks.seenBy(CENTRE_CLERK), new TicketNumber(NUMBER), null);

        String answer = done(acts.carryOut(UnitAct.WIRE_NAMES.get(wireName), ticket, sample)
                .map(stored -> "done")
                .onErrorResume(Refused.class, no -> Mono.just(no.reason().name())));

        assertThat(answer).isNotEqualTo(General.INVALID.name());
        assertThat(done(acts.carryOut(UnitAct.WIRE_NAMES.get(wireName), ticket, "null".getBytes(UTF_8))
                        .map(stored -> "done")
                        .onErrorResume(
                                Refused.class, no -> Mono.just(no.reason().name()))))
                .isEqualTo(General.INVALID.name());
    }

    @Test
    void theSampleOfAListIsRead() {
        OpenList read = JSON.readValue(sample("unit-acts", "open-tickets.v1"), OpenList.Sent.class)
                .read();

        assertThat(read.statuses()).containsEntry("XN240618-000123", "IN_PROGRESS");
        assertThat(read.asOf()).isNotNull();
    }

    private static byte[] sample(String folder, String name) {
        String path = "/samples/" + folder + "/" + name + ".json";
        try (InputStream file = UnitContractTest.class.getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
