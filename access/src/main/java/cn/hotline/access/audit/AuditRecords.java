package cn.hotline.access.audit;

import cn.hotline.access.audit.model.Anchor;
import cn.hotline.access.audit.model.Link;
import cn.hotline.access.audit.model.RegisterLine;
import cn.hotline.access.audit.model.RegisterLine.Kind;
import cn.hotline.chassis.web.Page;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where the chains of one service are kept. Nothing here changes or deletes. Thread-safe. */
public interface AuditRecords {

    /**
     * Adds records to the end of one chain. Completes when they are durable. May be asked again after a failure: what
     * is there already is not added twice.
     *
     * @param links in sequence, of one chain, one or more
     * @throws Overwritten when something else stands in their place
     */
    Mono<Void> append(List<Link> links);

    /** Adds a line to the register, behind whatever other processes add. */
    Mono<RegisterLine> register(Instant at, Kind kind, Anchor reached);

    /** Lines of the register behind that one, in sequence, at most so many. */
    Mono<List<RegisterLine>> lines(Anchor after, int limit);

    /**
     * Records of all chains by chain and sequence, at most so many.
     *
     * @param after where to go on; sequence 0 of chain "" for the first
     */
    Mono<List<Link>> links(Anchor after, int limit);

    /** What was asked for, latest first, of the tenant of the cause. */
    Mono<Page<Link>> find(Question question, Page.Asked page);

    /** Another writer has written into the chain: somebody who is not us. */
    final class Overwritten extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Overwritten(Anchor place) {
            super("Something else stands at " + place.chain() + " " + place.sequence());
        }
    }
}
