package cn.hotline.reporting.ledger;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.testing.InMemoryAggregates;
import cn.hotline.reporting.ledger.model.LedgerEntry;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of tickets in a map. Counts how often a day was asked for. */
public final class InMemoryLedgerEntries implements LedgerEntries {

    private final InMemoryAggregates<LedgerEntry, Void> rows = new InMemoryAggregates<>();
    private int daysRead;

    public int daysRead() {
        return daysRead;
    }

    public List<LedgerEntry> all() {
        return rows.all();
    }

    @Override
    public Mono<LedgerEntry> note(String number, UnaryOperator<LedgerEntry> fact) {
        return rows.changeOrOpen(number, LedgerEntry.blank(number), row -> Change.of(fact.apply(row)))
                .map(Versioned::state);
    }

    @Override
    public Mono<LedgerEntry> find(String number) {
        return rows.find(number).map(Versioned::state);
    }

    @Override
    public Flux<LedgerEntry> receivedOn(String day) {
        return Flux.defer(() -> {
            daysRead++;
            return matching(row -> row.registration() != null
                    && row.registration().receivedOn().equals(day));
        });
    }

    @Override
    public Flux<LedgerEntry> ofCallsNotReceivedOn(String day, Collection<String> callIds) {
        return matching(row -> row.registration() != null
                && !row.registration().receivedOn().equals(day)
                && callIds.contains(
                        Objects.toString(row.registration().contact().callId())));
    }

    @Override
    public Flux<LedgerEntry> numbered(Collection<String> numbers) {
        return matching(row -> numbers.contains(row.number()));
    }

    @Override
    public Flux<LedgerEntry> revisitedOn(String day) {
        return matching(
                row -> row.followup() != null && row.followup().revisitDays().contains(day));
    }

    @Override
    public Flux<LedgerEntry> page(LedgerFilter filter, int skip, int limit) {
        return matching(row -> fits(row, filter))
                .sort(Comparator.comparing(LedgerEntry::number).reversed())
                .skip(skip)
                .take(limit);
    }

    @Override
    public Mono<Long> count(LedgerFilter filter) {
        return matching(row -> fits(row, filter)).count();
    }

    private Flux<LedgerEntry> matching(Predicate<LedgerEntry> wanted) {
        return Flux.defer(() -> Flux.fromIterable(rows.all())).filter(wanted);
    }

    private static boolean fits(LedgerEntry row, LedgerFilter filter) {
        return row.registration() != null
                && row.registration().receivedOn().equals(filter.receivedOn())
                && !(filter.asksForContents() && row.confidential())
                && (filter.status() == null || row.status() == filter.status())
                && (filter.channel() == null
                        || row.registration().contact().channel().equals(filter.channel()))
                && (filter.unit() == null
                        || row.handling() != null
                                && row.handling().unit() != null
                                && row.handling().unit().code().equals(filter.unit()))
                && (filter.tag() == null
                        || row.handling() != null
                                && row.handling().topic() != null
                                && row.handling().topic().tags().stream()
                                        .anyMatch(tag -> tag.code().equals(filter.tag())));
    }
}
