package cn.hotline.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.routing.dispatch.Tickets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
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
        admin = routing.as(SignedIn.as(Role.ADMIN));
        dispatcher = routing.as(SignedIn.as(Role.DISPATCHER));
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

    @Test
    void aDraftIsImportedForecastAndPublishedAndTheForecastIsWhatThenHappens() {
        for (String number : List.of("XN261123-000011", "XN261123-000012")) {
            routing.told(noise(number));
            ruled(number);
        }
        byte[] file = admin.get()
                .uri("/api/v1/catalogue.csv")
                .exchange()
                .expectHeader()
                .value("Content-Disposition", name -> assertThat(name).contains("attachment"))
                .expectBody()
                .returnResult()
                .getResponseBody();
        String csv = new String(file, UTF_8) + "R-NEW,EE-NOISE,,县区,630105,,,630100-ECOLOGY,,,,,否,某办法第一条,,,\r\n";
        var form = new MultipartBodyBuilder();
        form.part("file", csv.getBytes(UTF_8)).filename("目录.csv");
        admin.post()
                .uri("/api/v1/catalogue/draft/import")
                .body(BodyInserters.fromMultipartData(form.build()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.changes")
                .isEqualTo(1);

        JsonNode forecast = get("/api/v1/catalogue/draft/forecast");
        JsonNode move = forecast.path("moves").get(0);
        assertThat(move.path("to").path("code").stringValue()).isEqualTo("630100-ECOLOGY");
        assertThat(move.path("numbers")).extracting(JsonNode::stringValue).contains("XN261123-000012");
        assertThat(get("/api/v1/catalogue/draft/checks").path("publishable").booleanValue())
                .isTrue();

        admin.post()
                .uri("/api/v1/catalogue/draft/publication")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"reason\":\"城北区试点\"}")
                .exchange()
                .expectStatus()
                .isOk();
        routing.told(noise("XN261123-000013"));
        assertThat(ruled("XN261123-000013").path("rule").path("id").stringValue())
                .isEqualTo("R-NEW");
        assertThat(ruled("XN261123-000013").path("unit").path("code").stringValue())
                .isEqualTo("630100-ECOLOGY");
    }

    private static TicketRegistered noise(String number) {
        return Tickets.registered(number, "夜间噪音扰民", "工地夜间施工噪音很大。", "城北区", "EE-NOISE");
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
