package cn.hotline.intake;

import cn.hotline.access.Role;
import cn.hotline.access.testing.BadTokens;
import cn.hotline.access.testing.RightsContract;
import cn.hotline.access.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who may do what here, tried at the running service. */
class RightsIT extends RightsContract {

    private IntakeAlone service;

    @Override
    protected void start() {
        service = new IntakeAlone(0);
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

    @Override
    protected void stop() {
        service.close();
    }

    @Override
    protected ApplicationContext context() {
        return service.context();
    }

    @Override
    protected String address() {
        return service.address();
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
