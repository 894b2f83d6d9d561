package cn.hotline.reporting.dailyreport.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.reporting.dailyreport.DailyReportDesk;
import cn.hotline.reporting.dailyreport.PublishedReport;
import cn.hotline.reporting.export.Cell;
import cn.hotline.reporting.export.HtmlFile;
import cn.hotline.reporting.export.Paper;
import cn.hotline.reporting.export.PdfFile;
import cn.hotline.reporting.export.SheetFile;
import cn.hotline.reporting.export.Table;
import cn.hotline.reporting.export.Table.Column;
import cn.hotline.reporting.export.WordFile;
import cn.hotline.reporting.export.web.Exports;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The reports as files. */
@RestController
@RequestMapping("/api/v1")
public final class DailyReportFiles {

    private final DailyReportDesk desk;
    private final Exports exports;

    public DailyReportFiles(DailyReportDesk desk, Exports exports) {
        this.desk = desk;
        this.exports = exports;
    }

    @GetMapping("/daily-reports/{date}.docx")
    Mono<ResponseEntity<byte[]>> word(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date, @RequestParam @Nullable Integer version) {
        return word("热线日报", date, version, Papers::daily);
    }

    @GetMapping("/daily-reports/{date}.xlsx")
    Mono<ResponseEntity<byte[]>> sheets(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date, @RequestParam @Nullable Integer version) {
        return sheets("热线日报", date, version, Papers::daily);
    }

    @GetMapping("/daily-reports/{date}.html")
    Mono<ResponseEntity<byte[]>> page(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date, @RequestParam @Nullable Integer version) {
        return page("热线日报", date, version, Papers::daily);
    }

    @GetMapping("/hazard-reports/{date}.html")
    Mono<ResponseEntity<byte[]>> hazardPage(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date, @RequestParam @Nullable Integer version) {
        return page("隐患日报", date, version, Papers::hazards);
    }

    @GetMapping("/daily-reports/{date}.pdf")
    Mono<ResponseEntity<byte[]>> pdf(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date, @RequestParam @Nullable Integer version) {
        return pdf("热线日报", date, version, Papers::daily);
    }

    @GetMapping("/hazard-reports/{date}.pdf")
    Mono<ResponseEntity<byte[]>> hazardPdf(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date, @RequestParam @Nullable Integer version) {
        return pdf("隐患日报", date, version, Papers::hazards);
    }

    @GetMapping("/hazard-reports/{date}.docx")
    Mono<ResponseEntity<byte[]>> hazardWord(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date, @RequestParam @Nullable Integer version) {
        return word("隐患日报", date, version, Papers::hazards);
    }

    @GetMapping("/hazard-reports/{date}.xlsx")
    Mono<ResponseEntity<byte[]>> hazardSheets(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date, @RequestParam @Nullable Integer version) {
        return sheets("隐患日报", date, version, Papers::hazards);
    }

    private Mono<ResponseEntity<byte[]>> page(
            String what, LocalDate date, @Nullable Integer version, Function<PublishedReport, Paper> paper) {
        return read(date, version)
                .map(paper)
                .flatMap(one ->
                        exports.answer(what + "-" + date + ".html", Exports.PAGE, mark -> HtmlFile.write(one, mark)
                                .getBytes(UTF_8)));
    }

    private Mono<ResponseEntity<byte[]>> pdf(
            String what, LocalDate date, @Nullable Integer version, Function<PublishedReport, Paper> paper) {
        return read(date, version)
                .map(paper)
                .flatMap(one -> exports.answer(
                        what + "-" + date + ".pdf", MediaType.APPLICATION_PDF, mark -> PdfFile.write(one, mark)));
    }

    private Mono<ResponseEntity<byte[]>> word(
            String what, LocalDate date, @Nullable Integer version, Function<PublishedReport, Paper> paper) {
        return read(date, version)
                .map(paper)
                .flatMap(one ->
                        exports.answer(what + "-" + date + ".docx", Exports.WORD, mark -> WordFile.write(one, mark)));
    }

    private Mono<ResponseEntity<byte[]>> sheets(
            String what, LocalDate date, @Nullable Integer version, Function<PublishedReport, Paper> paper) {
        return read(date, version)
                .map(paper)
                .flatMap(one -> exports.answer(
                        what + "-" + date + ".xlsx",
                        Exports.EXCEL,
                        mark -> SheetFile.write(
                                Stream.concat(one.tables().stream(), Stream.of(printed(one)))
                                        .toList(),
                                mark,
                                ChassisWiring.ZONE)));
    }

    /** The words as printed, title and state first. */
    private static Table printed(Paper paper) {
        return new Table(
                "印出文字",
                List.of(new Column(paper.title(), 120)),
                Stream.concat(Stream.of(paper.status()), paper.paragraphs().stream())
                        .map(line -> List.of(Cell.of(line)))
                        .toList());
    }

    private Mono<PublishedReport> read(LocalDate date, @Nullable Integer version) {
        return version == null ? desk.read(date) : desk.read(date, version);
    }
}
