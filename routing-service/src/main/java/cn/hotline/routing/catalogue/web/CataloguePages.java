package cn.hotline.routing.catalogue.web;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.catalogue.CatalogueDesk;
import cn.hotline.routing.catalogue.EvidenceDesk;
import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.CatalogueVersion;
import cn.hotline.routing.catalogue.model.Difference;
import cn.hotline.routing.catalogue.model.Draft;
import cn.hotline.routing.catalogue.model.PlaceReach;
import cn.hotline.routing.catalogue.web.CatalogueController.HeadView;
import cn.hotline.routing.catalogue.web.CatalogueRequests.EntryRequest;
import cn.hotline.routing.catalogue.web.EntryView.Names;
import cn.hotline.routing.catalogue.web.EvidenceController.ChecksView;
import cn.hotline.routing.catalogue.web.EvidenceController.Days;
import cn.hotline.routing.catalogue.web.EvidenceController.ForecastView;
import cn.hotline.routing.catalogue.web.EvidenceController.HitsView;
import cn.hotline.routing.catalogue.web.EvidenceController.ProposalView;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.model.Division;
import cn.hotline.routing.units.Units;
import cn.hotline.ui.Choice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** 派单目录维护: whoever administers edits, checks, forecasts and publishes; dispatchers and supervisors read. */
@Controller
public final class CataloguePages {

    private static final String PAGE = "pages/routing/catalogue";
    private static final String NEW = "new";
    private static final List<Choice> URGENCIES = Arrays.stream(Urgency.values())
            .map(urgency -> Choice.of(urgency.name(), urgency.term()))
            .toList();
    private static final List<Choice> REACHES = Arrays.stream(PlaceReach.values())
            .map(reach -> Choice.of(reach.name(), reach.term()))
            .toList();

    private final CatalogueDesk desk;
    private final EvidenceDesk evidence;
    private final CatalogueRequests requests;
    private final SheetController sheets;
    private final Names names;
    private final Divisions divisions;
    private final Categories classes;
    private final Clock clock;
    private final List<Choice> categories;
    private final List<Choice> units;

    CataloguePages(
            CatalogueDesk desk,
            EvidenceDesk evidence,
            CatalogueRequests requests,
            SheetController sheets,
            Categories categories,
            Divisions divisions,
            Units units,
            Clock clock) {
        this.desk = desk;
        this.evidence = evidence;
        this.requests = requests;
        this.sheets = sheets;
        this.names = new Names(categories, divisions, units);
        this.divisions = divisions;
        this.classes = categories;
        this.clock = clock;
        this.categories = categories.all().stream()
                .map(category -> Choice.of(category.code(), names.category(category.code())))
                .toList();
        this.units = Stream.concat(
                        Arrays.stream(PlaceReach.values())
                                .filter(level -> level != PlaceReach.ANYWHERE)
                                .map(level -> Choice.of(level.stand(), "属地" + level.term())),
                        units.all().stream()
                                .filter(unit -> !unit.isGoneOn(LocalDate.now(clock)))
                                .map(unit -> Choice.of(unit.code(), unit.name())))
                .toList();
    }

    @GetMapping("/catalogue")
    Mono<Rendering> page(Asked asked) {
        return shown(asked, null, null);
    }

    /** One entry into the draft. */
    @PostMapping("/catalogue/entries")
    Mono<Rendering> put(ServerWebExchange exchange) {
        Asked asked = Asked.of(exchange.getRequest().getQueryParams());
        return exchange.getFormData().map(CataloguePages::request).flatMap(sent -> {
            CatalogueEntry entry = requests.entry(sent);
            return CatalogueController.by(editor -> desk.put(entry, editor))
                    .then(shown(asked.opening(entry.id()), "catalogue", entry.id() + " 已存入草稿，发布后生效。"));
        });
    }

    @PostMapping("/catalogue/entries/{rule}/removal")
    Mono<Rendering> remove(@PathVariable String rule, ServerWebExchange exchange) {
        Asked asked = Asked.of(exchange.getRequest().getQueryParams());
        return CatalogueController.by(editor -> desk.remove(rule, editor))
                .then(shown(asked.opening(""), "catalogue", rule + " 已从草稿中删除，发布后生效。"));
    }

    @PostMapping(path = "/catalogue/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<Rendering> read(@RequestPart("file") FilePart file) {
        return SheetController.bytes(file).flatMap(sheets::taken).flatMap(entries -> CatalogueController.by(
                        editor -> desk.replace(entries, null, editor))
                .then(shown(Asked.of(Tab.DRAFT), "catalogue", "已导入 " + entries.size() + " 个条目作为草稿，请核对差别后发布。")));
    }

    @PostMapping("/catalogue/publication")
    Mono<Rendering> publish(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String reason = CatalogueRequests.reason(form.getFirst("reason"));
            long against = CatalogueRequests.edition(form.getFirst("against"));
            long edition = CatalogueRequests.edition(form.getFirst("edition"));
            return CatalogueController.by(editor -> desk.publish(reason, against, edition, editor))
                    .flatMap(version ->
                            shown(Asked.of(Tab.HISTORY), "catalogue", "第 " + version.number() + " 版已发布，现在起按它派单。"));
        });
    }

    @PostMapping("/catalogue/discarding")
    Mono<Rendering> discard() {
        return desk.discard().then(shown(Asked.of(Tab.DRAFT), "catalogue", "草稿已放弃。"));
    }

    /** 恢复 of an old version, by publishing it anew. */
    @PostMapping("/catalogue/versions/{number}/publication")
    Mono<Rendering> publishAgain(@PathVariable String number, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String reason = CatalogueRequests.reason(form.getFirst("reason"));
            long against = CatalogueRequests.edition(form.getFirst("against"));
            return CatalogueController.by(
                            editor -> desk.publishAgain(CatalogueController.number(number), reason, against, editor))
                    .flatMap(version -> shown(
                            Asked.of(Tab.HISTORY),
                            "catalogue",
                            "已按第 " + number + " 版发布为第 " + version.number() + " 版。"));
        });
    }

    @PostMapping("/catalogue/proposals/{id}/acceptance")
    Mono<Rendering> accept(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            Fields fields = new Fields();
            String basis = fields.optional("basis", form.getFirst("basis"), CatalogueRequests.TEXT);
            fields.refuseFaults();
            return CatalogueController.by(editor -> evidence.accept(id, basis, editor))
                    .then(shown(Asked.of(Tab.PROPOSALS), "catalogue", "已采纳到草稿，核对后发布。"));
        });
    }

    @PostMapping("/catalogue/proposals/{id}/dismissal")
    Mono<Rendering> dismiss(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String reason = CatalogueRequests.reason(form.getFirst("reason"));
            return CatalogueController.by(
                            editor -> evidence.dismiss(id, reason, editor).thenReturn(true))
                    .then(shown(Asked.of(Tab.PROPOSALS), "catalogue", "已记下不采纳的理由。"));
        });
    }

    /** Checks and forecast; fetched after the page, since they go through a month of tickets. */
    @GetMapping("/catalogue/outlook")
    Mono<Rendering> outlook() {
        return evidence.outlook().map(outlook -> part("outlook")
                .modelAttribute("checks", ChecksView.of(outlook.findings()))
                .modelAttribute("forecast", ForecastView.of(outlook.forecast(), names))
                .build());
    }

    @GetMapping("/catalogue/proposals")
    Mono<Rendering> proposals() {
        return evidence.proposals().map(all -> part("proposals")
                .modelAttribute(
                        "proposals",
                        all.stream().map(one -> ProposalView.of(one, names)).toList())
                .build());
    }

    @GetMapping("/catalogue/hits")
    Mono<Rendering> hits(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Days days = Days.of(from, to, clock);
        return evidence.hits(days.start(), days.end()).map(rates -> part("hits")
                .modelAttribute("hits", HitsView.of(days, rates, names))
                .build());
    }

    private Rendering.Builder<?> part(String fragment) {
        return Rendering.view(PAGE + " :: " + fragment);
    }

    private Mono<Rendering> shown(Asked asked, @Nullable String fragment, @Nullable String words) {
        return Mono.defer(() -> Mono.zip(Person.current(), desk.draft()).flatMap(seen -> {
            boolean edits = seen.getT1().is(Role.ADMIN);
            Draft draft = seen.getT2().openedOn(desk.current());
            List<CatalogueEntry> entries =
                    edits ? draft.entries() : desk.current().entries();
            Rendering.Builder<?> page = Rendering.view(fragment == null ? PAGE : PAGE + " :: acted")
                    .modelAttribute("words", words == null ? "" : words)
                    .modelAttribute("asked", asked)
                    .modelAttribute("edits", edits)
                    .modelAttribute("current", HeadView.of(desk.current()));
            List<Difference> changes = Difference.between(desk.current().entries(), entries);
            page.modelAttribute("tabs", tabs(asked.tab(), edits, changes.size(), entries.size()));
            return switch (asked.tab()) {
                case ENTRIES -> Mono.just(entries(page, asked, entries, changes).build());
                case DRAFT ->
                    Mono.just(draft(page, seen.getT2(), draft, changes).build());
                case PROPOSALS -> Mono.just(page.build());
                case HITS ->
                    Mono.just(page.modelAttribute("days", Days.of(asked.from(), asked.to(), clock))
                            .build());
                case HISTORY -> history(page, asked);
            };
        }));
    }

    private Rendering.Builder<?> entries(
            Rendering.Builder<?> page, Asked asked, List<CatalogueEntry> entries, List<Difference> changes) {
        Map<String, Difference> byId = changes.stream().collect(Collectors.toMap(Difference::id, change -> change));
        List<Row> rows = entries.stream()
                .map(entry -> new Row(names.view(entry), kind(byId.get(entry.id()))))
                .filter(row -> isAskedFor(row.entry(), asked))
                .toList();
        Optional<EntryView> open = rows.stream()
                .map(Row::entry)
                .filter(entry -> entry.rule().equals(asked.rule()))
                .findFirst();
        EntryView shown = asked.rule().equals(NEW)
                ? null
                : open.or(() -> rows.stream().map(Row::entry).findFirst()).orElse(null);
        return page.modelAttribute("rows", rows)
                .modelAttribute("open", shown == null ? "" : shown.rule())
                .modelAttribute("adding", asked.rule().equals(NEW))
                .modelAttribute("form", EntryForm.of(shown))
                .modelAttribute("entry", Optional.ofNullable(shown))
                .modelAttribute(
                        "change",
                        Optional.ofNullable(shown == null ? null : byId.get(shown.rule()))
                                .map(this::named))
                .modelAttribute("categories", categories)
                .modelAttribute("units", units)
                .modelAttribute("places", places(shown))
                .modelAttribute("counties", counties())
                .modelAttribute("reaches", REACHES)
                .modelAttribute("urgencies", URGENCIES);
    }

    private Rendering.Builder<?> draft(Rendering.Builder<?> page, Draft kept, Draft draft, List<Difference> changes) {
        return page.modelAttribute(
                        "differences", changes.stream().map(this::named).toList())
                .modelAttribute("draftOpen", kept.isOpen())
                .modelAttribute("edition", kept.edition())
                .modelAttribute("outdated", draft.basedOn() != desk.current().number())
                .modelAttribute("basedOn", draft.basedOn())
                .modelAttribute("by", kept.by() == null ? "" : kept.by().name())
                .modelAttribute("at", Optional.ofNullable(kept.at()));
    }

    private Mono<Rendering> history(Rendering.Builder<?> page, Asked asked) {
        return desk.history().collectList().flatMap(all -> {
            long to = asked.to() == null ? all.get(0).number() : CatalogueController.number(asked.to());
            long from = asked.from() == null ? Math.max(1, to - 1) : CatalogueController.number(asked.from());
            return Mono.zip(desk.version(from), desk.version(to)).map(two -> page.modelAttribute(
                            "versions", all.stream().map(HeadView::of).toList())
                    .modelAttribute(
                            "choices",
                            all.stream()
                                    .map(CatalogueVersion::number)
                                    .map(number -> Choice.of(number.toString(), "第 " + number + " 版"))
                                    .toList())
                    .modelAttribute("from", Long.toString(from))
                    .modelAttribute("to", Long.toString(to))
                    .modelAttribute(
                            "differences",
                            Difference.between(
                                            two.getT1().entries(), two.getT2().entries())
                                    .stream()
                                    .map(this::named)
                                    .toList())
                    .build());
        });
    }

    private static List<TabView> tabs(Tab current, boolean edits, int changes, int entries) {
        return Arrays.stream(Tab.values())
                .filter(tab -> edits || !tab.forEditors)
                .map(tab -> new TabView(tab, count(tab, changes, entries), tab == current))
                .toList();
    }

    private static @Nullable Integer count(Tab tab, int changes, int entries) {
        return switch (tab) {
            case ENTRIES -> entries;
            case DRAFT -> changes;
            case PROPOSALS, HITS, HISTORY -> null;
        };
    }

    private boolean isAskedFor(EntryView entry, Asked asked) {
        return (asked.category().isEmpty()
                        || classes.find(entry.category()).stream()
                                .flatMap(category -> classes.path(category).stream())
                                .anyMatch(step -> step.code().equals(asked.category())))
                && (asked.unit().isEmpty()
                        || entry.lead().equals(asked.unit())
                        || entry.coUnits().contains(asked.unit()))
                && (asked.county().isEmpty()
                        || entry.division() != null && entry.division().startsWith(asked.county()))
                && (asked.q().isBlank()
                        || saying(entry).contains(asked.q().strip().toLowerCase(Locale.ROOT)));
    }

    private static String saying(EntryView entry) {
        return String.join(
                        " ",
                        entry.rule(),
                        entry.categoryTerm(),
                        entry.leadName(),
                        String.join(" ", entry.coUnitNames()),
                        String.join(" ", entry.objects()),
                        entry.basis())
                .toLowerCase(Locale.ROOT);
    }

    private List<Choice> counties() {
        return divisions.on(LocalDate.now(clock)).stream()
                .filter(Division::isCounty)
                .map(division -> Choice.of(division.code(), division.name()))
                .toList();
    }

    /** Communities are too many for a list: one that an entry has already is kept in it. */
    private List<Choice> places(@Nullable EntryView shown) {
        List<Choice> places = divisions.on(LocalDate.now(clock)).stream()
                .filter(division -> !division.isCommunity())
                .map(division -> Choice.of(division.code(), placed(division)))
                .toList();
        String code = shown == null ? null : shown.division();
        return code == null || places.stream().anyMatch(place -> place.code().equals(code))
                ? places
                : Stream.concat(places.stream(), Stream.of(Choice.of(code, names.division(code))))
                        .toList();
    }

    private String placed(Division division) {
        return division.isCounty() ? division.name() : names.division(division.countyCode()) + " / " + division.name();
    }

    private static @Nullable String kind(@Nullable Difference change) {
        return change == null ? null : change.kind().term();
    }

    private DifferenceRow named(Difference difference) {
        CatalogueEntry entry = difference.after() == null ? difference.before() : difference.after();
        return new DifferenceRow(
                difference.id(),
                difference.kind().term(),
                difference.kind() == Difference.Kind.REMOVED ? "red" : "blue",
                entry == null ? "" : names.category(entry.scope().category()),
                difference.fields().stream()
                        .map(field -> new Difference.Field(
                                field.name(), said(field.name(), field.before()), said(field.name(), field.after())))
                        .toList());
    }

    private String said(String field, String codes) {
        if (codes.isEmpty()) {
            return "";
        }
        Function<String, String> named =
                switch (field) {
                    case "主办", "协办" -> names::unit;
                    case "分类" -> names::category;
                    case "属地" -> names::division;
                    default -> text -> text;
                };
        return field.equals("依据")
                ? codes
                : Stream.of(codes.split("、")).map(named).collect(Collectors.joining("、"));
    }

    private static EntryRequest request(MultiValueMap<String, String> form) {
        return new EntryRequest(
                form.getFirst("rule"),
                form.getFirst("category"),
                form.getFirst("reach"),
                form.getFirst("division"),
                EntryColumns.words(form.getFirst("objects")),
                form.getFirst("lead"),
                form.getOrDefault("coUnits", List.of()),
                Boolean.valueOf(form.getFirst("notForStreets")),
                form.getFirst("basis"),
                form.getFirst("urgency"),
                form.getFirst("validFrom"),
                form.getFirst("validTo"));
    }

    /** The tabs of the page. */
    enum Tab {
        ENTRIES("目录条目", false),
        DRAFT("草稿与发布", true),
        PROPOSALS("修订建议", true),
        HITS("首派命中率", false),
        HISTORY("历史版本", false);

        private final String term;
        private final boolean forEditors;

        Tab(String term, boolean forEditors) {
            this.term = term;
            this.forEditors = forEditors;
        }

        public String term() {
            return term;
        }
    }

    /** @param count what it holds; null where that is not known at once */
    record TabView(Tab tab, @Nullable Integer count, boolean current) {}

    /** What the page is asked for; the empty string for no filter. */
    record Asked(
            @Nullable Tab tab,
            @Nullable String q,
            @Nullable String category,
            @Nullable String unit,
            @Nullable String county,
            @Nullable String rule,
            @Nullable String from,
            @Nullable String to) {

        Asked {
            tab = tab == null ? Tab.ENTRIES : tab;
            q = q == null ? "" : q;
            category = category == null ? "" : category;
            unit = unit == null ? "" : unit;
            county = county == null ? "" : county;
            rule = rule == null ? "" : rule;
            from = from == null || from.isBlank() ? null : from;
            to = to == null || to.isBlank() ? null : to;
        }

        static Asked of(Tab tab) {
            return new Asked(tab, null, null, null, null, null, null, null);
        }

        /** Of the address alone: a form may have fields of the same names. */
        static Asked of(MultiValueMap<String, String> address) {
            return new Asked(
                    Tab.ENTRIES,
                    address.getFirst("q"),
                    address.getFirst("category"),
                    address.getFirst("unit"),
                    address.getFirst("county"),
                    null,
                    null,
                    null);
        }

        Asked opening(String id) {
            return new Asked(Tab.ENTRIES, q, category, unit, county, id, null, null);
        }
    }

    /** @param change what the draft did to it; null for nothing */
    record Row(EntryView entry, @Nullable String change) {}

    /** What stands in the fields. */
    record EntryForm(
            String rule,
            String category,
            String reach,
            String division,
            String objects,
            String lead,
            List<String> coUnits,
            boolean notForStreets,
            String basis,
            String urgency,
            String validFrom,
            String validTo) {

        static EntryForm of(@Nullable EntryView entry) {
            return entry == null
                    ? new EntryForm("", "", "COUNTY", "", "", "", List.of(""), false, "", "", "", "")
                    : new EntryForm(
                            entry.rule(),
                            entry.category(),
                            entry.reach(),
                            entry.division() == null ? "" : entry.division(),
                            String.join("、", entry.objects()),
                            entry.lead(),
                            Stream.concat(entry.coUnits().stream(), Stream.of(""))
                                    .toList(),
                            entry.notForStreets(),
                            entry.basis(),
                            entry.urgency() == null ? "" : entry.urgency().code(),
                            entry.validFrom() == null ? "" : entry.validFrom().toString(),
                            entry.validTo() == null ? "" : entry.validTo().toString());
        }
    }

    /** A difference with names for codes. */
    record DifferenceRow(String rule, String kind, String tone, String category, List<Difference.Field> fields) {}
}
