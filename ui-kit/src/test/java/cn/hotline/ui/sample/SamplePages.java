package cn.hotline.ui.sample;

import static cn.hotline.ui.DeadlineKind.ACKNOWLEDGE;
import static cn.hotline.ui.DeadlineKind.RESOLVE;

import cn.hotline.ui.Choice;
import cn.hotline.ui.ClockText;
import cn.hotline.ui.Deadline;
import cn.hotline.ui.DeadlineView;
import cn.hotline.ui.LiveSignals;
import cn.hotline.ui.PageLinks;
import cn.hotline.ui.TimelineEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller
final class SamplePages {

    static final Map<String, Object> SETTINGS = Map.of(
            "spring.webflux.base-path", "/sample",
            "server.address", "127.0.0.1",
            "server.port", "8089",
            "hotline.nav.home", "/sample/start",
            "hotline.nav.intake", "/sample");

    private static final List<Choice> KINDS = List.of(
            Choice.of("CONSULTATION", "咨询"),
            Choice.of("HELP", "求助"),
            Choice.of("COMPLAINT", "投诉"),
            Choice.of("REPORT", "举报"),
            Choice.of("SUGGESTION", "建议"),
            Choice.of("PRAISE", "感谢"),
            Choice.of("OTHER", "其他"));
    private static final List<Choice> UNITS = List.of(
            new Choice("630100001", "市住房保障和房产管理局", "zfj szfbzj"),
            new Choice("630103000", "城中区人民政府", "czq czqrmzf"),
            new Choice("630104000", "城西区人民政府", "cxq cxqrmzf"),
            new Choice("630105000", "城北区人民政府", "cbq cbqrmzf"));

    private final Clock clock;
    private final LiveSignals signals;

    SamplePages(Clock clock, LiveSignals signals) {
        this.clock = clock;
        this.signals = signals;
    }

    record Row(String title, String note, DeadlineView deadline) {}

    @GetMapping("/desk")
    String desk(Model model) {
        Instant now = clock.instant();
        model.addAttribute("kinds", KINDS);
        model.addAttribute("units", UNITS);
        model.addAttribute("since", now.minus(Duration.ofSeconds(192)).toEpochMilli());
        model.addAttribute("rows", rows(now));
        return "pages/sample/desk";
    }

    @GetMapping("/inbox")
    String inbox(Model model) {
        Instant now = clock.instant();
        Instant received = now.minus(Duration.ofMinutes(13));
        model.addAttribute("rows", rows(now));
        model.addAttribute("clock", view(Deadline.running(ACKNOWLEDGE, received, now.plusSeconds(1029)), now));
        model.addAttribute("pages", new PageLinks("第 1–7 件，共 41 件", null, "inbox?page=2"));
        model.addAttribute(
                "timeline",
                List.of(
                        new TimelineEntry(new ClockText(clock).time(received), "1027 张敏受理并派单", "分类依据：暖气、供暖、不热", false),
                        TimelineEntry.of(new ClockText(clock).time(received), "系统提醒联络员刘海峰"),
                        new TimelineEntry("现在", "等待签收", null, true)));
        return "pages/sample/inbox";
    }

    @GetMapping("/daily/today")
    String daily() {
        return "pages/sample/daily";
    }

    @GetMapping("/states")
    String states() {
        return "pages/sample/states";
    }

    @PostMapping("/tickets")
    Mono<ResponseEntity<Object>> register(
            ServerWebExchange exchange, @RequestHeader("Idempotency-Key") String key, Model model) {
        return exchange.getFormData().map(form -> {
            String content = form.getFirst("content");
            if (content == null || content.length() < 5) {
                return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body((Object) Map.of(
                                "status",
                                422,
                                "code",
                                "INVALID",
                                "detail",
                                "有 2 处需要补充，改好后再派单。",
                                "errors",
                                List.of(
                                        Map.of("field", "caller.phone", "detail", "手机号少一位，请再核对。"),
                                        Map.of("field", "appeal.content", "detail", "诉求内容至少写 5 个字。"))));
            }
            return ResponseEntity.ok()
                    .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                    .body((Object) ("<p id=\"sent\" data-key-sent=\"" + key + "\">ok</p>"));
        });
    }

    @GetMapping("/broken")
    String broken() {
        throw new IllegalStateException("secret");
    }

    @GetMapping("/refused")
    Mono<ResponseEntity<Object>> refused() {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "工单已办结，不能再改派。");
        return Mono.error(new ErrorResponseException(HttpStatus.CONFLICT, problem, null));
    }

    @GetMapping("/readback")
    String readback() {
        return "pages/sample/readback";
    }

    @GetMapping(value = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ResponseBody
    Flux<ServerSentEvent<LiveSignals.Signal>> live() {
        return signals.stream();
    }

    private static List<Row> rows(Instant now) {
        return List.of(
                new Row("锦绣花园 3 号楼整栋供暖不热", "城北区小桥大街 · 加急 · 重办第 2 次", resolve(now, -4, -72)),
                new Row(
                        "锦绣花园 3 号楼 2 单元供暖不热",
                        "城北区小桥大街 · 加急 · 家有幼儿",
                        view(Deadline.running(ACKNOWLEDGE, now.minusSeconds(800), now.plusSeconds(1029)), now)),
                new Row("东风小区换热站噪声", "城西区胜利路 · 一般", resolve(now, -20, 220)),
                new Row("电梯困人后一直停用", "城中区南川东路 · 加急", resolve(now, -60, 302)),
                new Row("外墙保温脱落", "城东区大众街 · 一般", resolve(now, -4, 3121)),
                new Row(
                        "供热管网改造何时完工",
                        "生物园区 · 延期申请审批中",
                        view(
                                Deadline.running(RESOLVE, now.minusSeconds(9), now.plusSeconds(9))
                                        .pausedNow(),
                                now)),
                new Row(
                        "公租房轮候进度查询",
                        "全市 · 一般",
                        view(
                                Deadline.running(RESOLVE, now.minusSeconds(99), now.plusSeconds(99))
                                        .doneAt(now),
                                now)));
    }

    private static DeadlineView resolve(Instant now, long startedHoursAgo, long dueInMinutes) {
        Instant due = now.plus(Duration.ofMinutes(dueInMinutes)).plusSeconds(5);
        return view(Deadline.running(RESOLVE, now.plus(Duration.ofHours(startedHoursAgo)), due), now);
    }

    private static DeadlineView view(Deadline deadline, Instant now) {
        return DeadlineView.of(deadline, now);
    }
}
