package cn.hotline.reporting.ledger.model;

import cn.hotline.intake.contract.IntakeEvent.CallRecorded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the list of calls (来电, 件次): a call with none, one or several tickets.
 *
 * @param id call id
 * @param line dialled line; null when not known
 * @param startedOn day of {@code startedAt}, which is the day the call counts on
 * @param endedAt null while not known
 * @param outcome code of what came of it
 * @param tickets numbers named when the call was recorded; tickets registered later name the call themselves
 */
public record CallEntry(
        String id,
        @Nullable String line,
        Instant startedAt,
        String startedOn,
        @Nullable Instant endedAt,
        String outcome,
        List<String> tickets) {

    public CallEntry {
        tickets = tickets == null ? List.of() : List.copyOf(tickets);
    }

    public static CallEntry of(CallRecorded told) {
        return new CallEntry(
                told.number(),
                told.line(),
                told.startedAt(),
                LedgerEntry.dayOf(told.startedAt()),
                told.endedAt(),
                told.outcome(),
                told.tickets());
    }
}
