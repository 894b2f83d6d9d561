package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.web.Page;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.UnitDesk;
import cn.hotline.routing.dispatch.UnitDesk.Holding;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchRefusal;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import cn.hotline.routing.units.model.UnitLevel;
import cn.hotline.ui.Choice;
import cn.hotline.ui.PageLinks;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 承办收件箱. Until units sign in, the address says whose inbox it is.
 */
@Controller
@RequestMapping("/inbox")
public final class InboxPages {

    private static final int ON_A_PAGE = 50;
    private static final String INBOX = "pages/routing/inbox";
    private static final List<Choice> OUTCOMES = Arrays.stream(ReplyOutcome.values())
            .map(outcome -> Choice.of(outcome.name(), outcome.term()))
            .toList();

    private final Dispatches dispatches;
    private final UnitDesk desk;
    private final DispatchRequests requests;
    private final Units units;
    private final Clock clock;

    InboxPages(Dispatches dispatches, UnitDesk desk, DispatchRequests requests, Units units, Clock clock) {
        this.dispatches = dispatches;
        this.desk = desk;
        this.requests = requests;
        this.units = units;
        this.clock = clock;
    }

    /** The inbox of a unit with one ticket open; without a unit, the choice of one. */
    @GetMapping
    Mono<Rendering> inbox(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "TO_ACKNOWLEDGE") InboxTab tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "0") int page) {
        return units.find(unit)
                .map(known -> inbox(new Asked(known, tab, q, page), number))
                .orElseGet(() -> Mono.just(choice()));
    }

    /** The ticket alone. */
    @GetMapping("/{number}")
    Mono<Rendering> ticket(@PathVariable String number, @RequestParam String unit, @RequestParam InboxTab tab) {
        Asked asked = new Asked(known(unit), tab, "", 0);
        return dispatches
                .find(DispatchController.parsed(number))
                .mapNotNull(Versioned::state)
                .map(dispatch -> dispatch.heldBy(unit))
                .switchIfEmpty(Mono.error(() -> new Refused(DispatchRefusal.NOT_YOUR_TICKET)))
                .map(dispatch -> rendering("ticket", asked)
                        .modelAttribute("ticket", new TicketPage(dispatch, clock))
                        .build());
    }

    /** Tabs and the notice of new tickets; fetched when something has changed. */
    @GetMapping("/news")
    Mono<Rendering> news(@RequestParam String unit, @RequestParam InboxTab tab, @RequestParam long known) {
        Asked asked = new Asked(known(unit), tab, "", 0);
        return tabs(asked).map(tabs -> rendering("news-and-tabs", asked)
                .modelAttribute("tabs", tabs)
                .modelAttribute("known", known)
                .modelAttribute("fresh", Math.max(0, countOf(tabs, tab) - known))
                .build());
    }

    @PostMapping("/{number}/acknowledge")
    Mono<Rendering> acknowledge(@PathVariable String number, @RequestParam String unit, @RequestParam InboxTab tab) {
        return desk.acknowledge(new Holding(DispatchController.parsed(number), unit, null))
                .flatMap(stored -> acted(new Asked(known(unit), tab, "", 0), stored, "已签收。"));
    }

    @PostMapping("/{number}/reply")
    Mono<Rendering> reply(
            @PathVariable String number,
            @RequestParam String unit,
            @RequestParam InboxTab tab,
            ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> requests.answer(ReplyForm.of(form)))
                .flatMap(answer -> desk.reply(new Holding(DispatchController.parsed(number), unit, null), answer))
                .flatMap(stored -> acted(new Asked(known(unit), tab, "", 0), stored, "已答复，转入回访。"));
    }

    private Mono<Rendering> inbox(Asked asked, String number) {
        return Mono.zip(
                        tabs(asked),
                        dispatches
                                .list(asked.filter(clock), asked.skip(), ON_A_PAGE)
                                .collectList())
                .flatMap(seen -> opened(asked, number, seen.getT2())
                        .map(ticket -> page(asked, seen.getT1(), seen.getT2(), ticket)));
    }

    /** The ticket asked for, where the unit holds it; else the first of the list. */
    private Mono<Optional<Dispatch>> opened(Asked asked, String number, List<Versioned<Dispatch>> listed) {
        if (number.isEmpty()) {
            return Mono.just(listed.stream().findFirst().map(Versioned::state));
        }
        return dispatches
                .find(DispatchController.parsed(number))
                .map(Versioned::state)
                .map(dispatch -> dispatch.heldBy(asked.unit().code()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Rendering page(Asked asked, List<TabView> tabs, List<Versioned<Dispatch>> listed, Optional<Dispatch> open) {
        return listing(rendering(null, asked), asked, tabs, listed, open.orElse(null))
                .modelAttribute("waiting", countOf(tabs, InboxTab.TO_ACKNOWLEDGE))
                .build();
    }

    private Mono<Rendering> acted(Asked asked, Versioned<Dispatch> stored, String words) {
        return Mono.zip(
                        tabs(asked),
                        dispatches.list(asked.filter(clock), 0, ON_A_PAGE).collectList())
                .map(seen -> listing(rendering("acted", asked), asked, seen.getT1(), seen.getT2(), stored.state())
                        .modelAttribute("words", words)
                        .build());
    }

    private Rendering.Builder<?> listing(
            Rendering.Builder<?> rendering,
            Asked asked,
            List<TabView> tabs,
            List<Versioned<Dispatch>> listed,
            @Nullable Dispatch open) {
        List<TicketRow> rows = listed.stream()
                .map(stored -> new TicketRow(
                        new TicketPage(stored.state(), clock),
                        open != null && open.number().equals(stored.state().number())))
                .toList();
        rendering
                .modelAttribute("tabs", tabs)
                .modelAttribute("rows", rows)
                .modelAttribute("known", countOf(tabs, asked.tab()))
                .modelAttribute("fresh", 0L)
                .modelAttribute("pages", asked.links(countOf(tabs, asked.tab()), rows.size()));
        if (open != null) {
            rendering.modelAttribute("ticket", new TicketPage(open, clock));
        }
        return rendering;
    }

    private Mono<List<TabView>> tabs(Asked asked) {
        return Flux.fromArray(InboxTab.values())
                .flatMapSequential(tab -> dispatches
                        .count(tab.of(asked.unit().code(), clock))
                        .map(count -> new TabView(tab, count, tab == asked.tab())))
                .collectList();
    }

    private static long countOf(List<TabView> tabs, InboxTab tab) {
        return tabs.get(tab.ordinal()).count();
    }

    private static Rendering.Builder<?> rendering(@Nullable String fragment, Asked asked) {
        return Rendering.view(fragment == null ? INBOX : INBOX + " :: " + fragment)
                .modelAttribute("unit", asked.unit())
                .modelAttribute("staff", asked.unit().name())
                .modelAttribute("tab", asked.tab())
                .modelAttribute("q", asked.q())
                .modelAttribute("list", SignallingDispatches.listOf(asked.unit().code()))
                .modelAttribute("empty", asked.tab().empty())
                .modelAttribute("outcomes", OUTCOMES)
                .modelAttribute("contact", ReplyForm.CONTACT)
                .modelAttribute("truth", ReplyForm.TRUTH);
    }

    private Unit known(String unitCode) {
        return units.find(unitCode).orElseThrow(() -> new Refused(General.NOT_FOUND));
    }

    private Rendering choice() {
        List<UnitGroup> groups = Arrays.stream(UnitLevel.values())
                .map(level -> new UnitGroup(
                        level.term(),
                        units.all().stream()
                                .filter(unit -> unit.level() == level)
                                .map(InboxPages::choice)
                                .toList()))
                .filter(group -> !group.units().isEmpty())
                .toList();
        return Rendering.view("pages/routing/units")
                .modelAttribute(
                        "units", units.all().stream().map(InboxPages::choice).toList())
                .modelAttribute("groups", groups)
                .build();
    }

    private static Choice choice(Unit unit) {
        return Choice.of(unit.code(), unit.name());
    }

    /** Units of one level. */
    record UnitGroup(String term, List<Choice> units) {}

    /** One tab with how many tickets it holds. */
    record TabView(InboxTab tab, long count, boolean current) {}

    /** What is asked for: whose inbox, which tab, which words, which page of the list. */
    private record Asked(Unit unit, InboxTab tab, String q, int page) {

        DispatchFilter filter(Clock clock) {
            return tab.of(unit.code(), clock).reading(q.isBlank() ? null : q.strip());
        }

        int skip() {
            return new Page.Asked(page, ON_A_PAGE).skip();
        }

        PageLinks links(long total, int shown) {
            int from = skip() + 1;
            String words = shown == 0
                    ? "共 0 件"
                    : "第 " + from + "–" + (from + shown - 1) + " 件" + (q.isBlank() ? "，共 " + total + " 件" : "");
            return new PageLinks(
                    words,
                    page > 0 ? link(page - 1) : null,
                    shown == ON_A_PAGE && from + shown <= total ? link(page + 1) : null);
        }

        private String link(int other) {
            return UriComponentsBuilder.fromPath("inbox")
                    .queryParam("unit", unit.code())
                    .queryParam("tab", tab)
                    .queryParam("q", q)
                    .queryParam("page", other)
                    .encode()
                    .toUriString();
        }
    }
}
