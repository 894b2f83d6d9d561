package cn.hotline.reporting.dailyreport.web;

import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Termed.Coded;
import cn.hotline.chassis.web.Page;
import cn.hotline.reporting.codes.Terms;
import cn.hotline.reporting.dailyreport.DailyReportDesk;
import cn.hotline.reporting.dailyreport.DailyReportDesk.Issue;
import cn.hotline.reporting.dailyreport.PublishedReport;
import cn.hotline.reporting.dailyreport.model.DailyReportRefusal;
import cn.hotline.reporting.dailyreport.model.Figure;
import cn.hotline.reporting.dailyreport.model.HazardReport;
import cn.hotline.reporting.dailyreport.model.Identity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reports over HTTP. */
@RestController
@RequestMapping("/api/v1")
public final class DailyReportController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final DailyReportDesk desk;
    private final Terms terms;

    public DailyReportController(DailyReportDesk desk, Terms terms) {
        this.desk = desk;
        this.terms = terms;
    }

    /** The report that stands, or one edition of it. */
    @GetMapping("/daily-reports/{date}")
    Mono<DailyReportView> report(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date, @RequestParam @Nullable Integer version) {
        return read(date, version).map(DailyReportView::of);
    }

    /** Title and text as printed. */
    @GetMapping("/daily-reports/{date}.txt")
    Mono<ResponseEntity<String>> text(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date, @RequestParam @Nullable Integer version) {
        return read(date, version)
                .map(published ->
                        printed(published.report().title(), published.report().text()));
    }

    @GetMapping("/hazard-reports/{date}")
    Mono<HazardReportView> hazards(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date, @RequestParam @Nullable Integer version) {
        return read(date, version).map(HazardReportView::of);
    }

    @GetMapping("/hazard-reports/{date}.txt")
    Mono<ResponseEntity<String>> hazardText(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date, @RequestParam @Nullable Integer version) {
        return read(date, version).map(published -> {
            HazardReport hazards = published.report().hazards();
            return printed(hazards.title(), hazards.text());
        });
    }

    /** Freezes the report; when nothing has changed since the newest edition, that one stands and is answered. */
    @PostMapping("/daily-reports/{date}/issue")
    Mono<ResponseEntity<IssueView>> issue(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date, ServerWebExchange exchange) {
        return desk.issue(date).map(issue -> {
            URI report =
                    URI.create(exchange.getRequest().getPath().contextPath().value() + "/api/v1/daily-reports/" + date
                            + "?version=" + issue.edition().version());
            return ResponseEntity.status(issue.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                    .location(report)
                    .body(IssueView.of(date, issue));
        });
    }

    /** What a figure counts; of today when no day is named. */
    @GetMapping("/figures/{figure}")
    Mono<FigureView> behind(
            @PathVariable String figure,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
            @RequestParam @Nullable String part,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        Figure asked = figure(figure);
        LocalDate day = date == null ? desk.today() : date;
        Page.Asked rows = new Page.Asked(page, size);
        return desk.behind(asked, day, part)
                .map(all -> FigureView.of(
                        asked,
                        day,
                        part,
                        rows,
                        all.size(),
                        all.stream()
                                .skip(rows.skip())
                                .limit(rows.size())
                                .map(behind -> BehindView.of(behind, terms, desk))
                                .toList()));
    }

    /** What must always be equal, looked at now, for today and yesterday. */
    @GetMapping("/invariants")
    Mono<Invariants> invariants() {
        return Flux.just(desk.today(), desk.today().minusDays(1))
                .concatMap(desk::draft)
                .flatMapIterable(report -> report.identities().stream()
                        .map(identity -> Invariant.of(report.day(), identity))
                        .toList())
                .collectList()
                .map(Invariants::of);
    }

    static Figure figure(String path) {
        return Figure.ofPath(path).orElseThrow(() -> new Refused(DailyReportRefusal.NO_SUCH_FIGURE));
    }

    private Mono<PublishedReport> read(LocalDate date, @Nullable Integer version) {
        return version == null ? desk.read(date) : desk.read(date, version);
    }

    private static ResponseEntity<String> printed(String title, String text) {
        return ResponseEntity.ok().contentType(TEXT).body(title + "\n" + text + "\n");
    }

    /** What an issue came to. */
    record IssueView(String date, String status, int version, String sha256, List<String> changes) {

        static IssueView of(LocalDate date, Issue issue) {
            return new IssueView(
                    date.toString(),
                    "ISSUED",
                    issue.edition().version(),
                    issue.edition().sha256(),
                    issue.edition().changes());
        }
    }

    /**
     * What is behind a figure, one page of it.
     *
     * @param part channel, body, kind or group it was narrowed to; absent for all
     */
    record FigureView(
            Coded figure, String date, @Nullable String part, List<BehindView> items, int page, int size, long total) {

        static FigureView of(
                Figure figure,
                LocalDate day,
                @Nullable String part,
                Page.Asked asked,
                int total,
                List<BehindView> items) {
            return new FigureView(
                    new Coded(figure.path(), figure.term()),
                    day.toString(),
                    part,
                    items,
                    asked.page(),
                    asked.size(),
                    total);
        }
    }

    /** All identities of the days looked at. */
    record Invariants(boolean holds, List<Invariant> items) {

        static Invariants of(List<Invariant> items) {
            return new Invariants(items.stream().allMatch(Invariant::holds), items);
        }
    }

    record Invariant(String date, String name, String sentence, int left, int right, boolean holds) {

        static Invariant of(String date, Identity identity) {
            return new Invariant(
                    date, identity.name(), identity.sentence(), identity.left(), identity.right(), identity.holds());
        }
    }
}
