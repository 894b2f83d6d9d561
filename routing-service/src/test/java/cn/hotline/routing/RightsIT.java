package cn.hotline.routing;

import cn.hotline.access.Role;
import cn.hotline.access.testing.RightsContract;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.routing.dispatch.Tickets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who may do what here, tried at the running service. */
class RightsIT extends RightsContract {

    private RunningRouting service;

    @Override
    protected void start() {
        service = new RunningRouting(0);
        service.told(Tickets.plain("XN261123-000001"));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::someTicketIsThere);
    }

    /** What an operator that got through would find. */
    private boolean someTicketIsThere() {
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
}
