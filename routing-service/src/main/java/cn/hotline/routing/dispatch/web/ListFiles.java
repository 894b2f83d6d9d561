package cn.hotline.routing.dispatch.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.access.Person;
import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditLog;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.catalogue.sheet.Sheet;
import cn.hotline.routing.catalogue.sheet.Sheet.Row;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchRefusal;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * 导出: a list as a file, narrowed and sorted as the page shows it, with the rows of whoever asks. It says who took it and
 * when, after the audit log knows it.
 */
@RestController
public final class ListFiles {

    /** More is a task for the interface. */
    static final int MOST = 10_000;

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", UTF_8);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final List<String> COLUMNS = List.of(
            "编号", "状态", "标题", "类别", "诉求分类", "紧急程度", "地点", "主办单位", "协办单位", "经办人", "转入", "派单", "签收截止", "办结截止", "下一步截止",
            "是否逾期", "退单次数", "第几次办理");

    private final Dispatches dispatches;
    private final Lists lists;
    private final Viewers viewers;
    private final AuditLog audit;
    private final Clock clock;

    ListFiles(Dispatches dispatches, Lists lists, Viewers viewers, AuditLog audit, Clock clock) {
        this.dispatches = dispatches;
        this.lists = lists;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/api/v1/dispatches.xlsx")
    Mono<ResponseEntity<byte[]>> xlsx(ListQuery query) {
        return file(query, "xlsx", XLSX, Sheet::toXlsx);
    }

    @GetMapping("/api/v1/dispatches.csv")
    Mono<ResponseEntity<byte[]>> csv(ListQuery query) {
        return file(query, "csv", CSV, Sheet::toCsv);
    }

    private Mono<ResponseEntity<byte[]>> file(
            ListQuery query, String ending, MediaType type, Function<Sheet, byte[]> written) {
        return Mono.zip(viewers.current(), Person.current()).flatMap(asking -> {
            Viewer viewer = asking.getT1();
            DispatchFilter filter = lists.filter(query, viewer);
            String term = lists.term(query, viewer);
            String name = "工单-" + term + "-" + DAY.format(clock.instant().atZone(ChassisWiring.ZONE)) + "." + ending;
            return rows(viewer, filter)
                    .delayUntil(rows -> audit.record(new Act("EXPORT", name, null)))
                    .map(rows -> new Sheet(term, COLUMNS, rows, mark(asking.getT2())))
                    .publishOn(Schedulers.boundedElastic())
                    .map(written)
                    .map(bytes -> answer(name, type, bytes));
        });
    }

    private Mono<List<Row>> rows(Viewer viewer, DispatchFilter filter) {
        return dispatches
                .count(viewer, filter)
                .doOnNext(count -> Refused.unless(count <= MOST, DispatchRefusal.TOO_MANY_ROWS))
                .thenMany(dispatches.list(viewer, filter, 0, MOST))
                .map(Versioned::state)
                .index((at, dispatch) -> new Row((int) (at + 2), cells(dispatch)))
                .collectList();
    }

    /** 水印. */
    private String mark(Person person) {
        return "导出：" + person.name() + " " + person.account() + " "
                + SECONDS.format(clock.instant().atZone(ChassisWiring.ZONE));
    }

    private static ResponseEntity<byte[]> answer(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .contentType(type)
                .body(bytes);
    }

    private List<String> cells(Dispatch dispatch) {
        TicketHead head = new TicketHead(dispatch);
        var handling = dispatch.handling();
        var lead = handling == null ? null : handling.lead();
        Instant dueAt = dispatch.turn().dueAt();
        List<String> cells = new ArrayList<>(List.of(
                head.number(),
                head.status(),
                head.title(),
                head.kind(),
                head.topic(),
                head.urgency(),
                head.where(),
                Objects.requireNonNullElse(head.lead(), ""),
                head.helpers(),
                Objects.requireNonNullElse(head.taker(), ""),
                time(dispatch.turn().since())));
        cells.add(time(lead == null ? null : lead.timing().startedAt()));
        cells.add(time(lead == null ? null : lead.timing().deadlines().acknowledgeBy()));
        cells.add(time(handling == null ? null : handling.finishBy()));
        cells.add(time(dueAt));
        cells.add(dueAt != null && dueAt.isBefore(clock.instant()) ? "是" : "");
        cells.add(
                handling == null
                        ? ""
                        : String.valueOf(handling.dispute().objections().size()));
        cells.add(handling == null ? "" : String.valueOf(handling.round()));
        return cells;
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : MINUTES.format(at.atZone(ChassisWiring.ZONE));
    }
}
