package cn.hotline.access.audit;

import cn.hotline.access.audit.model.Anchor;
import cn.hotline.access.audit.model.Inspection;
import cn.hotline.access.audit.model.Link;
import cn.hotline.access.audit.model.Verification;
import cn.hotline.chassis.web.Page;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an auditor may ask of the log. Every question is itself written down. Thread-safe. */
public final class AuditDesk {

    private static final int AT_ONCE = 1_000;
    private static final Anchor START = new Anchor("", 0, "");

    private static final Logger LOG = LoggerFactory.getLogger(AuditDesk.class);

    private final AuditRecords records;
    private final AuditWriter writer;
    private final AtomicInteger broken = new AtomicInteger();
    private volatile List<Anchor> seenWhole = List.of();

    public AuditDesk(AuditRecords records, AuditWriter writer, MeterRegistry meters) {
        this.records = records;
        this.writer = writer;
        Gauge.builder("hotline.audit.broken", broken, AtomicInteger::get)
                .description("1 when the audit log was found broken at the last look, else 0")
                .register(meters);
    }

    /** What was asked for, latest first. */
    public Mono<Page<Link>> find(Question question, Page.Asked page) {
        return writer.record(new Act("READ_AUDIT", "", question.words()))
                .then(Mono.defer(() -> records.find(question, page)));
    }

    /**
     * Looks at every record, those of all tenants.
     *
     * @param anchors what is known of the chains from elsewhere, such as from the application's log
     */
    public Mono<Verification> verify(Collection<Anchor> anchors) {
        return writer.record(new Act("VERIFY_AUDIT", "", null)).then(Mono.defer(() -> inspect(anchors)));
    }

    /** Looks by itself, so that a broken log is noticed although no auditor asks. */
    public Mono<Void> check() {
        return Mono.defer(() -> inspect(List.of())).then();
    }

    private Mono<Verification> inspect(Collection<Anchor> anchors) {
        List<Anchor> known = new ArrayList<>(anchors);
        known.addAll(writer.known());
        known.addAll(seenWhole);
        Inspection inspection = new Inspection(known);
        return register(inspection)
                .then(Mono.defer(() -> links(inspection)))
                .then(Mono.fromSupplier(inspection::end))
                .doOnNext(this::remember)
                .flatMap(found -> anchor(found).thenReturn(found));
    }

    private Mono<Void> register(Inspection inspection) {
        return records.lines(inspection.register(), AT_ONCE)
                .expand(lines -> lines.size() < AT_ONCE
                        ? Mono.empty()
                        : records.lines(lines.get(lines.size() - 1).place(), AT_ONCE))
                .concatMapIterable(lines -> lines)
                .doOnNext(inspection::look)
                .takeUntil(line -> inspection.isBroken())
                .then();
    }

    private Mono<Void> links(Inspection inspection) {
        return records.links(START, AT_ONCE)
                .expand(links -> links.size() < AT_ONCE
                        ? Mono.empty()
                        : records.links(links.get(links.size() - 1).head(), AT_ONCE))
                .concatMap(links -> registered(inspection, links).thenReturn(links), 1)
                .doOnNext(links -> links.forEach(inspection::look))
                .takeUntil(links -> inspection.isBroken())
                .then();
    }

    /** A chain may have been opened after the register was read: then it stands in the lines that have come since. */
    private Mono<Void> registered(Inspection inspection, List<Link> links) {
        return links.stream().allMatch(link -> inspection.isRegistered(link.chain()))
                ? Mono.empty()
                : register(inspection);
    }

    /** What was seen whole and nobody has vouched for, such as the end of a chain whose process was killed. */
    private Mono<Void> anchor(Verification found) {
        return Flux.fromIterable(found.whole() ? found.chains() : List.of())
                .filter(chain -> !chain.anchored())
                .concatMap(chain -> writer.anchor(chain.head()))
                .then();
    }

    /** What was there once must be there for ever: a later look by this process finds it cut. */
    private void remember(Verification found) {
        broken.set(found.whole() ? 0 : 1);
        if (found.broken() != null) {
            LOG.error("The audit log is broken: {}", found.broken());
        } else {
            List<Anchor> seen = new ArrayList<>(List.of(found.register()));
            found.chains().stream()
                    .map(Verification.Chain::head)
                    .filter(head -> head.sequence() > 0)
                    .forEach(seen::add);
            seenWhole = List.copyOf(seen);
        }
    }
}
