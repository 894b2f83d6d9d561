package cn.hotline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Person;
import cn.hotline.access.Position;
import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.routing.dispatch.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.Disposable;

/** Whose rows are whose, tried from outside with tokens of two units and of two cities. */
class RowsIT {

    private static final String THEIRS = "XN261123-000001";
    private static final String MOVING = "XN261123-000002";
    private static final String SECRET = "XN261123-000003";
    private static final String TO_SIGNAL = "XN261123-000004";

    private static RunningRouting routing;
    private static WebTestClient nobody;

    @BeforeAll
    static void start() {
        routing = new RunningRouting(0);
        nobody = WebTestClient.bindToServer()
                .baseUrl(routing.address())
                .responseTimeout(Duration.ofSeconds(20))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(1 << 20))
                .build();
        routing.told(Tickets.plain(THEIRS));
        routing.told(Tickets.plain(MOVING));
        routing.told(Tickets.confidential(SECRET));
        routing.told(Tickets.plain(TO_SIGNAL));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> total(SignedIn.as(Role.DISPATCHER), "") == 4);
    }

    @AfterAll
    static void stop() {
        routing.close();
    }

    @Test
    void aUnitGetsItsOwnRowsByWhateverItAsksFor() {
        for (String query :
                List.of("", "?unit=630103", "?status=DISPATCHED", "?q=XN261123", "?sort=due", "?due=today")) {
            assertThat(total(SignedIn.unit("630105"), query)).as(query).isZero();
        }
        assertThat(total(SignedIn.unit("630103"), "?unit=630105")).isZero();
        assertThat(total(SignedIn.unit("630103"), "")).isPositive();
        assertThat(read(SignedIn.unit("630100-HOUSING"), THEIRS)).isEqualTo(200);
    }

    @Test
    void probingAnotherUnitsNumberIsNotFoundForActsToo() {
        Person north = SignedIn.unit("630105");

        assertThat(read(north, THEIRS)).isEqualTo(404);
        assertThat(status(north, THEIRS, "acknowledge", "{}")).isEqualTo(404);
        assertThat(status(
                        north,
                        THEIRS,
                        "reply",
                        "{\"contacted\":false,\"outcome\":\"SOLVED\",\"account\":\"甲\",\"publicReply\":\"乙\"}"))
                .isEqualTo(404);
        assertThat(status(north, THEIRS, "named", "{\"account\":\"unit-630105\"}"))
                .isEqualTo(404);
        for (String path : List.of("/inbox/" + THEIRS + "?tab=HANDLING", "/inbox?number=" + THEIRS)) {
            as(north).get().uri(path).exchange().expectStatus().isNotFound();
        }
    }

    @Test
    void aTicketThatMovedAwayIsGone() {
        assertThat(read(SignedIn.unit("630103"), MOVING)).isEqualTo(200);

        assertThat(status(SignedIn.as(Role.DISPATCHER), MOVING, "dispatch", "{\"unit\":\"630105\"}"))
                .isEqualTo(200);

        assertThat(read(SignedIn.unit("630103"), MOVING)).isEqualTo(404);
        assertThat(read(SignedIn.unit("630100-HOUSING"), MOVING)).isEqualTo(404);
        assertThat(status(SignedIn.unit("630103"), MOVING, "acknowledge", "{}")).isEqualTo(404);
        assertThat(read(SignedIn.unit("630105"), MOVING)).isEqualTo(200);
        assertThat(status(SignedIn.as(Role.DISPATCHER), MOVING, "dispatch", "{\"unit\":\"630105\"}"))
                .isEqualTo(200);
    }

    @Test
    void nothingOfOneCityIsThereForAnother() {
        for (Person each : List.of(
                elsewhere("dispatcher", Role.DISPATCHER, null),
                elsewhere("supervisor", Role.SUPERVISOR, null),
                elsewhere("unit-630103", Role.UNIT, "630103"))) {
            assertThat(total(each, "")).as(each.account()).isZero();
            assertThat(read(each, THEIRS)).isEqualTo(404);
            as(each).get()
                    .uri("/api/v1/dispatches/" + THEIRS + "/deadline-explanation")
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        Person dispatcher = elsewhere("dispatcher", Role.DISPATCHER, null);
        assertThat(status(dispatcher, THEIRS, "dispatch", "{\"unit\":\"630105\"}"))
                .isEqualTo(404);
        assertThat(status(dispatcher, SECRET, "sight", "{\"reason\":\"看看\"}")).isEqualTo(404);
        assertThat(status(dispatcher, SECRET, "break-glass", "{\"reason\":\"看看\"}"))
                .isEqualTo(404);
        assertThat(status(elsewhere("unit-630103", Role.UNIT, "630103"), THEIRS, "acknowledge", "{}"))
                .isEqualTo(404);
        as(dispatcher)
                .get()
                .uri("/desk?tab=NOT_ACKNOWLEDGED")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).doesNotContain("XN261123", "楼道"));
        as(elsewhere("unit-630103", Role.UNIT, "630103"))
                .get()
                .uri("/inbox")
                .exchange()
                .expectBody(String.class)
                .value(page -> assertThat(page).doesNotContain("XN261123", "楼道"));
    }

    @Test
    void aClerkDoesNotKnowOfAConfidentialTicketAndItsHeadReadsIt() {
        assertThat(read(SignedIn.unit("630103"), SECRET)).isEqualTo(404);
        assertThat(read(SignedIn.unit("630103", Position.HEAD), SECRET)).isEqualTo(200);
        assertThat(read(SignedIn.unit("630103", Position.DEPUTY), SECRET)).isEqualTo(200);
    }

    /** Signals of other units, and of other cities, stay unheard; a ticket moves so that both would be told. */
    @Test
    void aUnitHearsOfItsOwnListOnly() {
        List<String> north = new CopyOnWriteArrayList<>();
        List<String> housing = new CopyOnWriteArrayList<>();
        List<String> farAway = new CopyOnWriteArrayList<>();
        List<Disposable> listening = List.of(
                listen(SignedIn.unit("630105"), north),
                listen(SignedIn.unit("630100-HOUSING"), housing),
                listen(elsewhere("dispatcher", Role.DISPATCHER, null), farAway));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !north.isEmpty() && !housing.isEmpty() && !farAway.isEmpty());

        assertThat(status(SignedIn.unit("630103"), TO_SIGNAL, "acknowledge", "{}"))
                .isEqualTo(200);

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> housing.stream()
                .anyMatch(told -> told.contains(TO_SIGNAL)));
        assertThat(north).noneMatch(told -> told.contains("XN261123"));
        assertThat(farAway).noneMatch(told -> told.contains("XN261123"));
        listening.forEach(Disposable::dispose);
    }

    private static Disposable listen(Person person, List<String> heard) {
        return as(person)
                .get()
                .uri("/live")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .returnResult(String.class)
                .getResponseBody()
                .subscribe(heard::add);
    }

    private static Person elsewhere(String account, Role role, String unit) {
        return new Person(
                "620100", account, account, Set.of(role), unit, unit == null ? null : Position.CLERK, "127.0.0.1");
    }

    private static WebTestClient as(Person person) {
        return nobody.mutate().defaultHeaders(SignedIn.headers(person)).build();
    }

    private static int read(Person person, String number) {
        return as(person)
                .get()
                .uri("/api/v1/dispatches/" + number)
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private static int status(Person person, String number, String act, String body) {
        return as(person)
                .post()
                .uri("/api/v1/dispatches/" + number + "/" + act)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private static int total(Person person, String query) {
        String body = as(person)
                .get()
                .uri("/api/v1/dispatches" + query)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Integer.parseInt(body.replaceAll("(?s).*\"total\":(\\d+).*", "$1"));
    }
}
