package cn.hotline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.Position;
import cn.hotline.access.Role;
import cn.hotline.access.testing.SignedIn;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.routing.dispatch.Tickets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** The pages as a browser gets them. */
class RoutingPagesIT {

    private static final String HANDLED = "XN261123-000101";
    private static final String UNTOUCHED = "XN261123-000102";
    private static final String OBJECTED = "XN261123-000103";
    private static final String DELAYED = "XN261123-000104";
    private static final String UNCLEAR = "XN261123-000201";
    private static final String EMERGENCY = "XN261123-000202";
    private static final String ACCUSING = "XN261123-000203";
    private static final String SECRET = "XN261123-000301";

    private static RunningRouting routing;
    private static WebTestClient http;
    private static WebTestClient centre;
    private static WebTestClient north;

    @BeforeAll
    static void start() {
        routing = new RunningRouting(0);
        http = routing.as(SignedIn.as(Role.DISPATCHER));
        centre = routing.as(SignedIn.unit("630103"));
        north = routing.as(SignedIn.unit("630105"));
        routing.told(Tickets.plain(HANDLED));
        routing.told(Tickets.plain(UNTOUCHED));
        routing.told(Tickets.plain(OBJECTED));
        routing.told(Tickets.plain(DELAYED));
        routing.told(Tickets.unclear(UNCLEAR));
        routing.told(Tickets.emergency(EMERGENCY));
        routing.told(Tickets.accusing(ACCUSING));
        routing.told(Tickets.confidential(SECRET, "秘密的事"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(http.get()
                        .uri("/api/v1/dispatches?size=1")
                        .exchange()
                        .returnResult(String.class)
                        .getResponseBody()
                        .blockFirst())
                .contains("\"total\":8"));
        routing.as(SignedIn.unit("630103", Position.HEAD))
                .put()
                .uri("/api/v1/units/630103/roster")
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", "0")
                .bodyValue("""
                        {"people":[{"account":"unit-630103","name":"李芳","post":"CLERK"},
                         {"account":"unit-630103-head","name":"陈刚","post":"HEAD"}]}""")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @AfterAll
    static void stop() {
        routing.close();
    }

    @Test
    void theInboxListsAndOpensTheFirst() {
        Document page = page(centre, "/inbox");

        assertThat(page.select(".tabs a[aria-current]").text()).startsWith("待签收");
        assertThat(page.select(".rows .row .deadline")).isNotEmpty();
        assertThat(page.select("#ticket .detail-title").text()).isEqualTo("物业公司长期不清理楼道垃圾");
        assertThat(page.select("#ticket .clock").text()).contains("签收截止");
        assertThat(page.select("#ticket .timeline li.now").text()).contains("等待签收");
    }

    @Test
    void aUnitAcknowledgesAndAnswersFromItsInbox() {
        Document acknowledged = post(centre, "/inbox/" + HANDLED + "/acknowledge?tab=TO_ACKNOWLEDGE");
        assertThat(acknowledged.select("#ticket .tag").eachText()).contains("办理中");
        assertThat(acknowledged.select("#tickets[hx-swap-oob] .row"))
                .noneMatch(row -> row.id().endsWith(HANDLED));
        assertThat(acknowledged.select("#ticket button[data-key=B]")).hasSize(1);
        assertThat(acknowledged.select("[hx-swap-oob='beforeend:#toasts']").text())
                .contains("已签收");

        Document answered = post(
                centre,
                "/inbox/" + HANDLED + "/reply?tab=HANDLING",
                "contacted",
                "true",
                "contactedAt",
                "2026-01-05T09:30",
                "verified",
                "",
                "outcome",
                "EXPLAINED",
                "account",
                "1月5日上午到现场查看，与来电人当面说明了处理办法",
                "publicReply",
                "社区已到现场查看楼道，物业公司从今天起每天清扫，垃圾当天清运。");
        assertThat(answered.select("#ticket .tag").eachText()).contains("待回访");
        assertThat(answered.select("#ticket .acts button, #ticket dialog")).isEmpty();

        http.get()
                .uri("/api/v1/dispatches/" + HANDLED)
                .exchange()
                .expectBody()
                .jsonPath("$.reply.contactedAt")
                .isEqualTo("2026-01-05T09:30:00+08:00")
                .jsonPath("$.reply.verified")
                .doesNotExist();
    }

    @Test
    void aRefusalNamesTheFieldsOfTheForm() {
        centre.post()
                .uri("/inbox/" + UNTOUCHED + "/reply?tab=HANDLING")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("contacted", "true").with("contactedAt", "昨天"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("contactedAt");
    }

    @Test
    void anotherUnitsTicketIsNotShownWhateverTheAddressSays() {
        for (String path : List.of(
                "/inbox/" + UNTOUCHED + "?tab=HANDLING",
                "/inbox/" + UNTOUCHED + "?tab=HANDLING&unit=630103",
                "/inbox?number=" + UNTOUCHED)) {
            north.get().uri(path).exchange().expectStatus().isNotFound();
        }
        north.post()
                .uri("/inbox/" + UNTOUCHED + "/acknowledge?tab=HANDLING")
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(page(north, "/inbox?unit=630103").select(".row")).isEmpty();
    }

    @Test
    void aHelperReadsUnderItsOwnTabAndMaySayWhatItDid() {
        WebTestClient housing = routing.as(SignedIn.unit("630100-HOUSING"));

        Document page = page(housing, "/inbox?tab=HELPING&number=" + UNTOUCHED);
        assertThat(page.select("#ticket a[href$=attachments]").attr("href"))
                .isEqualTo("/intake/tickets/" + UNTOUCHED + "/attachments");

        assertThat(page.select(".row").eachAttr("id")).contains("row-" + UNTOUCHED);
        assertThat(page.select("#ticket").text()).contains("本单位协办，由城中区政府签收、答复。");
        assertThat(page.select("#ticket .btn-row button").eachText()).containsExactly("提交协办意见 Ctrl+Enter");
        assertThat(page.select("#ticket .acts, #ticket dialog")).isEmpty();
    }

    @Test
    void newTicketsAreAnnouncedWithoutDisturbing() {
        assertThat(page(centre, "/inbox").select("#news[role=status] .news")).isEmpty();
        assertThat(page(centre, "/inbox/news?tab=HANDLING&since=0")
                        .select(".news")
                        .text())
                .matches("有 [1-5] 件新工单 显示 R");
        long later = System.currentTimeMillis() + 60_000;
        assertThat(page(centre, "/inbox/news?tab=TO_ACKNOWLEDGE&since=" + later).select(".news"))
                .isEmpty();
    }

    @Test
    void aConfidentialTicketIsTakenByNameAtTheDeskAndItsClerkNamedInTheInbox() {
        WebTestClient head = routing.as(SignedIn.unit("630103", Position.HEAD));
        Document withheld = page("/desk?tab=NOT_ACKNOWLEDGED&number=" + SECRET);
        assertThat(withheld.text()).contains("保密诉求").doesNotContain("秘密的事");
        assertThat(withheld.select("#ticket form[hx-post$='/sight?tab=NOT_ACKNOWLEDGED']"))
                .hasSize(1);

        Document taken = post("/desk/" + SECRET + "/sight?tab=NOT_ACKNOWLEDGED", "reason", "须核对派单");
        assertThat(taken.select("#ticket").text()).contains("秘密的事", "署名查看保密内容 · 派单员");

        centre.get()
                .uri("/inbox/" + SECRET + "?tab=HANDLING")
                .exchange()
                .expectStatus()
                .isNotFound();
        Document named = post(head, "/inbox/" + SECRET + "/named?tab=TO_ACKNOWLEDGE", "account", "unit-630103");
        assertThat(named.text()).contains("已指定李芳经办");
        assertThat(page(centre, "/inbox/" + SECRET + "?tab=HANDLING").text()).contains("秘密的事");
    }

    @Test
    void severalAreAcknowledgedAtOnceAndWhatCouldNotBeIsListedWithItsReason() {
        String first = "XN261123-000105";
        String second = "XN261123-000106";
        routing.told(Tickets.plain(first));
        routing.told(Tickets.plain(second));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        page(centre, "/inbox").select(".row").eachAttr("id"))
                .contains("row-" + first, "row-" + second));
        post(centre, "/inbox/" + first + "/acknowledge?tab=TO_ACKNOWLEDGE");

        Document done = post(centre, "/inbox/acknowledgements?tab=TO_ACKNOWLEDGE", "numbers", first, "numbers", second);

        assertThat(done.select(".failed li").eachText()).containsExactly(first + " 工单不在待签收状态，不能签收，请刷新后查看。");
        assertThat(done.select("[hx-swap-oob='beforeend:#toasts']").text()).contains("已签收 1 件。");
        assertThat(done.select("#tickets[hx-swap-oob] .row").eachAttr("id")).doesNotContain("row-" + second);
    }

    @Test
    void aTicketIsClaimedPutBackAndAssignedWithinItsUnit() {
        String number = "XN261123-000107";
        WebTestClient head = routing.as(SignedIn.unit("630103", Position.HEAD));
        routing.told(Tickets.plain(number));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        page(centre, "/inbox?tab=TO_CLAIM").select(".row").eachAttr("id"))
                .contains("row-" + number));

        Document claimed = post(centre, "/inbox/" + number + "/claim?tab=TO_CLAIM");
        assertThat(claimed.select("#ticket .facts").text()).contains("经办）");
        assertThat(claimed.select("#tickets .row").eachAttr("id")).doesNotContain("row-" + number);
        assertThat(page(centre, "/inbox?tab=TO_ACKNOWLEDGE&taken=mine")
                        .select(".row")
                        .eachAttr("id"))
                .containsExactly("row-" + number);

        Document released = post(centre, "/inbox/" + number + "/release?tab=TO_CLAIM");
        assertThat(released.select("#ticket .facts").text()).contains("还没有人认领");
        assertThat(page(centre, "/inbox?number=" + number).select("#assign")).isEmpty();
        assertThat(page(head, "/inbox?number=" + number)
                        .select("#assign select[name=account] option")
                        .eachText())
                .containsExactly("请选择", "李芳（经办人）", "陈刚（负责人）");
        Document assigned = post(head, "/inbox/" + number + "/assignment?tab=TO_CLAIM", "account", "unit-630103");
        assertThat(assigned.select("#ticket .timeline").text()).contains("指派李芳办理");
        head.post()
                .uri("/inbox/" + number + "/assignment?tab=TO_CLAIM")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("account", "unit-630105"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("account");
    }

    @Test
    void aTicketGoesDownAndComesUpAgain() {
        String number = "XN261123-000109";
        arrives(Tickets.unclear(number));
        post("/desk/" + number + "/dispatch?tab=WAITING", "unit", "630100-CONSTRUCTION", "urgency", "GENERAL");
        WebTestClient bureau = routing.as(SignedIn.unit("630100-CONSTRUCTION"));
        Document signed = post(bureau, "/inbox/" + number + "/acknowledge?tab=TO_ACKNOWLEDGE");
        assertThat(signed.select("#pass-down select[name=unit] option").eachAttr("value"))
                .contains("630100-GAS");
        Document passed =
                post(bureau, "/inbox/" + number + "/pass-down?tab=HANDLING", "unit", "630100-GAS", "note", "请到现场核实");
        assertThat(passed.select("#ticket").text()).contains("本单位仍对按期答复负责", "请到现场核实");

        WebTestClient below = routing.as(SignedIn.unit("630100-GAS"));
        assertThat(page(below, "/inbox?tab=PASSED_DOWN").select(".row").eachAttr("id"))
                .containsExactly("row-" + number);
        post(below, "/inbox/" + number + "/acknowledge?tab=PASSED_DOWN");
        Document reported = post(
                below,
                "/inbox/" + number + "/reply?tab=PASSED_DOWN",
                "contacted",
                "false",
                "outcome",
                "SOLVED",
                "account",
                "已检修",
                "publicReply",
                "已检修。",
                "attachments",
                "0f1d2c3b-4a59-4687-9768-5a4b3c2d1e0f");
        assertThat(reported.text()).contains("已上报。");
        Document above = page(bureau, "/inbox?tab=HANDLING&number=" + number);
        assertThat(above.select("#ticket").text()).contains("上报：已解决，已检修", "退回下级再办");
        assertThat(above.select("[data-reported]").eachAttr("data-reported"))
                .as("the answer takes over what the report showed")
                .containsExactly("0f1d2c3b-4a59-4687-9768-5a4b3c2d1e0f");
        post(bureau, "/inbox/" + number + "/hand-back?tab=HANDLING", "reason", "还要拍照");
        post(bureau, "/inbox/" + number + "/take-back?tab=HANDLING", "reason", "本单位自办");
        assertThat(page(below, "/inbox?tab=PASSED_DOWN").select(".row")).isEmpty();
    }

    @Test
    void aDepartmentIsCalledToTheSpotAndChecksIn() {
        String number = "XN261123-000110";
        arrives(Tickets.plain(number));
        post(centre, "/inbox/" + number + "/acknowledge?tab=TO_ACKNOWLEDGE");
        post(
                centre,
                "/inbox/" + number + "/whistle?tab=HANDLING",
                "departments",
                "630100-URBAN",
                "by",
                LocalDateTime.now(ChassisWiring.ZONE)
                        .plusHours(3)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString(),
                "note",
                "请到场");

        WebTestClient called = routing.as(SignedIn.unit("630100-URBAN"));
        Document waiting = page(called, "/inbox?tab=HELPING&number=" + number);
        assertThat(waiting.select("#ticket .acts button[hx-post*=check-in]")).hasSize(1);
        Document there = post(called, "/inbox/" + number + "/check-in?tab=HELPING");
        assertThat(there.select("#ticket").text()).contains("报到：请到场");
    }

    private static void arrives(TicketRegistered told) {
        routing.told(told);
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> http.get()
                .uri("/api/v1/dispatches/" + told.number())
                .exchange()
                .expectStatus()
                .isOk());
    }

    @Test
    void aFormThatKnowsAnOldStateIsRefusedAndShownWhatHasChanged() {
        String number = "XN261123-000108";
        routing.told(Tickets.plain(number));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> centre.get()
                .uri("/api/v1/dispatches/" + number)
                .exchange()
                .expectStatus()
                .isOk());
        post(centre, "/inbox/" + number + "/acknowledge?tab=TO_ACKNOWLEDGE");
        Document open = page(centre, "/inbox?tab=HANDLING&number=" + number);
        String version = open.select("#contact input[name=version]").val();
        String seen = open.select("#ticket").attr("data-seen");
        post(centre, "/inbox/" + number + "/contact?tab=HANDLING", "method", "PHONE", "note", "同事先打了电话");

        centre.post()
                .uri("/inbox/" + number + "/contact?tab=HANDLING")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("method", "PHONE")
                        .with("note", "我也打了")
                        .with("version", version))
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VERSION_CONFLICT");
        Document changes = page(centre, "/beside/" + number + "/changes?since=" + seen);
        assertThat(changes.select(".changes .timeline li").eachText())
                .hasSize(1)
                .first()
                .asString()
                .contains("同事先打了电话");
        post(
                centre,
                "/inbox/" + number + "/contact?tab=HANDLING",
                "method",
                "PHONE",
                "note",
                "我也打了",
                "version",
                changes.select(".changes").attr("data-version"));
    }

    @Test
    void whoElseWritesIsShownAndNobodyHearsOfItWhoMayNotSeeTheTicket() {
        WebTestClient head = routing.as(SignedIn.unit("630103", Position.HEAD));
        centre.post()
                .uri("/beside/" + UNTOUCHED + "/writing?what=REPLY")
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(page(head, "/beside/" + UNTOUCHED + "/writers").text()).contains("正在填写答复");
        assertThat(page(centre, "/beside/" + UNTOUCHED + "/writers").text()).isEmpty();
        for (String path : List.of("writers", "changes?since=0")) {
            north.get()
                    .uri("/beside/" + UNTOUCHED + "/" + path)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        centre.delete()
                .uri("/beside/" + UNTOUCHED + "/writing")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(page(head, "/beside/" + UNTOUCHED + "/writers").text()).isEmpty();
    }

    @Test
    void theCallerReadsWhatThePreviewShows() {
        Document preview = post(
                centre, "/inbox/" + UNTOUCHED + "/reply-preview?tab=HANDLING", "publicReply", "请联系王先生13812345678。");
        assertThat(preview.select("blockquote").text())
                .doesNotContain("13812345678")
                .contains("请联系");
    }

    @Test
    void whoIsAccusedStandsOnTheDeskWithTheWordsAndASupervisorLiftsTheMark() {
        WebTestClient supervisor = routing.as(SignedIn.as(Role.SUPERVISOR));
        Document page = page("/desk?number=" + ACCUSING);
        assertThat(page.select("#ticket .facts").text()).contains("须回避 城中区政府 依据 举报 城中区政府 工作人员");
        assertThat(page.select("#ticket .card-chosen").text()).contains("市纪委监委信访室");
        assertThat(page.select("form[hx-post*=lift]")).isEmpty();

        Document theirs = page(supervisor, "/desk?number=" + ACCUSING);
        assertThat(theirs.select("form[hx-post*=lift]")).hasSize(1);
        assertThat(theirs.select("form[hx-post*=dispatch]")).isEmpty();
        Document lifted =
                post(supervisor, "/desk/" + ACCUSING + "/concerns/630103/lift?tab=WAITING", "reason", "来电人反映的是物业公司");
        assertThat(lifted.select("#ticket .facts").text()).doesNotContain("须回避");
    }

    @Test
    void theDeskShowsEmergenciesFirstAndSaysWhatIsInDoubt() {
        Document page = page("/desk");

        assertThat(page.select(".rows .row").first().id()).isEqualTo("row-" + EMERGENCY);
        assertThat(page.select(".rows .row").first().text()).contains("特急 先办");
        assertThat(page.select("#ticket .trouble").text()).contains("未识别出诉求分类");
    }

    @Test
    void aUnitObjectsTheHotlineGivesItOnAndTheSecondObjectionIsRuledOn() {
        post(centre, "/inbox/" + OBJECTED + "/acknowledge?tab=TO_ACKNOWLEDGE");
        Document spoken =
                post(centre, "/inbox/" + OBJECTED + "/contact?tab=HANDLING", "method", "PHONE", "note", "约好明天上门");
        assertThat(spoken.select("#ticket .timeline").text()).contains("电话联系来电人", "约好明天上门");
        Document renamed =
                post(centre, "/inbox/" + OBJECTED + "/reclassification?tab=HANDLING", "category", "EE-NOISE");
        assertThat(renamed.select("#ticket .detail-head").text()).contains("噪音");

        Document sentBack = post(
                centre,
                "/inbox/" + OBJECTED + "/return?tab=HANDLING",
                "ground",
                "NOT_OUR_PLACE",
                "shouldBe",
                "630105",
                "basis",
                "该路段属城北区");
        assertThat(sentBack.select("#ticket .tag").eachText()).contains("退单审核中");
        assertThat(sentBack.select("#ticket").text()).contains("退单正在审核，时限照常计算。");

        Document asked = page("/desk?tab=OBJECTED");
        assertThat(asked.select("#ticket .facts").text()).contains("属地不符，应由城北区政府办理：该路段属城北区");
        assertThat(asked.select("#ticket select[name=unit] option[selected]").val())
                .isEqualTo("630105");
        post(
                "/desk/" + OBJECTED + "/return-decision?tab=OBJECTED",
                "approved",
                "true",
                "unit",
                "630105",
                "reason",
                "属地在城北");

        Document second = page(north, "/inbox?number=" + OBJECTED);
        assertThat(second.select("#return").text()).contains("已退 1 次，再退转会商裁定");
        post(north, "/inbox/" + OBJECTED + "/return?tab=TO_ACKNOWLEDGE", "ground", "OWNERSHIP_UNCLEAR", "basis", "有争议");
        Document dispute = page("/desk?tab=DISPUTED");
        assertThat(dispute.select("#ticket").text()).contains("已退 2 次", "裁定前由城北区政府先行办理");
        Document ruled = post("/desk/" + OBJECTED + "/ruling?tab=DISPUTED", "unit", "630103", "reason", "属地监管，由城中区办理");
        assertThat(ruled.select("#ticket").text()).contains("裁定由城中区政府办理，不再退单");
        assertThat(page(centre, "/inbox?tab=TO_ACKNOWLEDGE&number=" + OBJECTED).select("#ticket button[data-key=T]"))
                .isEmpty();
    }

    @Test
    void aUnitAsksForTimeAndHelpAndTheHotlineDecidesAndSuspends() {
        post(centre, "/inbox/" + DELAYED + "/acknowledge?tab=TO_ACKNOWLEDGE");
        Document asked = post(
                centre,
                "/inbox/" + DELAYED + "/extension?tab=HANDLING",
                "days",
                "3",
                "reason",
                "等待配件",
                "interim",
                "已查看");
        assertThat(asked.select("#ticket").text()).contains("延期 3 天：等待配件", "审批前按原期限计算");
        assertThat(asked.select("#ticket button[data-key=Y]")).isEmpty();
        assertThat(page(centre, "/inbox?tab=EXTENDING").select("#ticket").attr("data-number"))
                .isEqualTo(DELAYED);
        Document helped =
                post(centre, "/inbox/" + DELAYED + "/co-units?tab=HANDLING", "units", "630105", "note", "请核实管网");
        assertThat(helped.select("#ticket").text()).contains("请核实管网");

        Document helper = page(north, "/inbox?tab=HELPING&number=" + DELAYED);
        assertThat(helper.select("#ticket textarea[name=content]")).hasSize(1);
        Document said = post(north, "/inbox/" + DELAYED + "/co-reply?tab=HELPING", "content", "管网属城中区");
        assertThat(said.select("#ticket").text()).contains("意见：管网属城中区");

        assertThat(page("/desk?tab=EXTENDING").select("#ticket").text()).contains("延期 3 天：等待配件", "阶段性答复：已查看");
        Document granted =
                post("/desk/" + DELAYED + "/extension-decision?tab=EXTENDING", "approved", "true", "reason", "情况属实");
        assertThat(granted.select("#ticket .timeline").text()).contains("同意城中区政府延期 3 天");
        Document suspended = post(
                "/desk/" + DELAYED + "/suspension?tab=IN_HAND",
                "reason",
                "冬季不能施工",
                "reviewOn",
                LocalDate.now(ChassisWiring.ZONE).plusDays(90).toString(),
                "approvedBy",
                "市热线办主任");
        assertThat(suspended.select("#ticket .tag").eachText()).contains("挂账");
        assertThat(page(centre, "/inbox?number=" + DELAYED).select("#ticket").text())
                .contains("已挂账，时限暂停计算。");
        Document resumed = post("/desk/" + DELAYED + "/resumption?tab=SUSPENDED");
        assertThat(resumed.select("#ticket .tag").eachText()).contains("办理中");
    }

    @Test
    void theDeskEndsHelpWritesOffAndIsToldWhenAnotherWasFirst() {
        String number = "XN261123-000120";
        arrives(Tickets.plain(number));
        post(centre, "/inbox/" + number + "/acknowledge?tab=TO_ACKNOWLEDGE");
        Document open = page("/desk?tab=IN_HAND&number=" + number);
        String seen = open.select("#ticket form[hx-post*='/suspension'] [name=version]")
                .val();
        assertThat(open.select("#end-help [name=unit]").eachAttr("value")).containsExactly("630100-HOUSING");
        assertThat(open.select("#ticket a[href$='" + number + "/deadline-explanation']"))
                .hasSize(1);
        assertThat(open.select("#row-" + number + " a[href$='" + number + "/deadline-explanation']"))
                .hasSize(1);

        Document ended = post(
                "/desk/" + number + "/co-units/end?tab=IN_HAND",
                "unit",
                "630100-HOUSING",
                "reason",
                "与房管无关",
                "version",
                seen);
        assertThat(ended.select("#ticket .timeline").text()).contains("不再协办", "与房管无关");
        assertThat(ended.select("#end-help")).isEmpty();
        http.post()
                .uri("/desk/" + number + "/suspension?tab=IN_HAND")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("reason", "冬季不能施工")
                        .with("approvedBy", "市热线办主任")
                        .with(
                                "reviewOn",
                                LocalDate.now(ChassisWiring.ZONE).plusDays(90).toString())
                        .with("version", seen))
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        assertThat(page("/beside/" + number + "/changes?since="
                                + open.select("#ticket").attr("data-seen"))
                        .select(".changes .timeline li")
                        .eachText())
                .singleElement()
                .asString()
                .contains("不再协办");

        post(
                "/desk/" + number + "/suspension?tab=IN_HAND",
                "reason",
                "冬季不能施工",
                "approvedBy",
                "市热线办主任",
                "reviewOn",
                LocalDate.now(ChassisWiring.ZONE).plusDays(90).toString());
        assertThat(page("/desk?tab=SUSPENDED&number=" + number).select("form[hx-post*='/write-off'] [name=reason]"))
                .hasSize(1);
        Document off = post("/desk/" + number + "/write-off?tab=SUSPENDED", "reason", "已完工，现场核实");
        assertThat(off.select("#ticket .tag").eachText()).contains("办理中");
        assertThat(off.select("#ticket .timeline").text()).contains("销账，转承办单位答复来电人", "已完工，现场核实");
        assertThat(page(centre, "/inbox?tab=HANDLING&number=" + number)
                        .select("#ticket .caller [hx-get$='/intake/tickets/" + number + "/caller']"))
                .hasSize(1);
    }

    @Test
    void aDispatcherDispatchesFromTheDeskAndSeesTheNext() {
        Document next = post(
                "/desk/" + UNCLEAR + "/dispatch?tab=WAITING",
                "unit",
                "630104",
                "urgency",
                "GENERAL",
                "category",
                "EE-NOISE");

        assertThat(next.select("[hx-swap-oob='beforeend:#toasts']").text()).contains("已派给城西区政府");
        assertThat(next.select("#ticket").attr("data-number")).isEqualTo(EMERGENCY);
        assertThat(page("/desk?tab=NOT_ACKNOWLEDGED&number=" + UNCLEAR)
                        .select("#ticket")
                        .text())
                .contains("签收前可以改派");
        assertThat(http.post()
                        .uri("/desk/" + UNCLEAR + "/dispatch?tab=NOT_ACKNOWLEDGED")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .bodyValue("elsewhere=true&unit=630105&reason=+")
                        .exchange()
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("请写明改派理由");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/inbox",
                "/desk?tab=OBJECTED",
                "/inbox?tab=DONE",
                "/desk",
                "/desk?tab=NOT_ACKNOWLEDGED&number=" + SECRET
            })
    void noPageNeedsWhatThePolicyForbids(String path) {
        Document page = page(path.startsWith("/inbox") ? centre : http, path);

        assertThat(page.select("[style], [onclick], script:not([src]), style")).isEmpty();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.getAllElements().stream()
                        .map(Element::id)
                        .filter(id -> !id.isEmpty())
                        .toList())
                .doesNotHaveDuplicates();
    }

    private static Document page(String path) {
        return page(http, path);
    }

    private static Document page(WebTestClient by, String path) {
        return Jsoup.parse(body(by.get().uri(path).exchange().expectStatus().isOk()));
    }

    private static Document post(String path, String... form) {
        return post(http, path, form);
    }

    private static Document post(WebTestClient by, String path, String... form) {
        BodyInserters.FormInserter<String> body = BodyInserters.fromFormData("sent", "yes");
        for (int i = 0; i < form.length; i += 2) {
            body = body.with(form[i], form[i + 1]);
        }
        return Jsoup.parse(body(by.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(body)
                .exchange()
                .expectStatus()
                .isOk()));
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        return answer.expectBody(String.class).returnResult().getResponseBody();
    }
}
