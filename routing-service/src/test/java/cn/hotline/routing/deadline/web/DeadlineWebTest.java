package cn.hotline.routing.deadline.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.routing.WebSlice;
import cn.hotline.routing.deadline.DeadlineDesk;
import cn.hotline.routing.dispatch.DeadlineOffice;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class DeadlineWebTest {

    private static final String NOTICE_2027 = """
            {"days":[{"day":"2027-01-01","kind":"HOLIDAY","name":"元旦"},
                     {"day":"2027-05-01","kind":"HOLIDAY","name":"劳动节"},
                     {"day":"2027-10-01","kind":"HOLIDAY","name":"国庆节"},
                     {"day":"2027-10-02","kind":"HOLIDAY","name":"国庆节"},
                     {"day":"2027-10-03","kind":"HOLIDAY","name":"国庆节"}%s],"reason":"国办发明电 2026 年第 9 号"}
            """;

    private final DeadlineOffice office = new DeadlineOffice();
    private final DeadlineDesk desk = office.desk;
    private final WebTestClient http = WebSlice.of(
            SignedIn.as(Role.ADMIN),
            new DeadlineController(desk, office.published, new DeadlineRequests(office.clock)));

    @Test
    void everyGradeSaysItsLimitsAndTheirClock() {
        get("/api/v1/time-limits")
                .jsonPath("$.items[?(@.rule.code=='EMERGENCY')].finish.words")
                .isEqualTo("2小时")
                .jsonPath("$.items[?(@.rule.code=='SIMPLE')].acknowledge.unit.code")
                .isEqualTo("WORKING_HOURS")
                .jsonPath("$.items[?(@.rule.code=='COMPLEX')].finish.amount")
                .isEqualTo(11)
                .jsonPath("$.version")
                .isEqualTo("1")
                .jsonPath("$.published.by")
                .isEqualTo("系统");
    }

    @Test
    void aPublishedYearListsHolidaysAndMakeUpDays() {
        get("/api/v1/calendars/2026")
                .jsonPath("$.published")
                .isEqualTo(true)
                .jsonPath("$.officeHours[0]")
                .isEqualTo("08:30-12:00")
                .jsonPath("$.days[?(@.day=='2026-10-01')].name")
                .isEqualTo("国庆节")
                .jsonPath("$.days[?(@.day=='2026-10-10')].kind.code")
                .isEqualTo("MAKE_UP");
    }

    @Test
    void aYearThatIsNotPublishedSaysSo() {
        get("/api/v1/calendars/2027")
                .jsonPath("$.published")
                .isEqualTo(false)
                .jsonPath("$.basis")
                .isEqualTo("2027 年放假安排尚未公布，暂按周末休息推算")
                .jsonPath("$.days")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcd", "20266", "0026"})
    void aYearThatIsNoneIsNotFound(String year) {
        http.get().uri("/api/v1/calendars/" + year).exchange().expectStatus().isNotFound();
    }

    @Test
    void aNoticeIsPublishedAsANewVersionWithWhoWhenAndWhy() {
        put("/api/v1/calendars/2027", "\"1\"", NOTICE_2027.formatted(""))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.published")
                .isEqualTo(true);

        get("/api/v1/calendars/versions")
                .jsonPath("$[0].number")
                .isEqualTo(2)
                .jsonPath("$[0].reason")
                .isEqualTo("国办发明电 2026 年第 9 号")
                .jsonPath("$[1].reason")
                .isEqualTo("随系统提供的日历（tyme4j-1.4.9/2026.1）");
        assertThat(office.published.get().replaced()).hasSize(1);
    }

    @Test
    void whoeverLookedAtAnOlderVersionIsToldSo() {
        put("/api/v1/calendars/2027", "1", NOTICE_2027.formatted(""))
                .expectStatus()
                .isOk();

        put("/api/v1/calendars/2027", "1", NOTICE_2027.formatted(""))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("工作日历已被他人更新，请刷新、重新核对后再发布。");
        put("/api/v1/calendars/2027", "2", NOTICE_2027.formatted(""))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("与现行版本没有差别，不需要发布。");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2028-01-01 | HOLIDAY | 元旦 | 2028-01-01 不在 2027 年，请到那一年的日历里填写
            2027-10-08 | MAKE_UP | 调休 | 2027-10-08 本来就是工作日，不用写调休上班
            2027-10-03 | HOLIDAY | 国庆节 | 2027-10-03 写了两次
            2027-02-30 | HOLIDAY | 春节 | “2027-02-30”不是日期，应写作 2027-10-01
            2027-06-09 | WORKDAY | 平常 | 只写放假（HOLIDAY）和调休上班（MAKE_UP）的日子，平常的工作日和周末不用写
            """)
    void aDayThatCannotBeRightIsNamed(String day, String kind, String name, String words) {
        String more = ",{\"day\":\"%s\",\"kind\":\"%s\",\"name\":\"%s\"}".formatted(day, kind, name);
        put("/api/v1/calendars/2027", "1", NOTICE_2027.formatted(more))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].detail")
                .isEqualTo(words);
    }

    @Test
    void aNoticeWithoutNationalDayIsNotWhole() {
        put(
                        "/api/v1/calendars/2027",
                        "1",
                        "{\"days\":[{\"day\":\"2027-01-01\",\"kind\":\"HOLIDAY\",\"name\":\"元旦\"}],\"reason\":\"通知\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].detail")
                .isEqualTo("缺少法定节假日：5月1日、10月1日、10月2日、10月3日，请核对通知是否录全");
    }

    @Test
    void aYearFarAwayIsNotKept() {
        put("/api/v1/calendars/2050", "1", NOTICE_2027.formatted(""))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].detail")
                .isEqualTo("只能维护 2025 年至 2028 年的日历");
    }

    @Test
    void anOutlookTellsWhatWouldMoveAndPublishesNothing() {
        office.dispatched("XN261231-000001", "2026-12-31T16:00");

        http.post()
                .uri("/api/v1/calendars/2027/outlook")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(NOTICE_2027.formatted(""))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.open")
                .isEqualTo(1)
                .jsonPath("$.moving")
                .isEqualTo(1)
                .jsonPath("$.items[0].number")
                .isEqualTo("XN261231-000001")
                .jsonPath("$.items[0].kind.code")
                .isEqualTo("ACKNOWLEDGE")
                .jsonPath("$.items[0].from")
                .isEqualTo("2027-01-01T08:00:00Z")
                .jsonPath("$.items[0].to")
                .isEqualTo("2027-01-04T08:00:00Z");
        assertThat(desk.calendar().number()).isEqualTo(1);
    }

    @Test
    void timeLimitsArePublishedAsAWholeAndOldOnesStayKnown() {
        put("/api/v1/time-limits", "1", limits("5"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo("2")
                .jsonPath("$.items[?(@.rule.code=='GENERAL')].finish.words")
                .isEqualTo("5天");
        assertThat(office.published.get().limits().version()).isEqualTo("2");
        assertThat(office.published.get().former()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -3   | items[3].finish | 时限须是大于 0 的整数
            9999 | items[3].finish | 9999天太长，最多 180 天
            """)
    void alimitThatIsAbsurdIsNamed(String days, String field, String words) {
        put("/api/v1/time-limits", "1", limits(days))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].detail")
                .isEqualTo(words);
    }

    @Test
    void aTableWithoutAGradeIsNotWhole() {
        put("/api/v1/time-limits", "1", limits("5").replace("\"rule\":\"COMPLEX\"", "\"rule\":\"GENERAL\""))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[?(@.field=='items')].detail")
                .isEqualTo("缺少这些等级的时限：复杂，请把整张表写全")
                .jsonPath("$.errors[?(@.field=='items[4].rule')].detail")
                .isEqualTo("“一般”写了两次");
    }

    @Test
    void aUnitHasNoLessTimeToFinishThanToSign() {
        put(
                        "/api/v1/time-limits",
                        "1",
                        limits("5").replace("\"amount\":2,\"unit\":\"HOURS\"", "\"amount\":3,\"unit\":\"DAYS\""))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].detail")
                .value((String words) -> assertThat(words).contains("不能比办结时限"));
    }

    @Test
    void theNoticeReadsAsPeopleWriteIt() {
        var days = NoticeText.read(
                2027,
                "1-1 放假 元旦\n\n05-01 至 05-05 放假 劳动节\n2027-05-08 上班 劳动节\n10-01~10-07 放假 国庆节\n",
                new DeadlineRequests(office.clock));

        assertThat(days).hasSize(14);
        assertThat(NoticeText.write(days))
                .isEqualTo("01-01 放假 元旦\n05-01 至 05-05 放假 劳动节\n05-08 上班 劳动节\n10-01 至 10-07 放假 国庆节\n");
    }

    @Test
    void theYearThatIsKnownIsWrittenAndReadAsTheSame() {
        var known = desk.calendar().of(2026);
        assertThat(NoticeText.read(2026, NoticeText.write(known), new DeadlineRequests(office.clock)))
                .isEqualTo(known);
    }

    private static String limits(String generalDays) {
        return List.of(
                        rule("EMERGENCY", "15,MINUTES", "30,MINUTES", "2,HOURS"),
                        rule("URGENT", "2,HOURS", "2,HOURS", "24,HOURS"),
                        rule("SIMPLE", "4,WORKING_HOURS", "1,WORKING_DAYS", "3,DAYS"),
                        rule("GENERAL", "1,WORKING_DAYS", "1,WORKING_DAYS", generalDays + ",DAYS"),
                        rule("COMPLEX", "1,WORKING_DAYS", "1,WORKING_DAYS", "11,DAYS"),
                        rule("REWORK", "1,WORKING_DAYS", "1,WORKING_DAYS", "2,WORKING_DAYS"),
                        rule("SECOND_HANDLING", "1,WORKING_DAYS", "1,WORKING_DAYS", "3,WORKING_DAYS"))
                .stream()
                .collect(Collectors.joining(",", "{\"items\":[", "],\"reason\":\"市政府办通知\"}"));
    }

    private static String rule(String rule, String acknowledge, String contact, String finish) {
        return "{\"rule\":\"%s\",\"acknowledge\":%s,\"contact\":%s,\"finish\":%s}"
                .formatted(rule, limit(acknowledge), limit(contact), limit(finish));
    }

    private static String limit(String text) {
        String[] parts = text.split(",");
        return "{\"amount\":%s,\"unit\":\"%s\"}".formatted(parts[0], parts[1]);
    }

    private WebTestClient.ResponseSpec put(String path, String version, String body) {
        return http.put()
                .uri(path)
                .header("If-Match", version)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.BodyContentSpec get(String path) {
        return http.get().uri(path).exchange().expectStatus().isOk().expectBody();
    }
}
