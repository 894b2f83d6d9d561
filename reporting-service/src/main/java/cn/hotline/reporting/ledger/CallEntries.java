package cn.hotline.reporting.ledger;

import cn.hotline.reporting.ledger.model.CallEntry;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of calls, of the tenant of the cause in force. */
public interface CallEntries {

    /** Keeps a call as it was recorded. */
    Mono<CallEntry> note(CallEntry call);

    /** Calls that began on a day, {@code yyyy-MM-dd}. */
    Flux<CallEntry> startedOn(String day);

    /** Those of these calls that are known. */
    Flux<CallEntry> identified(Collection<String> ids);

    /** Calls that name one of these tickets as theirs. */
    Flux<CallEntry> naming(Collection<String> tickets);
}
