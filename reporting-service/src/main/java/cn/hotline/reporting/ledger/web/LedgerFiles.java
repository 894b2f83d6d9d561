package cn.hotline.reporting.ledger.web;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Termed.Coded;
import cn.hotline.reporting.codes.Terms;
import cn.hotline.reporting.export.Cell;
import cn.hotline.reporting.export.CsvFile;
import cn.hotline.reporting.export.Mark;
import cn.hotline.reporting.export.SheetFile;
import cn.hotline.reporting.export.Table;
import cn.hotline.reporting.export.Table.Column;
import cn.hotline.reporting.export.web.Exports;
import cn.hotline.reporting.ledger.LedgerFilter;
import cn.hotline.reporting.ledger.TicketLedger;
import cn.hotline.reporting.ledger.model.LedgerRefusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The ledger of a day as a file, narrowed like the list. */
@RestController
@RequestMapping("/api/v1")
public final class LedgerFiles {

    /** Several busy days of a city of two million; more is a task for the interface. */
    static final int MOST = 10_000;

    private static final List<Column> COLUMNS = List.of(
            new Column("编号", 18),
            new Column("状态", 12),
            new Column("处置", 14),
            new Column("渠道", 20),
            new Column("类别", 8),
            new Column("诉求", 48),
            new Column("分类", 20),
            new Column("日报类别", 16),
            new Column("紧急程度", 10),
            new Column("安全隐患", 12),
            new Column("地点", 36),
            new Column("责任单位", 28),
            new Column("收到", 18),
            new Column("办结期限", 18),
            new Column("按期办结", 10),
            new Column("满意度", 12),
            new Column("标签", 20),
            new Column("剔除", 24));

    private final TicketLedger ledger;
    private final Terms terms;
    private final Exports exports;
    private final Clock clock;

    public LedgerFiles(TicketLedger ledger, Terms terms, Exports exports, Clock clock) {
        this.ledger = ledger;
        this.terms = terms;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/ledger.xlsx")
    Mono<ResponseEntity<byte[]>> sheet(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
            @RequestParam @Nullable String status,
            @RequestParam @Nullable String channel,
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable String tag) {
        return file(
                filter(date, status, channel, unit, tag),
                "xlsx",
                Exports.EXCEL,
                (table, mark) -> SheetFile.write(List.of(table), mark, ChassisWiring.ZONE));
    }

    @GetMapping("/ledger.csv")
    Mono<ResponseEntity<byte[]>> csv(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
            @RequestParam @Nullable String status,
            @RequestParam @Nullable String channel,
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable String tag) {
        return file(
                filter(date, status, channel, unit, tag),
                "csv",
                Exports.CSV,
                (table, mark) -> CsvFile.write(table, mark, ChassisWiring.ZONE));
    }

    private LedgerFilter filter(
            @Nullable LocalDate date,
            @Nullable String status,
            @Nullable String channel,
            @Nullable String unit,
            @Nullable String tag) {
        return LedgerController.filter(date == null ? LocalDate.now(clock) : date, status, channel, unit, tag);
    }

    private Mono<ResponseEntity<byte[]>> file(
            LedgerFilter filter, String ending, MediaType type, BiFunction<Table, Mark, byte[]> written) {
        return ledger.count(filter)
                .doOnNext(count -> Refused.unless(count <= MOST, LedgerRefusal.TOO_MANY_ROWS))
                .thenMany(ledger.page(filter, 0, MOST))
                .map(entry -> cells(LedgerRow.of(entry, terms)))
                .collectList()
                .map(rows -> new Table("工单台账", COLUMNS, rows))
                .flatMap(table -> exports.answer(
                        "工单台账-" + filter.receivedOn() + "." + ending, type, mark -> written.apply(table, mark)));
    }

    private static List<Cell> cells(LedgerRow row) {
        return List.of(
                Cell.of(row.number()),
                term(row.status()),
                term(row.disposition()),
                term(row.channel()),
                term(row.kind()),
                Cell.of(row.title()),
                term(row.category()),
                Cell.of(row.reportGroup()),
                term(row.urgency()),
                term(row.hazard()),
                Cell.of(row.place()),
                Cell.of(row.unit() == null ? null : row.unit().name()),
                Cell.of(row.receivedAt()),
                Cell.of(row.finishBy()),
                Cell.of(row.finishedInTime() == null ? "" : row.finishedInTime() ? "是" : "否"),
                term(row.satisfaction()),
                Cell.of(row.tags().stream().map(Coded::term).collect(Collectors.joining("、"))),
                term(row.exclusion()));
    }

    private static Cell term(@Nullable Coded coded) {
        return Cell.of(coded == null ? null : coded.term());
    }
}
