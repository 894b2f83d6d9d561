package cn.hotline.reporting.ledger;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.contract.IntakeEvent.CallRecorded;
import cn.hotline.reporting.ledger.model.CallEntry;
import cn.hotline.reporting.ledger.model.LedgerEntry;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ledger (台账): notes every fact the services tell, and shows its rows. */
public final class TicketLedger {

    private final LedgerEntries entries;
    private final CallEntries calls;

    public TicketLedger(LedgerEntries entries, CallEntries calls) {
        this.entries = entries;
        this.calls = calls;
    }

    /** Folds a fact into the row of its ticket. */
    public Mono<LedgerEntry> note(String number, UnaryOperator<LedgerEntry> fact) {
        return entries.note(number, fact);
    }

    public Mono<CallEntry> note(CallRecorded told) {
        return calls.note(CallEntry.of(told));
    }

    /** The row of one ticket, as it may be shown. */
    public Mono<LedgerEntry> row(String number) {
        return entries.find(number)
                .map(LedgerEntry::shown)
                .switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)));
    }

    public Flux<LedgerEntry> page(LedgerFilter filter, int skip, int limit) {
        return entries.page(filter, skip, limit).map(LedgerEntry::shown);
    }

    public Mono<Long> count(LedgerFilter filter) {
        return entries.count(filter);
    }
}
