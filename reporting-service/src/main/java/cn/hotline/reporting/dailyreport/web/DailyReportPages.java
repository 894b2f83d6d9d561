package cn.hotline.reporting.dailyreport.web;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.web.Page;
import cn.hotline.reporting.codes.Terms;
import cn.hotline.reporting.dailyreport.Behind;
import cn.hotline.reporting.dailyreport.DailyReportDesk;
import cn.hotline.reporting.dailyreport.PublishedReport;
import cn.hotline.reporting.dailyreport.model.Figure;
import cn.hotline.ui.Choice;
import cn.hotline.ui.PageLinks;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** The reports as pages. */
@Controller
public final class DailyReportPages {

    private static final int ROWS = 50;

    /** As what the reports may be taken along. */
    private static final List<Choice> KINDS = List.of(
            Choice.of("txt", "文本"), Choice.of("pdf", "PDF"), Choice.of("docx", "Word"), Choice.of("xlsx", "Excel"));

    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("y年M月d日 EEEE", Locale.CHINA);

    /** On paper there is no 今日. */
    private static final DateTimeFormatter ISSUED = DateTimeFormatter.ofPattern("y年M月d日H时mm分");

    private final DailyReportDesk desk;
    private final Terms terms;

    public DailyReportPages(DailyReportDesk desk, Terms terms) {
        this.desk = desk;
        this.terms = terms;
    }

    /** There is always a report of today. */
    @GetMapping({"/", "/daily", "/daily/today"})
    Rendering today() {
        return Rendering.redirectTo("/daily/" + desk.today()).build();
    }

    /** The report of a day; while it is today's draft, the page asks for its paper again from time to time. */
    @GetMapping("/daily/{date}")
    Mono<Rendering> daily(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date,
            @RequestParam @Nullable Integer version,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment) {
        return (version == null ? desk.read(date) : desk.read(date, version))
                .map(published -> rendering(date, version, published, fragment != null));
    }

    /** 定稿, by the button of the page; the page is shown anew. */
    @PostMapping("/daily/{date}/issue")
    Mono<ResponseEntity<Void>> issue(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date, ServerWebExchange exchange) {
        String page = exchange.getRequest().getPath().contextPath().value() + "/daily/" + date;
        return desk.issue(date).map(issue -> ResponseEntity.status(HttpStatus.NO_CONTENT)
                .header("HX-Redirect", page)
                .build());
    }

    /** What a figure counts. */
    @GetMapping("/figures/{figure}")
    Mono<Rendering> behind(
            @PathVariable String figure,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
            @RequestParam @Nullable String part,
            @RequestParam(defaultValue = "0") int page) {
        Figure asked = DailyReportController.figure(figure);
        LocalDate day = date == null ? desk.today() : date;
        Page.Asked rows = new Page.Asked(page, ROWS);
        return desk.behind(asked, day, part).map(all -> Rendering.view("pages/reporting/figure")
                .modelAttribute("figure", asked)
                .modelAttribute("day", day)
                .modelAttribute("part", part == null ? "" : partTerm(asked, part))
                .modelAttribute("items", shown(all, rows))
                .modelAttribute("tellsContents", asked.tellsContents(part))
                .modelAttribute("total", all.size())
                .modelAttribute("pages", links(day, part, rows, all.size()))
                .build());
    }

    private Rendering rendering(
            LocalDate date, @Nullable Integer version, PublishedReport published, boolean paperOnly) {
        LocalDate today = desk.today();
        return Rendering.view("pages/reporting/daily" + (paperOnly ? " :: paper" : ""))
                .modelAttribute("day", date)
                .modelAttribute("edition", version == null ? "" : "?version=" + version)
                .modelAttribute("kinds", KINDS)
                .modelAttribute("printedDay", PRINTED.format(date))
                .modelAttribute("report", published.report())
                .modelAttribute("view", DailyReportView.of(published))
                .modelAttribute(
                        "issued",
                        published.edition() == null
                                ? null
                                : ISSUED.format(published.edition().issuedAt().atZone(ChassisWiring.ZONE)))
                .modelAttribute("live", published.edition() == null && date.equals(today))
                .modelAttribute("before", date.minusDays(1))
                .modelAttribute("after", date.isBefore(today) ? date.plusDays(1) : null)
                .build();
    }

    private List<BehindView> shown(List<Behind> all, Page.Asked asked) {
        return all.stream()
                .skip(asked.skip())
                .limit(asked.size())
                .map(behind -> BehindView.of(behind, terms, desk))
                .toList();
    }

    private String partTerm(Figure figure, String part) {
        return switch (figure) {
            case WEB -> terms.term(Terms.CHANNEL, part);
            case HAZARDS -> terms.term(Terms.HAZARD, terms.term(Terms.CHANNEL, part));
            default -> part;
        };
    }

    private static PageLinks links(LocalDate day, @Nullable String part, Page.Asked asked, int total) {
        int last = Math.min(asked.skip() + asked.size(), total);
        String words = total == 0 ? "共 0 项" : "第 %d–%d 项，共 %d 项".formatted(asked.skip() + 1, last, total);
        return new PageLinks(
                words,
                asked.page() == 0 ? null : address(day, part, asked.page() - 1),
                last >= total ? null : address(day, part, asked.page() + 1));
    }

    private static String address(LocalDate day, @Nullable String part, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance().queryParam("date", day);
        if (part != null) {
            address.queryParam("part", part);
        }
        return address.queryParam("page", page).encode().toUriString();
    }
}
