package cn.hotline.routing.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.routing.WebSlice;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

class BatchWebTest {

    private static final String FIRST = "XN261123-000001";
    private static final String SECOND = "XN261123-000002";
    private static final String WAITING = "XN261123-000003";

    private final Desks desks = new Desks();
    private final BatchController controller =
            new BatchController(desks.units, desks.dispatching, new Viewers(Desks.UNITS, desks.clock));

    @BeforeEach
    void ticketsHaveArrived() {
        desks.dispatching.open(Tickets.plain(FIRST)).block();
        desks.dispatching.open(Tickets.plain(SECOND)).block();
        desks.dispatching.open(Tickets.accusing(WAITING)).block();
    }

    @Test
    void severalTicketsAreAcknowledgedAndEachSaysWhatBecameOfIt() {
        desks.units
                .acknowledge(new Holding(
                        new Viewers(Desks.UNITS, desks.clock).of(SignedIn.unit("630103")),
                        new TicketNumber(SECOND),
                        null))
                .block();

        acknowledge(SignedIn.unit("630103"), FIRST, SECOND, "XN261123-999999", FIRST)
                .jsonPath("$.done")
                .isEqualTo(1)
                .jsonPath("$.results.length()")
                .isEqualTo(3)
                .jsonPath("$.results[0].status.code")
                .isEqualTo("IN_PROGRESS")
                .jsonPath("$.results[1].code")
                .isEqualTo("NOT_WAITING_TO_BE_ACKNOWLEDGED")
                .jsonPath("$.results[1].detail")
                .isEqualTo("工单不在待签收状态，不能签收，请刷新后查看。")
                .jsonPath("$.results[2].code")
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void anotherUnitsTicketsAreNotThere() {
        acknowledge(SignedIn.unit("630105"), FIRST, SECOND)
                .jsonPath("$.done")
                .isEqualTo(0)
                .jsonPath("$.results[0].code")
                .isEqualTo("NOT_FOUND");
        assertThat(found(FIRST).status()).isEqualTo(DispatchStatus.DISPATCHED);
    }

    @Test
    void noneAndTooManyAreRefusedBeforeAnythingIsDone() {
        String many = IntStream.rangeClosed(1, 101)
                .mapToObj("\"XN261123-%06d\""::formatted)
                .collect(Collectors.joining(","));
        for (String numbers : new String[] {"", many}) {
            post(SignedIn.unit("630103"), "acknowledgements", "{\"numbers\":[" + numbers + "]}")
                    .expectStatus()
                    .isEqualTo(422);
        }
        assertThat(found(FIRST).status()).isEqualTo(DispatchStatus.DISPATCHED);
    }

    @Test
    void whatWaitsIsDispatchedToTheUnitProposed() {
        String proposed = found(WAITING)
                .classification()
                .proposal()
                .choice()
                .orElseThrow()
                .lead()
                .code();

        dispatch(WAITING, proposed).jsonPath("$.results[0].status.code").isEqualTo("DISPATCHED");

        assertThat(found(WAITING).handling().lead().unit().code()).isEqualTo(proposed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"630105", ""})
    void aUnitThatIsNotProposedAnyMoreGetsNothing(String unit) {
        dispatch(WAITING, unit)
                .jsonPath("$.done")
                .isEqualTo(0)
                .jsonPath("$.results[0].code")
                .isEqualTo("PROPOSED_ANOTHER");
    }

    private BodyContentSpec acknowledge(Person by, String... numbers) {
        String listed = Arrays.stream(numbers).map("\"%s\""::formatted).collect(Collectors.joining(","));
        return post(by, "acknowledgements", "{\"numbers\":[" + listed + "]}")
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private BodyContentSpec dispatch(String number, String unit) {
        return post(
                        SignedIn.as(Role.DISPATCHER),
                        "proposed-dispatches",
                        "{\"tickets\":[{\"number\":\"" + number + "\",\"unit\":\"" + unit + "\"}]}")
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private WebTestClient.ResponseSpec post(Person by, String what, String body) {
        return WebSlice.of(by, controller)
                .post()
                .uri("/api/v1/dispatches/" + what)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private Dispatch found(String number) {
        return desks.dispatches
                .find(Viewer.itself(desks.clock.instant()), new TicketNumber(number))
                .map(Versioned::state)
                .block();
    }
}
