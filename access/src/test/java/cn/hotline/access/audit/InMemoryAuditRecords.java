package cn.hotline.access.audit;

import cn.hotline.access.audit.model.Anchor;
import cn.hotline.access.audit.model.Link;
import cn.hotline.access.audit.model.RegisterLine;
import cn.hotline.access.audit.model.RegisterLine.Kind;
import cn.hotline.chassis.web.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A store in memory that can be held up, and that fails before or after it has done what it was asked. */
public final class InMemoryAuditRecords implements AuditRecords {

    public final NavigableMap<Anchor, Link> links =
            new ConcurrentSkipListMap<>(Comparator.comparing(Anchor::chain).thenComparing(Anchor::sequence));

    final List<RegisterLine> lines = new ArrayList<>();
    final List<Integer> batches = new ArrayList<>();
    volatile int failuresBefore;
    volatile int failuresAfter;
    private volatile Mono<Void> open = Mono.empty();

    /** Lets nothing in until the gate is emitted. */
    Sinks.Empty<Void> hold() {
        Sinks.Empty<Void> gate = Sinks.empty();
        open = gate.asMono();
        return gate;
    }

    @Override
    public Mono<Void> append(List<Link> added) {
        return open.then(Mono.defer(() -> {
            batches.add(added.size());
            if (failuresBefore-- > 0) {
                return Mono.error(new IllegalStateException("away"));
            }
            added.forEach(link -> links.putIfAbsent(place(link), link));
            return failuresAfter-- > 0 ? Mono.error(new IllegalStateException("away")) : Mono.empty();
        }));
    }

    @Override
    public synchronized Mono<RegisterLine> register(Instant at, Kind kind, Anchor reached) {
        return Mono.fromSupplier(() -> {
            RegisterLine line = RegisterLine.after(
                    lines.isEmpty()
                            ? RegisterLine.NONE
                            : lines.get(lines.size() - 1).place(),
                    at,
                    kind,
                    reached);
            lines.add(line);
            return line;
        });
    }

    @Override
    public Mono<List<RegisterLine>> lines(Anchor after, int limit) {
        return Mono.fromSupplier(
                () -> lines.stream().skip(after.sequence()).limit(limit).toList());
    }

    @Override
    public Mono<List<Link>> links(Anchor after, int limit) {
        return Mono.fromSupplier(
                () -> links.tailMap(new Anchor(after.chain(), after.sequence(), ""), false).entrySet().stream()
                        .map(Map.Entry::getValue)
                        .limit(limit)
                        .toList());
    }

    @Override
    public Mono<Page<Link>> find(Question question, Page.Asked page) {
        return Mono.fromSupplier(() -> {
            List<Link> found = links.values().stream()
                    .filter(link -> matches(question, link))
                    .sorted(Comparator.comparing((Link link) -> link.entry().at())
                            .reversed())
                    .toList();
            return new Page<>(
                    found.stream().skip(page.skip()).limit(page.size()).toList(),
                    page.page(),
                    page.size(),
                    found.size());
        });
    }

    private static boolean matches(Question question, Link link) {
        return (question.who() == null
                        || List.of(
                                        link.entry().who().account(),
                                        link.entry().who().name())
                                .contains(question.who()))
                && (question.subject() == null
                        || Objects.equals(question.subject(), link.entry().subject()))
                && (question.action() == null
                        || Objects.equals(question.action(), link.entry().action()))
                && (question.from() == null || !link.entry().at().isBefore(question.from()))
                && (question.to() == null || link.entry().at().isBefore(question.to()));
    }

    private static Anchor place(Link link) {
        return new Anchor(link.chain(), link.sequence(), "");
    }
}
