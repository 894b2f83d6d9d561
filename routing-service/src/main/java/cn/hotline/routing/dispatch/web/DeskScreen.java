package cn.hotline.routing.dispatch.web;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.web.Page;
import cn.hotline.routing.dispatch.Batch.Outcome;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReasonRequest;
import cn.hotline.routing.precedent.Precedents;
import cn.hotline.routing.precedent.model.Precedent;
import cn.hotline.ui.PageLinks;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the dispatch desk shows: tabs, a list, one open ticket; to whoever asks what they may see. The two controllers of the
 * desk answer with it. Thread-safe.
 */
public final class DeskScreen {

    private static final int ON_A_PAGE = 50;
    private static final int SIMILAR = 3;
    private static final String DESK = "pages/routing/desk";

    private final Dispatches dispatches;
    private final DispatchRequests requests;
    private final Lists lists;
    private final Viewers viewers;
    private final Choices choices;
    private final Precedents precedents;
    private final Clock clock;

    public DeskScreen(
            Dispatches dispatches,
            DispatchRequests requests,
            Lists lists,
            Viewers viewers,
            Choices choices,
            Precedents precedents,
            Clock clock) {
        this.dispatches = dispatches;
        this.requests = requests;
        this.lists = lists;
        this.viewers = viewers;
        this.choices = choices;
        this.precedents = precedents;
        this.clock = clock;
    }

    /** The whole page, with the ticket of that number open, or the first of the list where none is named. */
    Mono<Rendering> whole(DeskTab tab, ServerWebExchange exchange, String number) {
        return asked(tab, exchange).flatMap(asked -> seen(asked).flatMap(seen -> opened(asked, number, seen.listed())
                .map(open -> listing(null, asked, seen, open.orElse(null))
                        .modelAttribute("opened", !number.isEmpty())
                        .build())));
    }

    /** The ticket alone. */
    Mono<Rendering> ticket(DeskTab tab, ServerWebExchange exchange, String number) {
        return asked(tab, exchange).flatMap(asked -> found(asked, number)
                .map(stored -> opened(rendering("ticket", asked), asked, stored).build()));
    }

    /** Tabs and list. */
    Mono<Rendering> list(DeskTab tab, ServerWebExchange exchange, String number) {
        return asked(tab, exchange).flatMap(asked -> seen(asked).map(seen -> listing("list-and-tabs", asked, seen, null)
                .modelAttribute("open", number)
                .build()));
    }

    Mono<Asked> asked(DeskTab tab, ServerWebExchange exchange) {
        MultiValueMap<String, String> parameters = exchange.getRequest().getQueryParams();
        return Person.current()
                .map(person -> new Asked(
                        viewers.of(person),
                        person.is(Role.DISPATCHER),
                        person.is(Role.SUPERVISOR),
                        tab,
                        ListQuery.of(tab, parameters),
                        InboxScreen.page(parameters)));
    }

    /** What a form says. */
    <T> Mono<Sent<T>> sent(
            DeskTab tab, ServerWebExchange exchange, Function<MultiValueMap<String, String>, T> reading) {
        return Mono.zip(asked(tab, exchange), exchange.getFormData())
                .map(said -> new Sent<>(said.getT1(), InboxScreen.version(said.getT2()), reading.apply(said.getT2())));
    }

    /** What somebody does who says why. */
    Mono<Rendering> reasoned(DeskTab tab, ServerWebExchange exchange, Function<Sent<String>, Mono<Rendering>> act) {
        return sent(tab, exchange, form -> requests.reason(new ReasonRequest(form.getFirst("reason"))))
                .flatMap(act);
    }

    /** After a dispatch: the next that waits. */
    Mono<Rendering> next(Asked asked, Dispatch given) {
        String words = "已派给" + new TicketHead(given).lead() + "。";
        return seen(asked).map(seen -> listing(
                        "acted", asked, seen, seen.listed().stream().findFirst().orElse(null))
                .modelAttribute("words", words)
                .build());
    }

    /** After anything else: the ticket as it is now. */
    Mono<Rendering> acted(Asked asked, Versioned<Dispatch> open, String words) {
        return seen(asked).map(seen -> listing("acted", asked, seen, open)
                .modelAttribute("words", words)
                .build());
    }

    /** After a batch: what became of each, tabs and list. */
    Mono<Rendering> acted(Asked asked, List<Outcome> outcomes, String did) {
        long done = outcomes.stream().filter(Outcome::done).count();
        return seen(asked).map(seen -> listing("batch-acted", asked, seen, null)
                .modelAttribute("words", did + " " + done + " 件。")
                .modelAttribute(
                        "failed", outcomes.stream().filter(one -> !one.done()).toList())
                .build());
    }

    private Mono<Optional<Versioned<Dispatch>>> opened(Asked asked, String number, List<Versioned<Dispatch>> listed) {
        return number.isEmpty()
                ? Mono.just(listed.stream().findFirst())
                : found(asked, number).map(Optional::of);
    }

    private Mono<Versioned<Dispatch>> found(Asked asked, String number) {
        return dispatches
                .find(asked.viewer(), DispatchController.parsed(number))
                .switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)));
    }

    private Mono<Seen> seen(Asked asked) {
        DispatchFilter filter = lists.filter(asked.query(), asked.viewer());
        return Mono.zip(
                        tabs(asked),
                        dispatches
                                .list(asked.viewer(), filter, new Page.Asked(asked.page(), ON_A_PAGE).skip(), ON_A_PAGE)
                                .collectList(),
                        dispatches.count(asked.viewer(), filter))
                .map(seen -> new Seen(seen.getT1(), seen.getT2(), seen.getT3()));
    }

    private Rendering.Builder<?> listing(
            @Nullable String fragment, Asked asked, Seen seen, @Nullable Versioned<Dispatch> open) {
        Rendering.Builder<?> rendering = rendering(fragment, asked)
                .modelAttribute("tabs", seen.tabs())
                .modelAttribute("waiting", seen.tabs().get(0).count())
                .modelAttribute(
                        "open", open == null ? "" : open.state().number().value())
                .modelAttribute("pages", asked.links(seen))
                .modelAttribute(
                        "rows",
                        seen.listed().stream()
                                .map(stored -> asked.page(stored, clock))
                                .toList());
        return open == null ? rendering : opened(rendering, asked, open);
    }

    private Rendering.Builder<?> opened(Rendering.Builder<?> rendering, Asked asked, Versioned<Dispatch> open) {
        TicketPage page = asked.page(open, clock);
        return rendering
                .modelAttribute("ticket", page)
                .modelAttribute(
                        "writing", SignallingDispatches.writingOf(page.head().leadCode()))
                .modelAttribute("similar", similar(page, open.state()));
    }

    /** Closed tickets that read like this one, for whoever may read it. */
    private Mono<List<Precedent>> similar(TicketPage page, Dispatch open) {
        return page.withheld() ? Mono.just(List.of()) : Reasons.similar(precedents, open, SIMILAR);
    }

    private Rendering.Builder<?> rendering(@Nullable String fragment, Asked asked) {
        return Rendering.view(fragment == null ? DESK : DESK + " :: " + fragment)
                .modelAttribute("tab", asked.tab())
                .modelAttribute("query", asked.query())
                .modelAttribute("state", asked.query().asTab())
                .modelAttribute("orders", Choices.ORDERS)
                .modelAttribute("mayDispatch", asked.mayDispatch())
                .modelAttribute("mayLift", asked.mayLift())
                .modelAttribute("units", choices.units())
                .modelAttribute("categories", choices.categories())
                .modelAttribute("urgencies", Choices.URGENCIES);
    }

    private Mono<List<TabView>> tabs(Asked asked) {
        return Flux.fromArray(DeskTab.values())
                .flatMapSequential(tab -> dispatches
                        .count(asked.viewer(), lists.filter(tab, asked.viewer()))
                        .map(count -> new TabView(tab, count, tab == asked.tab())))
                .collectList();
    }

    /** What is asked for: by whom, what they may do here, which tab, narrowed how, which page of the list. */
    record Asked(Viewer viewer, boolean mayDispatch, boolean mayLift, DeskTab tab, ListQuery query, int page) {

        TicketPage page(Versioned<Dispatch> stored, Clock clock) {
            return new TicketPage(stored, viewer, clock);
        }

        PageLinks links(Seen seen) {
            return PageLinks.of(
                    page,
                    ON_A_PAGE,
                    seen.listed().size(),
                    seen.total(),
                    "件",
                    other -> "desk?" + query.asTab() + "&page=" + other);
        }
    }

    /**
     * What a form says, and who sent it.
     *
     * @param version what its writer has seen; null for whatever there is
     */
    record Sent<T>(Asked by, @Nullable Long version, T what) {

        Holding holding(String number) {
            return new Holding(by.viewer(), DispatchController.parsed(number), version);
        }
    }

    /**
     * What the desk shows beside the open ticket.
     *
     * @param total of all pages
     */
    record Seen(List<TabView> tabs, List<Versioned<Dispatch>> listed, long total) {}

    /** One tab with how many tickets it holds. */
    record TabView(DeskTab tab, long count, boolean current) {}
}
