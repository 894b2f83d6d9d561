package cn.hotline.reporting.dailyreport;

import cn.hotline.reporting.dailyreport.model.DayFacts;
import cn.hotline.reporting.ledger.CallEntries;
import cn.hotline.reporting.ledger.LedgerEntries;
import cn.hotline.reporting.ledger.model.CallEntry;
import cn.hotline.reporting.ledger.model.LedgerEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gathers the rows a day's report is made of, with what belongs to them across midnight. */
public final class DayRows {

    private static final String CALL = "CALL";
    private static final int PART = 200;
    private static final int SIDE_BY_SIDE = 4;

    private final LedgerEntries entries;
    private final CallEntries calls;

    public DayRows(LedgerEntries entries, CallEntries calls) {
        this.entries = entries;
        this.calls = calls;
    }

    public Mono<DayFacts> of(LocalDate day) {
        return Mono.zip(
                        calls.startedOn(day.toString()).collectList(),
                        entries.receivedOn(day.toString()).collectList(),
                        entries.revisitedOn(day.toString()).collectList())
                .flatMap(rows -> acrossMidnight(day, rows.getT1(), rows.getT2(), rows.getT3()));
    }

    private Mono<DayFacts> acrossMidnight(
            LocalDate day, List<CallEntry> ofDay, List<LedgerEntry> tickets, List<LedgerEntry> revisited) {
        return Mono.zip(
                        ticketsOf(ofDay, day.toString(), tickets).collectList(),
                        callsOf(tickets, ofDay).collectList())
                .map(linked -> new DayFacts(day, ofDay, tickets, linked.getT1(), linked.getT2(), revisited));
    }

    /** Tickets of these calls that were received on another day. */
    private Flux<LedgerEntry> ticketsOf(List<CallEntry> ofDay, String day, List<LedgerEntry> received) {
        Set<String> here = new HashSet<>();
        received.forEach(ticket -> here.add(ticket.number()));
        List<String> ids = ofDay.stream().map(CallEntry::id).toList();
        List<String> elsewhere = ofDay.stream()
                .flatMap(call -> call.tickets().stream())
                .filter(number -> !here.contains(number))
                .toList();
        return Flux.merge(
                        inParts(ids, part -> entries.ofCallsNotReceivedOn(day, part)),
                        inParts(elsewhere, entries::numbered))
                .filter(DayRows::phoned)
                .distinct(LedgerEntry::number);
    }

    /** Calls of another day that these tickets belong to. */
    private Flux<CallEntry> callsOf(List<LedgerEntry> tickets, List<CallEntry> ofDay) {
        Set<String> known = new HashSet<>();
        ofDay.forEach(call -> {
            known.add(call.id());
            known.addAll(call.tickets());
        });
        List<String> named = new ArrayList<>();
        List<String> nameless = new ArrayList<>();
        for (LedgerEntry ticket : tickets) {
            if (phoned(ticket) && !known.contains(ticket.number())) {
                String call = callId(ticket);
                if (call == null) {
                    nameless.add(ticket.number());
                } else if (known.add(call)) {
                    named.add(call);
                }
            }
        }
        return Flux.merge(inParts(named, calls::identified), inParts(nameless, calls::naming))
                .distinct(CallEntry::id);
    }

    /** Asking for thousands at once costs the store the square of it. */
    private static <T> Flux<T> inParts(List<String> keys, Function<List<String>, Flux<T>> query) {
        return Flux.fromIterable(keys).buffer(PART).flatMap(query, SIDE_BY_SIDE);
    }

    private static boolean phoned(LedgerEntry ticket) {
        return ticket.registration() != null
                && ticket.registration().contact().family().equals(CALL);
    }

    private static @Nullable String callId(LedgerEntry ticket) {
        return ticket.registration() == null
                ? null
                : ticket.registration().contact().callId();
    }
}
