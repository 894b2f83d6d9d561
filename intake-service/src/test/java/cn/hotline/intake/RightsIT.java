package cn.hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Role;
import cn.hotline.access.testing.BadTokens;
import cn.hotline.access.testing.OperatorInjection;
import cn.hotline.access.testing.RightsMatrix;
import cn.hotline.access.testing.SignedIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who may do what here, tried at the running service. */
class RightsIT {

    private static IntakeAlone service;
    private static RightsMatrix matrix;

    @BeforeAll
    static void start() {
        service = new IntakeAlone(0);
        matrix = new RightsMatrix(service.context(), service.address());
        WebTestClient.bindToServer()
                .baseUrl(service.address())
                .build()
                .post()
                .uri("/api/v1/tickets")
                .headers(SignedIn.headers(SignedIn.as(Role.OPERATOR)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"channel\":\"PHONE\",\"kind\":\"HELP\",\"content\":\"楼道照明不亮\"}")
                .exchange()
                .expectStatus()
                .isCreated();
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

    @Test
    void withABadTokenNothingIsRegistered() {
        WebTestClient http =
                WebTestClient.bindToServer().baseUrl(service.address()).build();
        BadTokens.of(SignedIn.provider(), Role.OPERATOR).forEach((fault, token) -> http.post()
                .uri("/api/v1/tickets")
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"channel\":\"PHONE\",\"kind\":\"HELP\",\"content\":\"不该登记\"}")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("UNAUTHENTICATED"));
        http.get()
                .uri("/api/v1/tickets")
                .headers(SignedIn.headers(SignedIn.as(Role.OPERATOR)))
                .exchange()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1);
    }
}
