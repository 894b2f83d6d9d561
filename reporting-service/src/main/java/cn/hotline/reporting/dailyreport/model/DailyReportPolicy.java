package cn.hotline.reporting.dailyreport.model;

import static java.util.stream.Collectors.groupingBy;

import cn.hotline.reporting.dailyreport.model.HotProblem.Concentration;
import cn.hotline.reporting.ledger.model.Disposition;
import cn.hotline.reporting.ledger.model.LedgerEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a day → its report. The figures are defined in {@code api.md} ("Figures of the daily report") and
 * {@code domain.md} 5.2 and 9.
 *
 * <p>Immutable, thread-safe.
 */
public final class DailyReportPolicy {

    private static final String CALL = "CALL";
    private static final String WEB = "WEB";
    private static final String HAZARD_BODY = "HAZARD_BODY";

    private final ReportBook book;
    private final Wording wording;

    public DailyReportPolicy(ReportBook book, Wording wording) {
        this.book = book;
        this.wording = wording;
    }

    public ReportBook book() {
        return book;
    }

    public DailyReport report(DayFacts facts) {
        List<Call> calls = facts.allCalls();
        int direct = callsThatCameTo(CallResult.DIRECT, facts).size();
        int forwarded = callsThatCameTo(CallResult.FORWARDED, facts).size();
        int revisits = facts.revisits().size();
        WebMessages web = web(facts);
        List<HotProblem> hot = hot(facts);
        return new DailyReport(
                facts.day().toString(),
                calls.size(),
                web,
                direct,
                forwarded,
                revisits,
                hot,
                wording.dailyTitle(),
                wording.daily(facts.day(), calls.size(), web, direct, forwarded, revisits, hot),
                hazardReport(facts));
    }

    /** The calls behind the figures of direct and forwarded calls. */
    public List<Call> callsThatCameTo(CallResult result, DayFacts facts) {
        return facts.allCalls().stream()
                .filter(call -> book.resultOf(call).equals(Optional.of(result)))
                .toList();
    }

    /** The messages behind the figure of the web. */
    public List<LedgerEntry> webMessages(DayFacts facts) {
        return facts.ofFamilies(Set.of(WEB));
    }

    /** Tickets of calls and web that may make a hot problem, by report group. */
    public Map<String, List<LedgerEntry>> byGroup(DayFacts facts) {
        Map<String, List<LedgerEntry>> groups = new LinkedHashMap<>();
        facts.ofFamilies(Set.of(CALL, WEB)).forEach(ticket -> book.groupOf(ticket)
                .ifPresent(group ->
                        groups.computeIfAbsent(group, any -> new ArrayList<>()).add(ticket)));
        return groups;
    }

    /** The tickets behind the figure of hazards: marked hazard, and received by the hotline or another body. */
    public List<LedgerEntry> hazards(DayFacts facts) {
        return facts.ofFamilies(Set.of(CALL, WEB, HAZARD_BODY)).stream()
                .filter(ticket -> hazardOf(ticket) != null)
                .toList();
    }

    private WebMessages web(DayFacts facts) {
        List<LedgerEntry> messages = webMessages(facts);
        List<Count> channels = book.channelsOf(WEB).stream()
                .map(channel -> new Count(channel.code(), channel.term(), (int) messages.stream()
                        .filter(ticket -> DayFacts.contact(ticket).channel().equals(channel.code()))
                        .count()))
                .toList();
        int forwarded = (int) messages.stream()
                .filter(ticket ->
                        ticket.registration() != null && ticket.registration().disposition() == Disposition.FORWARDED)
                .count();
        return new WebMessages(messages.size(), channels, forwarded);
    }

    private List<HotProblem> hot(DayFacts facts) {
        List<Map.Entry<String, List<LedgerEntry>>> first = byGroup(facts).entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, List<LedgerEntry>>>comparingInt(
                                group -> -group.getValue().size())
                        .thenComparingInt(group -> book.orderOf(group.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .limit(ReportBook.HOT)
                .toList();
        List<HotProblem> hot = new ArrayList<>();
        for (Map.Entry<String, List<LedgerEntry>> group : first) {
            int rank = hot.size() + 1;
            int count = group.getValue().size();
            List<Concentration> concentrated = concentrations(group.getValue());
            hot.add(new HotProblem(
                    rank, group.getKey(), count, concentrated, wording.hot(rank, group.getKey(), count, concentrated)));
        }
        return hot;
    }

    /**
     * Places where enough different callers speak of it, most callers first (domain.md 5.3, its simplest form). Where a
     * confidential ticket comes from is printed nowhere, so it counts in its group only.
     */
    private List<Concentration> concentrations(List<LedgerEntry> tickets) {
        return tickets.stream()
                .filter(ticket -> !ticket.confidential() && book.placeOf(ticket).isPresent())
                .collect(groupingBy(ticket -> book.placeOf(ticket).orElseThrow()))
                .entrySet()
                .stream()
                .map(place -> concentration(place.getKey(), place.getValue()))
                .filter(concentration -> concentration.callers() >= book.concentratedFrom())
                .sorted(Comparator.comparingInt(Concentration::callers)
                        .reversed()
                        .thenComparing(Concentration::code))
                .toList();
    }

    private Concentration concentration(String place, List<LedgerEntry> tickets) {
        long callers = tickets.stream()
                .map(ticket -> DayFacts.contact(ticket).caller())
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return new Concentration(
                place,
                book.nameOf(place),
                (int) callers,
                tickets.stream().map(LedgerEntry::number).sorted().toList());
    }

    private HazardReport hazardReport(DayFacts facts) {
        List<LedgerEntry> hazards = hazards(facts);
        List<Count> bodies = book.bodies().entrySet().stream()
                .map(body -> new Count(body.getKey(), body.getValue(), receivedBy(body.getKey(), hazards)))
                .toList();
        List<Count> kinds = kinds(hazards);
        LocalDate day = facts.day();
        return new HazardReport(
                hazards.size(),
                bodies,
                kinds,
                wording.hazardTitle(),
                wording.hazards(day, hazards.size(), bodies, kinds));
    }

    private int receivedBy(String body, List<LedgerEntry> hazards) {
        return (int) hazards.stream()
                .filter(ticket -> book.channel(DayFacts.contact(ticket).channel())
                        .filter(channel -> body.equals(channel.body()))
                        .isPresent())
                .count();
    }

    private List<Count> kinds(List<LedgerEntry> hazards) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        book.hazardKinds().keySet().forEach(kind -> counts.put(kind, 0));
        hazards.forEach(ticket -> counts.merge(String.valueOf(hazardOf(ticket)), 1, Integer::sum));
        // The sort is stable, so that equal counts stay in configured order.
        return counts.entrySet().stream()
                .filter(kind -> kind.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(ReportBook.KINDS)
                .map(kind -> new Count(
                        kind.getKey(), book.hazardKinds().getOrDefault(kind.getKey(), kind.getKey()), kind.getValue()))
                .toList();
    }

    private static @Nullable String hazardOf(LedgerEntry ticket) {
        return ticket.registration() == null
                ? null
                : ticket.registration().matter().hazard();
    }
}
