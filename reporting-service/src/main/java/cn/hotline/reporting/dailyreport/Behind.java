package cn.hotline.reporting.dailyreport;

import cn.hotline.reporting.dailyreport.model.Call;
import cn.hotline.reporting.dailyreport.model.DayFacts.Revisited;
import cn.hotline.reporting.ledger.model.CallEntry;
import cn.hotline.reporting.ledger.model.Followup.Revisit;
import cn.hotline.reporting.ledger.model.LedgerEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a figure counts: a call with its tickets, a ticket, or a revisit of one.
 *
 * @param id call id or ticket number
 * @param at when it happened: call begun, ticket received, revisit recorded
 * @param call null unless a recorded call is counted
 * @param revisit null unless a revisit is counted
 * @param tickets of the call, or the one ticket, as they may be shown; none for a call without
 */
public record Behind(
        String id,
        Instant at,
        @Nullable CallEntry call,
        @Nullable Revisit revisit,
        List<LedgerEntry> tickets) {

    public Behind {
        tickets = tickets.stream().map(LedgerEntry::shown).toList();
    }

    /** Whether a ticket of it is for named people only (保密). */
    boolean isConfidential() {
        return tickets.stream().anyMatch(LedgerEntry::confidential);
    }

    static Behind of(Call call) {
        return new Behind(
                call.id(),
                call.record() == null
                        ? receivedAt(call.tickets().get(0))
                        : call.record().startedAt(),
                call.record(),
                null,
                call.tickets());
    }

    static Behind of(LedgerEntry ticket) {
        return new Behind(ticket.number(), receivedAt(ticket), null, null, List.of(ticket));
    }

    static Behind of(Revisited revisited) {
        return new Behind(
                revisited.ticket().number(),
                revisited.revisit().at(),
                null,
                revisited.revisit(),
                List.of(revisited.ticket()));
    }

    private static Instant receivedAt(LedgerEntry ticket) {
        return ticket.registration() == null
                ? Instant.EPOCH
                : ticket.registration().contact().receivedAt();
    }
}
