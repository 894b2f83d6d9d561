package cn.hotline.reporting.ledger.web;

import cn.hotline.chassis.web.Fields;
import cn.hotline.chassis.web.Page;
import cn.hotline.reporting.codes.Terms;
import cn.hotline.reporting.ledger.LedgerFilter;
import cn.hotline.reporting.ledger.TicketLedger;
import cn.hotline.reporting.ledger.model.LedgerStatus;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The ledger over HTTP. */
@RestController
@RequestMapping("/api/v1/ledger")
public final class LedgerController {

    private final TicketLedger ledger;
    private final Terms terms;
    private final Clock clock;

    public LedgerController(TicketLedger ledger, Terms terms, Clock clock) {
        this.ledger = ledger;
        this.terms = terms;
        this.clock = clock;
    }

    /** Rows of the tickets received on a day, newest number first; of today when none is named. */
    @GetMapping
    Mono<Page<LedgerRow>> page(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
            @RequestParam @Nullable String status,
            @RequestParam @Nullable String channel,
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable String tag,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        Page.Asked asked = new Page.Asked(page, size);
        LedgerFilter filter = filter(date == null ? LocalDate.now(clock) : date, status, channel, unit, tag);
        return Mono.zip(
                        ledger.page(filter, asked.skip(), asked.size())
                                .map(entry -> LedgerRow.of(entry, terms))
                                .collectList(),
                        ledger.count(filter))
                .map(both -> new Page<>(both.getT1(), asked.page(), asked.size(), both.getT2()));
    }

    /** The whole course of one ticket. */
    @GetMapping("/{number}")
    Mono<LedgerRow.Course> course(@PathVariable String number) {
        return ledger.row(number).map(entry -> LedgerRow.Course.of(entry, terms));
    }

    static LedgerFilter filter(
            LocalDate date,
            @Nullable String status,
            @Nullable String channel,
            @Nullable String unit,
            @Nullable String tag) {
        Fields fields = new Fields();
        LedgerFilter filter = new LedgerFilter(
                date.toString(),
                fields.code("status", status, LedgerStatus.class),
                fields.optional("channel", channel, 40),
                fields.optional("unit", unit, 40),
                fields.optional("tag", tag, 40));
        fields.refuseFaults();
        return filter;
    }
}
