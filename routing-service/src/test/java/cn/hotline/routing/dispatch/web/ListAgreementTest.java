package cn.hotline.routing.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Person;
import cn.hotline.access.Position;
import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.routing.WebSlice;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.Successions;
import cn.hotline.routing.dispatch.Tickets;
import cn.hotline.routing.dispatch.UnitDesk.MoreTime;
import cn.hotline.routing.dispatch.model.DispatcherChoice;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.dispatch.web.InboxScreen.Asked;
import cn.hotline.routing.dispatch.web.InboxScreen.Seen;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.precedent.Precedents;
import cn.hotline.routing.units.Units;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Page, interface, count and file of a list give the same tickets in the same order, however it is narrowed and sorted. */
class ListAgreementTest {

    private static final Person CLERK = SignedIn.unit("630103");

    private final Desks desks = new Desks();
    private final Viewers viewers = new Viewers(Desks.UNITS, desks.clock);
    private final Lists lists = new Lists(Desks.UNITS, Duration.ofDays(3), desks.clock);
    private final List<String> audited = new ArrayList<>();
    private final ListFiles files = new ListFiles(
            desks.dispatches,
            lists,
            viewers,
            act -> Mono.fromRunnable(() -> audited.add(act.action() + " " + act.subject())),
            desks.clock);
    private final InboxScreen screen = new InboxScreen(
            desks.dispatches,
            lists,
            viewers,
            new Choices(List.of(), List.of(), Map.of(), Map.of()),
            new Colleagues(desks.rosters, desks.clock),
            desks.clock);
    private final WebTestClient http = client(CLERK);

    /** Eight tickets of the unit, each in another place of its course, and one it helps with. */
    @BeforeEach
    void aUnitWithAllKindsOfTickets() {
        for (int i = 1; i <= 8; i++) {
            desks.dispatching.open(Tickets.plain("XN261123-00000" + i)).block();
            desks.clock.pass(Duration.ofMinutes(7));
        }
        Viewer clerk = viewers.of(CLERK);
        for (int i : new int[] {2, 3, 4, 6, 7}) {
            desks.units.acknowledge(holding(clerk, i)).block();
        }
        desks.units.claim(holding(clerk, 3)).block();
        desks.units.claim(holding(clerk, 5)).block();
        desks.units.askForTime(holding(clerk, 4), new MoreTime(2, "等配件", null)).block();
        desks.clock.pass(Duration.ofDays(1));
    }

    static Stream<String> questions() {
        List<String> narrowings = List.of(
                "",
                "&urgency=GENERAL",
                "&urgency=EMERGENCY",
                "&taken=mine",
                "&taken=nobody",
                "&q=楼道",
                "&q=XN261123-000003");
        List<String> orders = List.of("", "&sort=due", "&sort=newest", "&sort=oldest");
        return Stream.of(InboxTab.values())
                .flatMap(tab -> Stream.concat(
                        narrowings.stream().map(narrowing -> tab.name() + narrowing),
                        orders.stream().map(order -> tab.name() + "&taken=nobody" + order)));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void pageInterfaceCountAndFileAgree(String question) throws IOException {
        InboxTab tab = InboxTab.valueOf(question.split("&")[0]);
        ListQuery query = ListQuery.of(tab, parameters(question));

        Seen page = screen.seen(
                        new Asked(viewers.of(CLERK), viewers.of(CLERK).person().ofUnit(), tab, query, 0))
                .block();
        String asked = "?" + UriUtils.decode(query.asList(), StandardCharsets.UTF_8); // the client encodes it again
        JsonNode api = api(asked);
        List<String> file = numbersOf(asked);

        List<String> shown = page.listed().stream()
                .map(stored -> stored.state().number().value())
                .toList();
        assertThat(numbers(api)).isEqualTo(shown);
        assertThat(file).isEqualTo(shown);
        assertThat(api.path("total").asLong()).isEqualTo(page.total()).isEqualTo(shown.size());
        if (!query.narrowed()) {
            assertThat(page.tabs().get(tab.ordinal()).count()).isEqualTo(page.total());
        }
    }

    @Test
    void theListsAreNotAllEmptyOrAllTheSame() {
        assertThat(Stream.of(InboxTab.values())
                        .map(tab -> api("?list=" + tab.name()).path("total").asInt())
                        .distinct())
                .hasSizeGreaterThan(4);
    }

    @Test
    void theFileSaysWhoTookItAndTheAuditLogKnowsBefore() {
        String text = new String(csv("?list=HANDLING"), StandardCharsets.UTF_8);

        assertThat(text).contains("导出：").contains(CLERK.account());
        assertThat(audited).containsExactly("EXPORT 工单-办理中-20261124.csv");
    }

    @Test
    void aTitleThatASpreadsheetWouldRunIsText() {
        desks.dispatching
                .open(Tickets.registered(
                        "XN261123-000009",
                        "=HYPERLINK(\"http://evil\")物业公司不清理楼道垃圾",
                        Tickets.plain("XN261123-000009").registration().matter().content(),
                        "城中区南川西路",
                        null))
                .block();

        assertThat(new String(csv("?q=XN261123-000009"), StandardCharsets.UTF_8))
                .contains("'=HYPERLINK");
    }

    @Test
    void aClerkTakesNothingAlongThatIsNotTheirs() {
        desks.dispatching.open(Tickets.confidential("XN261123-000010", "秘密的事")).block();

        assertThat(new String(csv(""), StandardCharsets.UTF_8)).doesNotContain("XN261123-000010");
        assertThat(new String(csvOf(client(SignedIn.unit("630103", Position.HEAD)), ""), StandardCharsets.UTF_8))
                .contains("秘密的事");
        assertThat(new String(csvOf(client(SignedIn.as(Role.DISPATCHER)), ""), StandardCharsets.UTF_8))
                .contains("XN261123-000010")
                .doesNotContain("秘密的事");
        assertThat(new String(csvOf(client(SignedIn.unit("630105")), ""), StandardCharsets.UTF_8))
                .doesNotContain("XN261123");
    }

    @Test
    void aListOfSomebodyElseIsNone() {
        http.get()
                .uri("/api/v1/dispatches?list=WAITING")
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void whatAUnitLeavesThatNobodyTakesOverFromIsOneListOfTheDeskUntilItIsGivenElsewhere(@TempDir Path folder)
            throws IOException {
        Files.writeString(
                folder.resolve("units.tsv"),
                "#version t\ncode\tname\tlevel\tcounty\tparent\tuntil\tsuccessor\n"
                        + "630103\t城中区政府\tCOUNTY\t630103\t-\t2026-11-22\t-\n");
        Units without = Units.load(KnowledgeFiles.of(folder));
        Lists now = new Lists(without, Duration.ofDays(3), desks.clock);
        Viewer dispatcher = viewers.of(SignedIn.as(Role.DISPATCHER));
        assertThat(count(now, dispatcher)).as("before anybody took it back").isEqualTo(8);
        assertThat(count(lists, dispatcher)).as("while the unit is there").isZero();

        new Successions(desks.dispatches, without, desks.clock).handOver().block();
        assertThat(count(now, dispatcher)).isEqualTo(8);

        desks.dispatching
                .dispatch(holding(dispatcher, 1), new DispatcherChoice(People.NORTH, List.of(), null, null, null))
                .block();
        assertThat(count(now, dispatcher)).isEqualTo(7);
    }

    private Long count(Lists those, Viewer viewer) {
        return desks.dispatches
                .count(viewer, those.filter(DeskTab.UNSUCCEEDED, viewer))
                .block();
    }

    private WebTestClient client(Person person) {
        return WebSlice.of(
                person,
                new DispatchController(
                        desks.dispatches,
                        desks.dispatching,
                        desks.secrecy,
                        new DispatchRequests(Desks.UNITS, Desks.CATEGORIES, Desks.ASSESSOR, desks.clock),
                        viewers,
                        lists,
                        Desks.PUBLISHED,
                        new Precedents(Flux::empty, Desks.CATEGORIES, SignedIn.TENANT)),
                files);
    }

    private JsonNode api(String query) {
        byte[] body = http.get()
                .uri("/api/v1/dispatches" + query + "&size=100")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(body);
    }

    private static List<String> numbers(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("number").asString())
                .toList();
    }

    private List<String> numbersOf(String query) throws IOException {
        String text = new String(csv(query), StandardCharsets.UTF_8);
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(text))) {
            return parser.stream()
                    .map(line -> line.get(0))
                    .filter(cell -> cell.startsWith("XN"))
                    .toList();
        }
    }

    private byte[] csv(String query) {
        return csvOf(http, query);
    }

    private static byte[] csvOf(WebTestClient http, String query) {
        return http.get()
                .uri("/api/v1/dispatches.csv" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
    }

    private static MultiValueMap<String, String> parameters(String question) {
        return UriComponentsBuilder.fromUriString("?list=" + question).build().getQueryParams();
    }

    private static Holding holding(Viewer viewer, int number) {
        return new Holding(viewer, new TicketNumber("XN261123-00000" + number), null);
    }
}
