package cn.hotline.reporting.dailyreport.model;

import cn.hotline.reporting.ledger.model.CallEntry;
import cn.hotline.reporting.ledger.model.LedgerEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answered call (件次) of a day with its tickets: a recorded one, or one known only by its ticket.
 *
 * @param id call id, or the number of the ticket that is a call of its own
 * @param record null for a call known only by its tickets
 * @param tickets received on that day or, when they name this call, on another
 */
public record Call(String id, @Nullable CallEntry record, List<LedgerEntry> tickets) {

    public Call {
        tickets = List.copyOf(tickets);
    }
}
