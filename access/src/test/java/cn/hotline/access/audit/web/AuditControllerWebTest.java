package cn.hotline.access.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Role;
import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditDesk;
import cn.hotline.access.audit.AuditWriter;
import cn.hotline.access.audit.InMemoryAuditRecords;
import cn.hotline.access.audit.model.Anchor;
import cn.hotline.access.audit.model.Link;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.web.ProblemAnswers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.MockServerConfigurer;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import tools.jackson.databind.json.JsonMapper;

class AuditControllerWebTest {

    /** 23:30 of 18 June in Xining. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-18T15:30:00Z"), ZoneOffset.UTC);

    private final InMemoryAuditRecords records = new InMemoryAuditRecords();
    private final AuditWriter writer = new AuditWriter("intake", records, new SimpleMeterRegistry(), CLOCK);
    private final WebTestClient auditor = WebTestClient.bindToController(
                    new AuditController(new AuditDesk(records, writer, new SimpleMeterRegistry()), CLOCK))
            .webFilter(SignedIn.filter(SignedIn.as(Role.AUDITOR)))
            .apply(new MockServerConfigurer() {
                @Override
                public void beforeServerCreated(WebHttpHandlerBuilder builder) {
                    builder.exceptionHandlers(handlers -> handlers.add(
                            0, new ProblemAnswers(JsonMapper.builder().build())));
                }
            })
            .build();

    @Test
    void aRecordSaysWhoDidWhatWhenFromWhereAndWhy() {
        reveal("XN240618-000001");
        get("?subject=XN240618-000001")
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].who.account")
                .isEqualTo("unit-630103")
                .jsonPath("$.items[0].who.roles[0].term")
                .isEqualTo("承办单位")
                .jsonPath("$.items[0].who.position.term")
                .isEqualTo("经办人")
                .jsonPath("$.items[0].who.address")
                .isEqualTo("127.0.0.1")
                .jsonPath("$.items[0].action.term")
                .isEqualTo("查看来电人信息")
                .jsonPath("$.items[0].reason")
                .isEqualTo("核对地址")
                .jsonPath("$.items[0].outcome.code")
                .isEqualTo("DONE")
                .jsonPath("$.items[0].hash")
                .isEqualTo(records.links.firstEntry().getValue().hash());
    }

    @Test
    void daysAreWholeDaysOfTheHotline() {
        reveal("XN240618-000001");
        get("?from=2024-06-18&to=2024-06-18&action=REVEAL").jsonPath("$.total").isEqualTo(1);
        get("?to=2024-06-17&action=REVEAL").jsonPath("$.total").isEqualTo(0);
        get("?from=2024-06-19&action=REVEAL").jsonPath("$.total").isEqualTo(0);
    }

    @Test
    void operatorsOfTheStoreAreText() {
        reveal("XN240618-000001");
        get("?subject%5B%24ne%5D=x&action=REVEAL&who=%7B%22%24ne%22%3Anull%7D")
                .jsonPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void whatWasAskedIsWrittenDown() {
        get("?who=unit-630103&from=2024-06-18").jsonPath("$.total").isEqualTo(0);
        assertThat(records.links.firstEntry().getValue().entry().reason())
                .isEqualTo("人员 unit-630103，自 2024-06-17T16:00:00Z");
    }

    @Test
    void daysInTheWrongOrderAreRefused() {
        auditor.get()
                .uri("/api/v1/audit?from=2024-06-19&to=2024-06-18")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("to");
    }

    @Test
    void aWholeLogIsSaidToBeWhole() {
        reveal("XN240618-000001");
        get("/verification")
                .jsonPath("$.whole")
                .isEqualTo(true)
                .jsonPath("$.records")
                .isEqualTo(2)
                .jsonPath("$.chains[0].records")
                .isEqualTo(2)
                .jsonPath("$.chains[0].closed")
                .isEqualTo(false)
                .jsonPath("$.broken")
                .doesNotExist();
    }

    @Test
    void theFirstBrokenLinkIsNamed() {
        reveal("XN240618-000001");
        reveal("XN240618-000002");
        Link first = records.links.firstEntry().getValue();
        records.links.remove(new Anchor(first.chain(), 1, ""));
        get("/verification")
                .jsonPath("$.whole")
                .isEqualTo(false)
                .jsonPath("$.broken.chain")
                .isEqualTo(first.chain())
                .jsonPath("$.broken.sequence")
                .isEqualTo(1)
                .jsonPath("$.broken.code")
                .isEqualTo("MISSING")
                .jsonPath("$.broken.why")
                .isEqualTo("缺少这一条记录");
    }

    @Test
    void anAnchorOfTheApplicationsLogIsHeldAgainstTheChain() {
        reveal("XN240618-000001");
        String chain = records.links.firstEntry().getValue().chain();
        get("/verification?anchor=" + chain + "~7~" + "a".repeat(64))
                .jsonPath("$.broken.code")
                .isEqualTo("CUT_SHORT");
    }

    @Test
    void nothingCanBeChangedOrDeleted() {
        for (HttpMethod method :
                new HttpMethod[] {HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE}) {
            auditor.method(method)
                    .uri("/api/v1/audit")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(405);
            auditor.method(method)
                    .uri("/api/v1/audit/verification")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(405);
        }
    }

    private void reveal(String subject) {
        writer.record(new Act("REVEAL", subject, "核对地址"))
                .contextWrite(SignedIn.unit("630103").context())
                .block();
    }

    private WebTestClient.BodyContentSpec get(String query) {
        return auditor.get()
                .uri(URI.create("/api/v1/audit" + query))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
