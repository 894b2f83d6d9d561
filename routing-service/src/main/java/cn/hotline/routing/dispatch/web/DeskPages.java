package cn.hotline.routing.dispatch.web;

import static cn.hotline.routing.dispatch.model.DispatchStatus.DISPATCHED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_DISPATCH;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.dispatch.DispatchDesk;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.web.DispatchRequests.DispatchRequest;
import cn.hotline.routing.units.Units;
import cn.hotline.ui.Choice;
import cn.hotline.ui.LiveSignals;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 派单台: tickets no rule could dispatch, emergencies first; and those that may still be dispatched anew. */
@Controller
public final class DeskPages {

    private static final int LISTED = 100;
    private static final String DESK = "pages/routing/desk";
    private static final List<Choice> URGENCIES = Arrays.stream(Urgency.values())
            .map(urgency -> Choice.of(urgency.name(), urgency.term()))
            .toList();

    private final Dispatches dispatches;
    private final DispatchDesk desk;
    private final DispatchRequests requests;
    private final LiveSignals signals;
    private final Clock clock;
    private final List<Choice> units;
    private final List<Choice> categories;

    DeskPages(
            Dispatches dispatches,
            DispatchDesk desk,
            DispatchRequests requests,
            Units units,
            Categories categories,
            LiveSignals signals,
            Clock clock) {
        this.dispatches = dispatches;
        this.desk = desk;
        this.requests = requests;
        this.signals = signals;
        this.clock = clock;
        this.units = units.all().stream()
                .map(unit -> Choice.of(unit.code(), unit.name()))
                .toList();
        this.categories = categories.all().stream()
                .map(category -> Choice.of(category.code(), path(categories, category)))
                .toList();
    }

    @GetMapping("/desk")
    Mono<Rendering> desk(
            @RequestParam(defaultValue = "WAITING") DeskTab tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String number) {
        return Mono.zip(tabs(tab), dispatches.list(tab.filter(q), 0, LISTED).collectList())
                .flatMap(seen -> opened(number, seen.getT2())
                        .map(open -> listing(null, tab, q, seen.getT1(), seen.getT2(), open.orElse(null))
                                .build()));
    }

    /** The ticket alone. */
    @GetMapping("/desk/{number}")
    Mono<Rendering> ticket(@PathVariable String number, @RequestParam DeskTab tab) {
        return found(number).map(dispatch -> rendering("ticket", tab, "")
                .modelAttribute("ticket", new TicketPage(dispatch, clock))
                .build());
    }

    /** Tabs and list; fetched when something has changed. */
    @GetMapping("/desk/list")
    Mono<Rendering> list(
            @RequestParam DeskTab tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String number) {
        return Mono.zip(tabs(tab), dispatches.list(tab.filter(q), 0, LISTED).collectList())
                .map(seen -> listing("list-and-tabs", tab, q, seen.getT1(), seen.getT2(), null)
                        .modelAttribute("open", number)
                        .build());
    }

    /** Dispatches, and answers with the next ticket that waits. */
    @PostMapping("/desk/{number}/dispatch")
    Mono<Rendering> dispatch(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(DeskPages::request)
                .flatMap(request -> desk.dispatch(DispatchController.parsed(number), null, requests.choice(request)))
                .flatMap(stored -> next(tab, new TicketPage(stored.state(), clock)));
    }

    /** Signals only; every page fetches again what it may see. */
    @GetMapping(value = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ResponseBody
    Flux<ServerSentEvent<LiveSignals.Signal>> live() {
        return signals.stream();
    }

    private Mono<Rendering> next(DeskTab tab, TicketPage given) {
        return Mono.zip(tabs(tab), dispatches.list(tab.filter(""), 0, LISTED).collectList())
                .map(seen -> listing(
                                "acted",
                                tab,
                                "",
                                seen.getT1(),
                                seen.getT2(),
                                seen.getT2().stream()
                                        .findFirst()
                                        .map(Versioned::state)
                                        .orElse(null))
                        .modelAttribute("words", "已派给" + given.lead() + "。")
                        .build());
    }

    private Mono<Optional<Dispatch>> opened(String number, List<Versioned<Dispatch>> listed) {
        return number.isEmpty()
                ? Mono.just(listed.stream().findFirst().map(Versioned::state))
                : found(number).map(Optional::of);
    }

    private Mono<Dispatch> found(String number) {
        return dispatches
                .find(DispatchController.parsed(number))
                .map(Versioned::state)
                .switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)));
    }

    private Rendering.Builder<?> listing(
            @Nullable String fragment,
            DeskTab tab,
            String q,
            List<TabView> tabs,
            List<Versioned<Dispatch>> listed,
            @Nullable Dispatch open) {
        Rendering.Builder<?> rendering = rendering(fragment, tab, q)
                .modelAttribute("tabs", tabs)
                .modelAttribute("waiting", tabs.get(0).count())
                .modelAttribute("open", open == null ? "" : open.number().value())
                .modelAttribute(
                        "rows",
                        listed.stream()
                                .map(stored -> new TicketPage(stored.state(), clock))
                                .toList());
        return open == null ? rendering : rendering.modelAttribute("ticket", new TicketPage(open, clock));
    }

    private Rendering.Builder<?> rendering(@Nullable String fragment, DeskTab tab, String q) {
        return Rendering.view(fragment == null ? DESK : DESK + " :: " + fragment)
                .modelAttribute("tab", tab)
                .modelAttribute("q", q)
                .modelAttribute("units", units)
                .modelAttribute("categories", categories)
                .modelAttribute("urgencies", URGENCIES);
    }

    private Mono<List<TabView>> tabs(DeskTab current) {
        return Flux.fromArray(DeskTab.values())
                .flatMapSequential(
                        tab -> dispatches.count(tab.filter("")).map(count -> new TabView(tab, count, tab == current)))
                .collectList();
    }

    /** The button of a candidate names the unit itself; else it is the one chosen from the list. */
    private static DispatchRequest request(MultiValueMap<String, String> form) {
        String candidate = form.getFirst("candidate");
        String unit = candidate == null ? form.getFirst("unit") : candidate;
        List<String> coUnits = form.getOrDefault("coUnits", List.of());
        return new DispatchRequest(
                unit,
                coUnits.stream().filter(code -> !code.equals(unit)).toList(),
                form.getFirst("category"),
                form.getFirst("urgency"),
                form.getFirst("reason"));
    }

    private static String path(Categories categories, Category category) {
        return categories.path(category).stream().map(Category::term).collect(Collectors.joining(" / "));
    }

    /** One tab with how many tickets it holds. */
    record TabView(DeskTab tab, long count, boolean current) {}

    /** The tabs of the desk. */
    enum DeskTab {
        WAITING("待派单"),
        NOT_ACKNOWLEDGED("可改派");

        private final String term;

        DeskTab(String term) {
            this.term = term;
        }

        public String term() {
            return term;
        }

        DispatchFilter filter(String q) {
            DispatchFilter all = DispatchFilter.ALL.reading(q.isBlank() ? null : q.strip());
            return this == WAITING
                    ? all.in(PENDING_DISPATCH).by(DispatchFilter.Order.WAITING)
                    : all.in(DISPATCHED).by(DispatchFilter.Order.NEWEST);
        }
    }
}
