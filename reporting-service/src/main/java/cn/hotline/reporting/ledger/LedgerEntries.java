package cn.hotline.reporting.ledger;

import cn.hotline.reporting.ledger.model.LedgerEntry;
import java.util.Collection;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of tickets, of the tenant of the cause in force. */
public interface LedgerEntries {

    /** Folds a fact into a ticket's row; the row is opened when this is the first fact. */
    Mono<LedgerEntry> note(String number, UnaryOperator<LedgerEntry> fact);

    /** Empty when nothing was ever told of that ticket. */
    Mono<LedgerEntry> find(String number);

    /** Tickets received on a day, {@code yyyy-MM-dd}. */
    Flux<LedgerEntry> receivedOn(String day);

    /** Tickets that name one of these calls as theirs and were received on another day than this one. */
    Flux<LedgerEntry> ofCallsNotReceivedOn(String day, Collection<String> callIds);

    /** Those of these tickets that are known. */
    Flux<LedgerEntry> numbered(Collection<String> numbers);

    /** Tickets of which at least one revisit was recorded on a day. */
    Flux<LedgerEntry> revisitedOn(String day);

    /** A part of the rows that match, newest number first. */
    Flux<LedgerEntry> page(LedgerFilter filter, int skip, int limit);

    Mono<Long> count(LedgerFilter filter);
}
