package cn.hotline.routing.catalogue;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import cn.hotline.chassis.Refused;
import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.CatalogueRefusal;
import cn.hotline.routing.catalogue.model.Decision;
import cn.hotline.routing.catalogue.model.Decision.Given;
import cn.hotline.routing.catalogue.model.Decision.Source;
import cn.hotline.routing.catalogue.model.Draft;
import cn.hotline.routing.catalogue.model.Duty;
import cn.hotline.routing.catalogue.model.Finding;
import cn.hotline.routing.catalogue.model.Forecast;
import cn.hotline.routing.catalogue.model.HitRates;
import cn.hotline.routing.catalogue.model.PlaceReach;
import cn.hotline.routing.catalogue.model.Proposed;
import cn.hotline.routing.catalogue.model.Proposed.Case;
import cn.hotline.routing.catalogue.model.Proposed.Dismissal;
import cn.hotline.routing.catalogue.model.Scope;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.knowledge.model.Validity;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import cn.hotline.routing.units.model.UnitLevel;
import cn.hotline.routing.version.model.Editor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What tickets say about the catalogue: checks, forecast, hit rates, and proposals to change it. */
public final class EvidenceDesk {

    /** 近一个月: what a forecast is made of, and what proposes a change. */
    public static final Duration MONTH = Duration.ofDays(30);

    private static final int DISMISSALS = 1_000;

    private final CatalogueDesk desk;
    private final PublishedCatalogue published;
    private final CatalogueChecks checks;
    private final Forecaster forecaster;
    private final Decisions decisions;
    private final Dismissals dismissals;
    private final Units units;
    private final Clock clock;

    public EvidenceDesk(
            CatalogueDesk desk,
            PublishedCatalogue published,
            CatalogueChecks checks,
            Forecaster forecaster,
            Decisions decisions,
            Dismissals dismissals,
            Units units,
            Clock clock) {
        this.desk = desk;
        this.published = published;
        this.checks = checks;
        this.forecaster = forecaster;
        this.decisions = decisions;
        this.dismissals = dismissals;
        this.units = units;
        this.clock = clock;
    }

    /** What is wrong with the draft, or with what is in force where there is none. */
    public Mono<List<Finding>> findings() {
        return outlook().map(Outlook::findings);
    }

    /** What the draft would have done to last month's tickets. */
    public Mono<Forecast> forecast() {
        return outlook().map(Outlook::forecast);
    }

    /** Both, from one pass over the tickets. */
    public Mono<Outlook> outlook() {
        Instant to = clock.instant();
        return Mono.zip(
                draft(),
                lastMonth(),
                (draft, lastMonth) -> new Outlook(
                        checks.of(draft.entries(), lastMonth),
                        forecaster.compare(published.get(), index(draft), lastMonth, to.minus(MONTH), to)));
    }

    /** What is to be known of a draft before it is published. */
    public record Outlook(List<Finding> findings, Forecast forecast) {}

    /**
     * 首派命中率 of the tickets that came in that time.
     *
     * @param to not included
     */
    public Mono<HitRates> hits(Instant from, Instant to) {
        return decisions.between(from, to).collectList().map(HitRates::of);
    }

    /** What people decided otherwise than the catalogue says, and nobody has dismissed since; the most decisions first. */
    public Mono<List<Proposed>> proposals() {
        return Mono.zip(draft(), lastMonth(), dismissed())
                .map(seen -> proposals(seen.getT1(), seen.getT2(), seen.getT3()));
    }

    /**
     * 采纳: into the draft, in the place of the entry for just this class and place where there is one.
     *
     * @param basis the law or duty list it rests on; null to name the decisions
     */
    public Mono<Draft> accept(String id, @Nullable String basis, Editor by) {
        return proposal(id).flatMap(proposed -> draft().flatMap(draft -> desk.put(entry(proposed, basis, draft), by)));
    }

    /** 不采纳: until somebody decides so again. */
    public Mono<Void> dismiss(String id, String reason, Editor by) {
        return proposal(id)
                .flatMap(proposed -> dismissals.keep(new Dismissal(proposed.id(), reason, by, clock.instant())));
    }

    private Mono<Proposed> proposal(String id) {
        return proposals().flatMap(all -> Mono.justOrEmpty(all.stream()
                        .filter(proposed -> proposed.id().equals(id))
                        .findFirst())
                .switchIfEmpty(Mono.error(() -> new Refused(CatalogueRefusal.PROPOSAL_GONE))));
    }

    private Mono<Draft> draft() {
        return desk.draft().map(draft -> draft.openedOn(desk.current()));
    }

    private Mono<List<Decision>> lastMonth() {
        Instant now = clock.instant();
        return decisions.between(now.minus(MONTH), now.plusSeconds(1)).collectList();
    }

    private Mono<Map<String, Instant>> dismissed() {
        return dismissals.newest(DISMISSALS).collectMap(Dismissal::id, Dismissal::at);
    }

    private Catalogue index(Draft draft) {
        return published.ofToday("draft", draft.entries());
    }

    private List<Proposed> proposals(Draft draft, List<Decision> lastMonth, Map<String, Instant> dismissed) {
        Catalogue inForce = published.get();
        Catalogue next = index(draft);
        Map<String, List<Chosen>> byId = lastMonth.stream()
                .flatMap(decision -> chosen(decision, inForce).stream())
                .filter(chosen -> chosen.given.at().isAfter(dismissed.getOrDefault(chosen.id(), Instant.MIN)))
                .collect(groupingBy(Chosen::id, LinkedHashMap::new, Collectors.toList()));
        return byId.values().stream()
                .map(all -> proposed(all, next))
                .sorted(comparing((Proposed one) -> weight(one.cases().get(0).by()))
                        .thenComparing(one -> -one.cases().size()))
                .toList();
    }

    /**
     * What people decided last about a ticket, where the catalogue would name another. A dispatcher who followed it then
     * does not speak against what it says now.
     */
    private Optional<Chosen> chosen(Decision decision, Catalogue inForce) {
        if (decision.given().isEmpty() || !decision.concerns().isEmpty()) {
            return Optional.empty();
        }
        Given last = decision.given().get(decision.given().size() - 1);
        boolean asProposed = last.by() == Source.CATALOGUE
                || last.by() == Source.DISPATCHER && last.unit().equals(decision.proposed());
        if (asProposed || last.category() == null || !isAboutTheCatalogue(last.unit(), decision.place())) {
            return Optional.empty();
        }
        Decision asDecided = decision.as(last.category());
        UnitSuggestion lead = forecaster.lead(inForce, asDecided).orElse(null);
        return lead != null && lead.code().equals(last.unit())
                ? Optional.empty()
                : Optional.of(new Chosen(asDecided, last, last.category(), lead));
    }

    /** A county's unit for a place elsewhere, or for none, corrects the place and not the catalogue. */
    private boolean isAboutTheCatalogue(String unitCode, @Nullable PlaceSuggestion place) {
        return units.find(unitCode)
                .map(Unit::countyCode)
                .map(county -> place != null && county.equals(place.countyCode()))
                .orElse(true);
    }

    private Proposed proposed(List<Chosen> all, Catalogue next) {
        Chosen one = all.get(all.size() - 1);
        boolean drafted = forecaster
                .lead(next, one.decision)
                .filter(lead -> lead.code().equals(one.given.unit()))
                .isPresent();
        List<Case> cases = all.stream()
                .map(Chosen::told)
                .sorted(comparing((Case told) -> weight(told.by())).thenComparing(Case::at, Comparator.reverseOrder()))
                .toList();
        return new Proposed(
                one.id(),
                one.category,
                one.county(),
                one.given.unit(),
                one.lead == null ? null : one.lead.code(),
                one.lead == null ? null : one.lead.ruleId(),
                drafted,
                cases);
    }

    private static int weight(Source by) {
        return Source.values().length - by.ordinal();
    }

    private CatalogueEntry entry(Proposed proposed, @Nullable String basis, Draft draft) {
        Scope scope = new Scope(proposed.category(), PlaceReach.ANYWHERE, proposed.county(), List.of());
        Optional<CatalogueEntry> before = draft.entries().stream()
                .filter(entry -> entry.scope().rivals(scope))
                .findFirst();
        boolean ofStreets = units.find(proposed.unit())
                .map(Unit::level)
                .filter(level -> level == UnitLevel.STREET || level == UnitLevel.COMMUNITY)
                .isPresent();
        Duty duty = new Duty(
                proposed.unit(),
                List.of(),
                !ofStreets && before.map(entry -> entry.duty().notForStreets()).orElse(false),
                basis == null ? basis(proposed) : basis,
                before.map(entry -> entry.duty().urgency()).orElse(null));
        return new CatalogueEntry(
                before.map(CatalogueEntry::id).orElseGet(() -> newId(proposed, draft)), scope, duty, Validity.ALWAYS);
    }

    /** Says what it rests on until somebody names the law. */
    private static String basis(Proposed proposed) {
        Case first = proposed.cases().get(0);
        String more = proposed.cases().size() > 1 ? " 等 " + proposed.cases().size() + " 件" : "";
        return first.by().term() + "（" + first.number() + more + "）"
                + (first.reason() == null ? "" : "：" + first.reason());
    }

    private static String newId(Proposed proposed, Draft draft) {
        String base = "R-" + proposed.category() + (proposed.county() == null ? "" : "-" + proposed.county());
        String id = base;
        for (int next = 2; draft.entry(id).isPresent(); next++) {
            id = base + "-" + next;
        }
        return id;
    }

    /** One decision of a person against the catalogue. */
    private record Chosen(
            Decision decision,
            Given given,
            String category,
            @Nullable UnitSuggestion lead) {

        String id() {
            return category + "_" + (county() == null ? "" : county()) + "_" + given.unit();
        }

        @Nullable
        String county() {
            return decision.place() == null ? null : decision.place().countyCode();
        }

        Case told() {
            return new Case(decision.number(), given.by(), given.at(), decision.confidential() ? null : given.reason());
        }
    }
}
