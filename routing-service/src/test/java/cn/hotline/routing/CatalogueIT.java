package cn.hotline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.routing.dispatch.Tickets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue as an administrator changes it at the running service, and what then happens to tickets. */
class CatalogueIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RunningRouting routing;
    private static WebTestClient admin;
    private static WebTestClient dispatcher;

    @BeforeAll
    static void start() {
        routing = new RunningRouting(0);
        admin = WebTestClient.bindToServer()
                .baseUrl(routing.address())
                .defaultHeaders(SignedIn.headers(SignedIn.as(Role.ADMIN)))
                .responseTimeout(Duration.ofSeconds(20))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
                .build();
        dispatcher = admin.mutate()
                .defaultHeaders(SignedIn.headers(SignedIn.as(Role.DISPATCHER)))
                .build();
    }

    @AfterAll
    static void stop() {
        routing.close();
    }

    @Test
    void aTicketGoesByWhatIsPublishedAndKeepsTheVersionThatDecided() {
        routing.told(Tickets.plain("XN261123-000001"));
        JsonNode before = ruled("XN261123-000001");
        ObjectNode catalogue = (ObjectNode) get("/api/v1/catalogue");
        String version = catalogue.path("version").stringValue();
        assertThat(before.path("rule").path("version").stringValue()).isEqualTo(version);

        for (JsonNode entry : catalogue.path("items")) {
            if (entry.path("rule").stringValue().equals("R-HC-PROPERTY")) {
                ((ObjectNode) entry).put("lead", "630100-HOUSING").putArray("coUnits");
            }
        }
        catalogue.put("reason", "物业服务改由市局主办");
        admin.put()
                .uri("/api/v1/catalogue")
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(catalogue.toString())
                .exchange()
                .expectStatus()
                .isOk();

        routing.told(Tickets.plain("XN261123-000002"));
        JsonNode after = ruled("XN261123-000002");
        assertThat(after.path("unit").path("code").stringValue()).isEqualTo("630100-HOUSING");
        assertThat(after.path("rule").path("id").stringValue()).isEqualTo("R-HC-PROPERTY");
        assertThat(Integer.parseInt(after.path("rule").path("version").stringValue()))
                .isEqualTo(Integer.parseInt(version) + 1);
        assertThat(ruled("XN261123-000001").path("rule")).isEqualTo(before.path("rule"));
        assertThat(get("/api/v1/catalogue?version=" + version).path("items"))
                .anyMatch(entry -> entry.path("rule").stringValue().equals("R-HC-PROPERTY")
                        && entry.path("lead").stringValue().equals("@COUNTY"));
    }

    private static JsonNode ruled(String number) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> dispatcher
                .get()
                .uri("/api/v1/dispatches/" + number)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()
                .contains("\"rule\""));
        return JSON.readTree(dispatcher
                .get()
                .uri("/api/v1/dispatches/" + number)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static JsonNode get(String path) {
        return JSON.readTree(admin.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
