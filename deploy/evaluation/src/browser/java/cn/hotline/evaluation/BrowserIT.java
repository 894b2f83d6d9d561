package cn.hotline.evaluation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What people do with the pages, in a real browser: one ticket from the call to the report by keyboard, and every page
 * looked over at the width of a desk and of half a desk. Pictures are left in {@code target/pictures}.
 */
@TestMethodOrder(OrderAnnotation.class)
class BrowserIT {

    private static final Path PICTURES = Path.of("target", "pictures");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    static Path folder;

    private static DataFolder data;
    private static Instance hotline;
    private static HotlineClient client;
    private static String origin;
    private static Playwright playwright;
    private static Browser browser;
    private static String number;

    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        int gateway = FreePorts.gateway();
        data = DataFolder.open(folder.resolve("data"));
        LogFile.open(data.log());
        String[] options = {"--data", data.path().toString(), "--port", String.valueOf(gateway)};
        hotline = new Instance(Options.of(options), new Console(System.out, System.err, false));
        hotline.start(data);
        client = new HotlineClient(gateway, "dispatcher");
        aSystemOfAUnit();
        origin = "http://127.0.0.1:" + gateway;
        Files.createDirectories(PICTURES);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** One whose webhook does not answer, and whose list names a ticket that is not there. */
    private static void aSystemOfAUnit() throws Exception {
        client.as("admin").put("/routing/api/v1/units/630104/system", "*", """
                {"kafka":true,"webhook":{"url":"https://county.example/hotline"}}""");
        client.as("unit-630104-system").post("/routing/api/v1/unit-system/reconciliation", """
                {"tickets":[{"number":"XN200101-000001","status":"IN_PROGRESS"}]}""");
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "The browser tests need Chromium: apt-get install chromium fonts-noto-cjk"));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
        hotline.close();
        data.close();
    }

    @BeforeEach
    void open() {
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    @AfterEach
    void close() {
        page.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    @Test
    @Order(1)
    void anOperatorRegistersACallByKeyboardAndReadsTheNumberBack() {
        open("/intake/call", "operator");
        page.keyboard().press("F2");
        page.keyboard().type("13000000017");
        page.keyboard().press("F4");
        page.keyboard().type("城西区兴海路某小区3号楼的电梯坏了一个星期，物业一直不修，老人上下楼困难，要求尽快维修。");
        page.keyboard().press("F9");
        page.keyboard().type("城西区兴海路某小区3号楼");
        page.keyboard().press("Control+Enter");

        Locator readBack = page.locator("dialog[data-number]");
        readBack.waitFor();
        number = readBack.getAttribute("data-number");
        assertThat(readBack.locator(".readback-spoken").textContent()).contains("幺");
        picture("read-back-1440");
        readBack.locator("[data-next-call]:not([aria-disabled])").waitFor(); // a second Enter too soon does nothing
        page.keyboard().press("Enter");
        assertThat(page.locator("#f-content")).hasValue("");
    }

    @Test
    @Order(2)
    void theUnitAcknowledgesSpeaksWithTheCallerAndAnswersByKeyboard() throws Exception {
        String unit = client.await(
                        "/routing/api/v1/dispatches/" + number,
                        dispatch -> dispatch.path("unit").path("code").isString())
                .path("unit")
                .path("code")
                .asString();
        open("/routing/inbox?unit=" + unit + "&number=" + number, "unit-" + unit);
        page.keyboard().press("q");
        page.locator("button[data-key=B]").waitFor();
        page.keyboard().press("l");
        type("#contact textarea[name=note]", "与来电人约定当日维修。");
        page.keyboard().press("Control+Enter");
        assertThat(course()).containsText("与来电人约定当日维修。");
        page.keyboard().press("b");
        choose("contacted", "1");
        page.locator("input[name=contactedAt]").fill(LocalDateTime.now(ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString());
        choose("outcome", "1");
        type("#reply textarea[name=account]", "已责成物业更换电梯曳引机部件，当日恢复运行。");
        type("#reply textarea[name=publicReply]", "电梯已于今日修复，恢复正常运行。");
        assertThat(page.locator("#reply .preview blockquote")).hasText("电梯已于今日修复，恢复正常运行。");
        page.keyboard().press("Control+Enter");
        client.await("/routing/api/v1/dispatches/" + number, HotlineClient.status("PENDING_FOLLOWUP"));
    }

    @Test
    @Order(3)
    void theRevisitorRecordsTheCallersVerdict() throws Exception {
        client.as("revisitor").await("/followup/api/v1/revisits/" + number, HotlineClient.status("SCHEDULED"));
        open("/followup/revisits/" + number, "revisitor");
        choose("contacted", "1");
        choose("solved", "1");
        choose("satisfaction", "2");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#recorded-title")).hasText("已办结");
        client.await("/routing/api/v1/dispatches/" + number, HotlineClient.status("CLOSED"));
    }

    @Test
    @Order(4)
    void theReportCountsTheCallAndTheRevisit() throws Exception {
        String day = LocalDate.now(ZONE).toString();
        client.as("office").await(
                "/reporting/api/v1/daily-reports/" + day,
                report -> report.path("revisits").asInt() == 1 && report.path("calls").asInt() == 1);
        open("/reporting/daily/today", "office");
        assertThat(page.locator("article")).containsText("接听群众来电诉求1件次");
        assertThat(page.locator("article")).containsText("回访量1件");
    }

    @Test
    @Order(5)
    void severalTicketsAreAcknowledgedAtOnce() throws Exception {
        String first = registered("batch-1");
        String second = registered("batch-2");
        open("/routing/inbox", "unit-630104");
        page.locator("#row-" + first).waitFor();
        page.keyboard().press("a");
        page.keyboard().press("Shift+Q");
        assertThat(page.locator("#toasts")).containsText("已签收 2 件。");
        assertThat(page.locator("#row-" + second)).hasCount(0);
    }

    @Test
    @Order(6)
    void whatChangesMeanwhileStandsBesideWhatWasTyped() throws Exception {
        String ticket = registered("conflict-1");
        HotlineClient colleague = client.as("unit-630104");
        colleague.post("/routing/api/v1/dispatches/" + ticket + "/acknowledge", "{}");
        open("/routing/inbox?tab=HANDLING&number=" + ticket, "unit-630104");
        page.keyboard().press("l");
        type("#contact textarea[name=note]", "我也联系了来电人。");
        colleague.post(
                "/routing/api/v1/dispatches/" + ticket + "/contact", "{\"method\":\"PHONE\",\"note\":\"同事先打了电话。\"}");

        assertThat(page.locator("#contact .changes")).containsText("同事先打了电话。");
        assertThat(page.locator("#contact textarea[name=note]")).hasValue("我也联系了来电人。");
        picture("conflict-1440");
        assertAccessible("conflict");
        page.keyboard().press("Control+Enter");
        assertThat(course()).containsText("我也联系了来电人。");
        assertThat(course()).containsText("同事先打了电话。");
    }

    @Test
    @Order(7)
    void onATelephoneTheListLeadsToTheTicketAndItsActsAreUnderTheThumb() throws Exception {
        String ticket = registered("phone-1");
        page.setViewportSize(390, 844);
        open("/routing/inbox", "unit-630104");
        page.locator("#row-" + ticket + " .row-open").click();
        page.waitForURL(address -> address.contains("number=" + ticket));
        assertFits("the ticket", 390);
        picture("ticket-390");
        assertAccessible("the ticket at 390");
        BoundingBox main = page.locator(".acts .btn-primary").boundingBox();
        assertThat(main.height).isGreaterThanOrEqualTo(44);
        assertThat(main.y + main.height).isBetween(422.0, 844.0);
        page.locator(".acts .btn-primary").click();
        page.locator("button[data-opens='#reply']").click();
        picture("reply-390");
        assertFits("the reply", 390);
        assertThat(page.locator("#reply [data-camera]")).hasAttribute("capture", "environment");
        page.locator("#reply [data-close]").click();
        page.locator(".work-back").click();
        assertThat(page.locator(".split-list")).isVisible();
    }

    @ParameterizedTest
    @Order(8)
    @CsvSource({
        "/idp/login,sign-in,",
        "/,start,operator",
        "/intake/call,call-desk,operator",
        "/intake/tickets,tickets,operator",
        "/routing/desk,dispatch-desk,dispatcher",
        "/routing/inbox?unit=630104,inbox,unit-630104",
        "/routing/unit-systems,unit-systems,admin",
        "/followup/revisits,revisits,revisitor",
        "/reporting/daily/today,daily-report,office",
        "/reporting/ledger,ledger,office",
        "/intake/audit,audit,auditor",
        "/intake/audit/verification,audit-verification,auditor"
    })
    void everyPageIsAccessibleAndFitsADeskAndHalfADesk(String path, String name, @Nullable String account) {
        if (account != null) {
            open(path, account);
        }
        boolean outdoors = path.startsWith("/routing/inbox") || path.startsWith("/routing/desk");
        for (int width : outdoors ? new int[] {1440, 720, 390} : new int[] {1440, 720}) {
            page.setViewportSize(width, 900);
            page.navigate(origin + path);
            page.waitForLoadState(LoadState.LOAD);
            picture(name + "-" + width);
            assertAccessible(path + " at " + width);
            assertFits(path, width);
        }
    }

    @Test
    @Order(9)
    void whoeverSignsOutIsOutAtTheProviderToo() {
        open("/intake/call", "operator");
        assertThat(page.locator("#person")).containsText("张敏 话务员");
        page.getByText("退出").click();
        page.waitForURL("**/idp/login");
        page.navigate(origin + "/intake/call");
        assertThat(page).hasURL(Pattern.compile(".*/idp/login"));
    }

    /** A ticket of the county that {@code unit-630104} works for. */
    private static String registered(String externalId) throws Exception {
        String registered = HotlineClient.json(client.as("operator").post("/intake/api/v1/tickets", """
                {"channel":"PHONE","externalId":"%s","kind":"COMPLAINT","title":"单元楼道灯不亮",
                 "content":"本单元三楼到五楼的楼道灯坏了十多天，向物业报修三次一直没人来修，老人上下楼不安全。",
                 "place":{"text":"城西区某小区3号楼","divisionCode":"630104"},"categoryCode":"HC-PROPERTY"}
                """.formatted(externalId)))
                .path("number")
                .asString();
        client.await("/routing/api/v1/dispatches/" + registered, HotlineClient.status("DISPATCHED"));
        return registered;
    }

    private void type(String field, String words) {
        page.locator(field).focus();
        page.keyboard().insertText(words);
    }

    /** What axe tries on and takes off leaves empty styles behind, which a later swap would be blamed for. */
    private void assertAccessible(String what) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId)
                .as(what)
                .isEmpty();
        page.evaluate("document.querySelectorAll('[style=\"\"]').forEach(one => one.removeAttribute('style'))");
    }

    private void assertFits(String what, int width) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("%s scrolls sideways at %d", what, width)
                .isLessThanOrEqualTo(width);
    }

    /** Asks for a page, signs in by keyboard where that leads, and comes to the page. */
    private void open(String path, String account) {
        page.navigate(origin + path);
        page.locator("#username").fill(account);
        page.locator("#password").fill("hotline");
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/idp/"));
    }

    /** Answers a question with its number key, as somebody with a telephone in the other hand does. */
    private void choose(String question, String digit) {
        page.locator("input[name=" + question + "]").first().focus();
        page.keyboard().press(digit);
        assertThat(page.locator("input[name=" + question + "]").nth(Integer.parseInt(digit) - 1))
                .isChecked();
    }

    /** What has happened to the ticket so far. */
    private Locator course() {
        return page.locator("#ticket h3:text-is('办理过程') + .timeline");
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
