package cn.hotline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Role;
import cn.hotline.access.testing.OperatorInjection;
import cn.hotline.access.testing.RightsMatrix;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.routing.dispatch.Tickets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who may do what here, tried at the running service. */
class RightsIT {

    private static RunningRouting service;
    private static RightsMatrix matrix;

    @BeforeAll
    static void start() {
        service = new RunningRouting(0);
        matrix = new RightsMatrix(service.context(), service.address());
        service.told(Tickets.plain("XN261123-000001"));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(RightsIT::someTicketIsThere);
    }

    /** What an operator that got through would find. */
    private static boolean someTicketIsThere() {
        return new String(
                        WebTestClient.bindToServer()
                                .baseUrl(service.address())
                                .build()
                                .get()
                                .uri("/api/v1/dispatches")
                                .headers(SignedIn.headers(SignedIn.as(Role.DISPATCHER)))
                                .exchange()
                                .expectBody()
                                .returnResult()
                                .getResponseBodyContent(),
                        StandardCharsets.UTF_8)
                .contains("\"total\":1");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyEndpointStandsInTheTable() {
        assertThat(matrix.endpointsWithoutARow()).isEmpty();
    }

    @Test
    void everyRowOfTheTableIsAnEndpoint() {
        assertThat(matrix.rowsWithoutAnEndpoint()).isEmpty();
    }

    @Test
    void everyRoleAndNobodyGetsAtEveryEndpointWhatTheTableSays() {
        assertThat(matrix.differences()).isEmpty();
    }

    @Test
    void programsOnTheSameMachineGetNoMoreThanTheTableOpensToThem() {
        assertThat(matrix.differencesNearby()).isEmpty();
    }

    @Test
    void operatorsOfTheStoreAreOddTextWhereverAValueIsTaken() {
        assertThat(new OperatorInjection(service.context(), service.address()).faults())
                .isEmpty();
    }
}
