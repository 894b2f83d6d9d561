package cn.hotline.reporting.ledger.web;

import cn.hotline.chassis.Termed.Coded;
import cn.hotline.chassis.web.Page;
import cn.hotline.reporting.codes.Terms;
import cn.hotline.reporting.ledger.LedgerFilter;
import cn.hotline.reporting.ledger.TicketLedger;
import cn.hotline.reporting.ledger.model.LedgerStatus;
import cn.hotline.reporting.ledger.model.StepKind;
import cn.hotline.ui.Choice;
import cn.hotline.ui.ClockText;
import cn.hotline.ui.PageLinks;
import cn.hotline.ui.TimelineEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** The ledger as pages. */
@Controller
public final class LedgerPages {

    private static final int ROWS = 50;

    private final TicketLedger ledger;
    private final Terms terms;
    private final Clock clock;
    private final ClockText times;

    public LedgerPages(TicketLedger ledger, Terms terms, Clock clock) {
        this.ledger = ledger;
        this.terms = terms;
        this.clock = clock;
        this.times = new ClockText(clock);
    }

    /** The tickets received on a day. */
    @GetMapping("/ledger")
    Mono<Rendering> list(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
            @RequestParam @Nullable String status,
            @RequestParam @Nullable String tag,
            @RequestParam(defaultValue = "0") int page) {
        LocalDate day = date == null ? LocalDate.now(clock) : date;
        Page.Asked asked = new Page.Asked(page, ROWS);
        LedgerFilter filter = LedgerController.filter(day, status, null, null, tag);
        return Mono.zip(
                        ledger.page(filter, asked.skip(), asked.size())
                                .map(entry -> LedgerRow.of(entry, terms))
                                .collectList(),
                        ledger.count(filter))
                .map(both -> Rendering.view("pages/reporting/ledger")
                        .modelAttribute("day", day)
                        .modelAttribute(
                                "status",
                                filter.status() == null ? "" : filter.status().name())
                        .modelAttribute(
                                "statuses",
                                Arrays.stream(LedgerStatus.values())
                                        .map(one -> Choice.of(one.name(), one.term()))
                                        .toList())
                        .modelAttribute("tag", filter.tag() == null ? "" : filter.tag())
                        .modelAttribute("tags", terms.all(Terms.TAG))
                        .modelAttribute("rows", both.getT1())
                        .modelAttribute("total", both.getT2())
                        .modelAttribute(
                                "pages", links(filter, asked, both.getT1().size(), both.getT2()))
                        .build());
    }

    /** The course of one ticket. */
    @GetMapping("/ledger/{number}")
    Mono<Rendering> course(@PathVariable String number) {
        return ledger.row(number)
                .map(entry -> LedgerRow.Course.of(entry, terms))
                .map(course -> Rendering.view("pages/reporting/course")
                        .modelAttribute("row", course.row())
                        .modelAttribute("steps", timeline(course.steps()))
                        .build());
    }

    private List<TimelineEntry> timeline(List<StepView> steps) {
        return steps.stream()
                .map(step -> new TimelineEntry(times.full(step.at()), words(step), step.note(), false))
                .toList();
    }

    /** Who did what with which result; dispatch and recall are not done by the unit but to it. */
    private static String words(StepView step) {
        String by = step.by() == null ? "" : step.by();
        String result = step.result() == null ? "" : "：" + step.result().term();
        return step.kind().equals(Coded.of(StepKind.DISPATCHED)) || step.kind().equals(Coded.of(StepKind.RECALLED))
                ? step.kind().term() + "：" + by
                : by + step.kind().term() + result;
    }

    private static PageLinks links(LedgerFilter filter, Page.Asked asked, int shown, long total) {
        String words =
                total == 0 ? "共 0 件" : "第 %d–%d 件，共 %d 件".formatted(asked.skip() + 1, asked.skip() + shown, total);
        return new PageLinks(
                words,
                asked.page() == 0 ? null : address(filter, asked.page() - 1),
                asked.skip() + shown >= total ? null : address(filter, asked.page() + 1));
    }

    private static String address(LedgerFilter filter, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance().queryParam("date", filter.receivedOn());
        if (filter.status() != null) {
            address.queryParam("status", filter.status().name());
        }
        if (filter.tag() != null) {
            address.queryParam("tag", filter.tag());
        }
        return address.queryParam("page", page).toUriString();
    }
}
