package cn.hotline.routing.roster.web;

import cn.hotline.access.Person;
import cn.hotline.access.Position;
import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.routing.WebSlice;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.roster.InMemoryRosters;
import cn.hotline.routing.roster.RosterDesk;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class RosterWebTest {

    private static final String CENTRE = "/api/v1/units/630103/roster";
    private static final String GOOD = """
            {"people":[{"account":"li","name":"李芳","post":"CLERK","phone":"0971-8230001"},
                       {"account":"chen","name":"陈刚","post":"HEAD"}],
             "leaves":[{"account":"chen","from":"2026-12-01","to":"2026-12-03","delegate":"li"}],
             "duty":{"phone":"0971-8230000转6","week":[
                {"day":"MONDAY","account":"li"},{"day":"TUESDAY","account":"li"},{"day":"WEDNESDAY","account":"li"},
                {"day":"THURSDAY","account":"li"},{"day":"FRIDAY","account":"li"},{"day":"SATURDAY","account":"chen"},
                {"day":"SUNDAY","account":"chen"}],"swaps":[{"day":"2026-12-05","account":"li"}]}}""";

    private final InMemoryRosters rosters = new InMemoryRosters();

    @Test
    void aHeadKeepsTheRosterOfTheirUnitAndAnybodyOfItReadsIt() {
        put(head("630103"), "0", GOOD)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.takesEmergencies")
                .isEqualTo(true)
                .jsonPath("$.onDuty")
                .isEqualTo("李芳")
                .jsonPath("$.duty.phone")
                .isEqualTo("0971-8230000转6");

        client(of("630103", Position.CLERK))
                .get()
                .uri(CENTRE)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1)
                .jsonPath("$.unit.name")
                .isEqualTo("城中区政府")
                .jsonPath("$.people[1].post.term")
                .isEqualTo("负责人")
                .jsonPath("$.leaves[0].delegate")
                .isEqualTo("li");
    }

    @Test
    void aUnitWithoutOneHasABlankOne() {
        client(SignedIn.as(Role.DISPATCHER))
                .get()
                .uri(CENTRE)
                .exchange()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(0)
                .jsonPath("$.takesEmergencies")
                .isEqualTo(false);
    }

    @Test
    void whoComesSecondIsTold() {
        put(head("630103"), "0", GOOD).expectStatus().isOk();

        put(head("630103"), "0", GOOD)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VERSION_CONFLICT");
        put(SignedIn.as(Role.ADMIN), "1", GOOD).expectStatus().isOk();
    }

    @Test
    void aClerkKeepsNothingAndNobodyReachesIntoAnotherUnit() {
        put(of("630103", Position.CLERK), "0", GOOD)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("本单位的人员和值班由负责人或副职维护，请联系他们。");
        put(head("630105"), "0", GOOD).expectStatus().isNotFound();
        client(head("630105")).get().uri(CENTRE).exchange().expectStatus().isNotFound();
        put(SignedIn.as(Role.DISPATCHER), "0", GOOD).expectStatus().isForbidden();
        client(SignedIn.as(Role.ADMIN))
                .get()
                .uri("/api/v1/units/999999/roster")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"delegate\":\"li\"|\"delegate\":\"nobody\"|leaves[0].delegate|人员名单中没有账号“nobody”，请先登记人员",
                "\"to\":\"2026-12-03\"|\"to\":\"2026-11-30\"|leaves[0].to|结束日期早于开始日期",
                "\"to\":\"2026-12-03\"|\"to\":\"2026-02-30\"|leaves[0].to|请按 2026-11-23 的样式填写日期",
                "\"phone\":\"0971-8230000转6\"|\"phone\":\" \"|duty.phone|请填写24小时值班电话",
                "\"phone\":\"0971-8230000转6\"|\"phone\":\"打我\"|duty.phone|请填写办公电话，如 0971-8230000 或 8230000转6",
                "\"post\":\"HEAD\"|\"post\":\"CLERK\"|people|至少登记一名负责人",
                "\"name\":\"李芳\"|\"name\":\"\"|people[0].name|请填写此项",
                "{\"day\":\"MONDAY\",\"account\":\"li\"},|''|duty.week|星期一没有人值班，值班表要排满一周",
            })
    void whatDoesNotFitIsRefusedWithTheFieldAndASentence(String good, String bad, String field, String sentence) {
        put(head("630103"), "0", GOOD.replace(good, bad))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].detail")
                .isEqualTo(sentence);
    }

    @Test
    void aChangeNamesTheVersionItWasMadeOf() {
        client(head("630103"))
                .put()
                .uri(CENTRE)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(GOOD)
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("If-Match");
    }

    private WebTestClient.ResponseSpec put(Person person, String version, String body) {
        return client(person)
                .put()
                .uri(CENTRE)
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient client(Person person) {
        Desks desks = new Desks();
        return WebSlice.of(
                person, new RosterController(new RosterDesk(rosters, desks.clock), Desks.UNITS, desks.clock));
    }

    private static Person head(String unit) {
        return of(unit, Position.HEAD);
    }

    private static Person of(String unit, Position position) {
        return new Person("630100", "unit-" + unit, "陈刚", Set.of(Role.UNIT), unit, position, "10.0.0.7");
    }
}
