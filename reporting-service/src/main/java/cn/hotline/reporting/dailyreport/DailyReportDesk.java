package cn.hotline.reporting.dailyreport;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refused;
import cn.hotline.reporting.dailyreport.model.CallResult;
import cn.hotline.reporting.dailyreport.model.DailyReport;
import cn.hotline.reporting.dailyreport.model.DailyReportPolicy;
import cn.hotline.reporting.dailyreport.model.DailyReportRefusal;
import cn.hotline.reporting.dailyreport.model.DayFacts;
import cn.hotline.reporting.dailyreport.model.Edition;
import cn.hotline.reporting.dailyreport.model.Figure;
import cn.hotline.reporting.dailyreport.model.IssuedReport;
import cn.hotline.reporting.ledger.model.LedgerEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What readers and the city office may ask of the daily report. */
public final class DailyReportDesk {

    private static final int DAYS_REMEMBERED = 50;

    private final DayRows rows;
    private final IssuedReports issued;
    private final DailyReportPolicy policy;
    private final Clock clock;
    private final Duration freshness;
    private final Map<String, Mono<Day>> days = new ConcurrentHashMap<>();

    /** @param freshness how long all readers of a draft share one computation */
    public DailyReportDesk(
            DayRows rows, IssuedReports issued, DailyReportPolicy policy, Clock clock, Duration freshness) {
        this.rows = rows;
        this.issued = issued;
        this.policy = policy;
        this.clock = clock;
        this.freshness = freshness;
    }

    /** Today by the hotline's clock. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The report that stands for that day: the newest edition, else the draft. */
    public Mono<PublishedReport> read(LocalDate day) {
        return begun(day)
                .then(Mono.defer(() -> Mono.zip(issued.of(day), shared(day))))
                .map(both -> PublishedReport.newest(both.getT1(), both.getT2().report()));
    }

    /** One frozen edition of that day. */
    public Mono<PublishedReport> read(LocalDate day, int version) {
        return begun(day)
                .then(Mono.defer(() -> issued.of(day)))
                .map(editions -> PublishedReport.of(edition(editions, version), editions));
    }

    /** The report as the rows read, whether issued or not. */
    public Mono<DailyReport> draft(LocalDate day) {
        return begun(day).then(Mono.defer(() -> shared(day))).map(Day::report);
    }

    /** Freezes the report of that day as the rows read now, not as somebody was shown them a moment ago. */
    public Mono<Issue> issue(LocalDate day) {
        return begun(day)
                .then(Mono.defer(() -> Mono.zip(issued.of(day), computed(day))))
                .flatMap(both -> issue(day, both.getT1(), both.getT2().report()));
    }

    /**
     * What a figure of that day counts, newest first; narrowed to a channel, body, kind or group by its code or name.
     * A confidential ticket counts, and is not named where that tells what it is about.
     */
    public Mono<List<Behind>> behind(Figure figure, LocalDate day, @Nullable String part) {
        return begun(day).then(Mono.defer(() -> shared(day))).map(facts -> counted(figure, facts.facts(), part)
                .filter(one -> !(figure.tellsContents(part) && one.isConfidential()))
                .sorted(Comparator.comparing(Behind::at).reversed().thenComparing(Behind::id))
                .toList());
    }

    /** The report group a ticket counts in; empty when it has no class. */
    public Optional<String> groupOf(LedgerEntry ticket) {
        return policy.book().groupOf(ticket);
    }

    private Mono<Issue> issue(LocalDate day, IssuedReport before, DailyReport now) {
        boolean stands = before.newest()
                .filter(edition -> edition.sha256().equals(now.sha256()))
                .isPresent();
        return (stands ? Mono.just(before) : issued.change(day, editions -> editions.issue(now, clock.instant())))
                .map(after -> new Issue(after.newest().orElseThrow(), !stands));
    }

    private Stream<Behind> counted(Figure figure, DayFacts facts, @Nullable String part) {
        return switch (figure) {
            case CALLS -> facts.allCalls().stream().map(Behind::of);
            case DIRECT ->
                policy.callsThatCameTo(CallResult.DIRECT, facts).stream().map(Behind::of);
            case FORWARDED ->
                policy.callsThatCameTo(CallResult.FORWARDED, facts).stream().map(Behind::of);
            case WEB ->
                policy.webMessages(facts).stream()
                        .filter(ticket -> part == null || part.equals(channel(ticket)))
                        .map(Behind::of);
            case REVISITS -> facts.revisits().stream().map(Behind::of);
            case HOT -> hot(facts, part).map(Behind::of);
            case HAZARDS ->
                policy.hazards(facts).stream()
                        .filter(ticket -> part == null || isReceivedByOrOfKind(ticket, part))
                        .map(Behind::of);
        };
    }

    private Stream<LedgerEntry> hot(DayFacts facts, @Nullable String group) {
        Map<String, List<LedgerEntry>> groups = policy.byGroup(facts);
        return group == null
                ? groups.values().stream().flatMap(Collection::stream)
                : groups.getOrDefault(group, List.of()).stream();
    }

    private boolean isReceivedByOrOfKind(LedgerEntry ticket, String part) {
        return ticket.registration() != null
                && (part.equals(ticket.registration().matter().hazard())
                        || policy.book()
                                .channel(ticket.registration().contact().channel())
                                .filter(channel -> part.equals(channel.body()))
                                .isPresent());
    }

    private static @Nullable String channel(LedgerEntry ticket) {
        return ticket.registration() == null
                ? null
                : ticket.registration().contact().channel();
    }

    /** However many look at a day, it is computed once in a while; the same readers keep seeing it fresh. */
    private Mono<Day> shared(LocalDate day) {
        return Cause.current().flatMap(cause -> {
            if (days.size() >= DAYS_REMEMBERED) {
                days.clear();
            }
            return days.computeIfAbsent(cause.tenant() + " " + day, any -> computed(day)
                    .contextWrite(cause.context())
                    .cache(computed -> freshness, failed -> Duration.ZERO, () -> Duration.ZERO));
        });
    }

    private Mono<Day> computed(LocalDate day) {
        return rows.of(day).map(facts -> new Day(facts, policy.report(facts)));
    }

    private Mono<Void> begun(LocalDate day) {
        return Mono.fromRunnable(() -> Refused.unless(!day.isAfter(today()), DailyReportRefusal.DAY_NOT_BEGUN));
    }

    private static Edition edition(IssuedReport editions, int version) {
        return editions.edition(version).orElseThrow(() -> new Refused(DailyReportRefusal.NO_SUCH_EDITION));
    }

    private record Day(DayFacts facts, DailyReport report) {}

    /**
     * What an issue came to.
     *
     * @param fresh false when the newest edition reads the same already
     */
    public record Issue(Edition edition, boolean fresh) {}
}
