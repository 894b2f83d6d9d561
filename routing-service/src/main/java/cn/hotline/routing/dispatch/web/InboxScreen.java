package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.web.Page;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.Batch.Outcome;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.ui.Choice;
import cn.hotline.ui.PageLinks;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
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
 * What the inbox of a unit shows: tabs, a list, one open ticket; to whoever asks what their unit may see. The controllers of
 * the inbox answer with it. Thread-safe.
 */
public final class InboxScreen {

    static final int ON_A_PAGE = 50;

    private static final String INBOX = "pages/routing/inbox";
    private static final List<Choice> OUTCOMES = Arrays.stream(ReplyOutcome.values())
            .map(outcome -> Choice.of(outcome.name(), outcome.term()))
            .toList();

    private final Dispatches dispatches;
    private final Lists lists;
    private final Viewers viewers;
    private final Choices choices;
    private final Colleagues colleagues;
    private final Clock clock;

    public InboxScreen(
            Dispatches dispatches, Lists lists, Viewers viewers, Choices choices, Colleagues colleagues, Clock clock) {
        this.dispatches = dispatches;
        this.lists = lists;
        this.viewers = viewers;
        this.choices = choices;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** The whole page, with the ticket of that number open, or the first of the list where none is named. */
    Mono<Rendering> whole(InboxTab tab, ServerWebExchange exchange, String number) {
        return asked(tab, exchange).flatMap(asked -> seen(asked)
                .flatMap(seen -> opened(asked, number, seen).map(open -> listing(null, asked, seen, open.orElse(null))
                        .modelAttribute("opened", !number.isEmpty())
                        .build())));
    }

    /** The ticket alone. */
    Mono<Rendering> ticket(InboxTab tab, ServerWebExchange exchange, String number) {
        return asked(tab, exchange).flatMap(asked -> found(asked, number).map(stored -> rendering("ticket", asked)
                .modelAttribute("ticket", asked.page(stored, clock))
                .build()));
    }

    /** Tabs, and how many tickets have come since; fetched when something has changed. */
    Mono<Rendering> news(InboxTab tab, ServerWebExchange exchange, long since) {
        return asked(tab, exchange).flatMap(asked -> Mono.zip(tabs(asked), fresh(asked, Instant.ofEpochMilli(since)))
                .map(seen -> rendering("news-and-tabs", asked)
                        .modelAttribute("tabs", seen.getT1())
                        .modelAttribute("since", since)
                        .modelAttribute("fresh", seen.getT2())
                        .build()));
    }

    /** After an act: the ticket as it is now, unless it has gone by that, tabs and list. */
    Mono<Rendering> acted(Asked asked, Versioned<Dispatch> stored, String words) {
        Versioned<Dispatch> still = isGone(asked, stored) ? null : stored;
        return seen(asked).map(seen -> listing("acted", asked, seen, still)
                .modelAttribute("words", words)
                .build());
    }

    /** Whether it is this unit's no longer. */
    boolean isGone(Asked asked, Versioned<Dispatch> stored) {
        return asked.page(stored, clock).withheld();
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

    Mono<Asked> asked(InboxTab tab, ServerWebExchange exchange) {
        MultiValueMap<String, String> parameters = exchange.getRequest().getQueryParams();
        return viewers.current().map(viewer -> {
            Unit unit = viewer.person().unit();
            if (unit == null) {
                throw new Refused(General.NOT_FOUND);
            }
            return new Asked(viewer, unit, tab, ListQuery.of(tab, parameters), page(parameters));
        });
    }

    /** What a form says. */
    <T> Mono<Sent<T>> sent(
            InboxTab tab, ServerWebExchange exchange, Function<MultiValueMap<String, String>, T> reading) {
        return Mono.zip(asked(tab, exchange), exchange.getFormData())
                .map(said -> new Sent<>(said.getT1(), version(said.getT2()), reading.apply(said.getT2())));
    }

    /** Rows of one page and how many there are in all. */
    Mono<Seen> seen(Asked asked) {
        DispatchFilter filter = lists.filter(asked.query(), asked.viewer());
        return Mono.zip(
                        tabs(asked),
                        dispatches
                                .list(asked.viewer(), filter, asked.skip(), ON_A_PAGE)
                                .collectList(),
                        dispatches.count(asked.viewer(), filter))
                .map(seen -> new Seen(seen.getT1(), seen.getT2(), seen.getT3()));
    }

    private Mono<Optional<Versioned<Dispatch>>> opened(Asked asked, String number, Seen seen) {
        return number.isEmpty()
                ? Mono.just(seen.listed().stream().findFirst())
                : found(asked, number).map(Optional::of);
    }

    private Mono<Versioned<Dispatch>> found(Asked asked, String number) {
        return dispatches
                .find(asked.viewer(), DispatchController.parsed(number))
                .switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)));
    }

    private Mono<Long> fresh(Asked asked, Instant since) {
        return dispatches.count(
                asked.viewer(),
                lists.filter(InboxTab.TO_ACKNOWLEDGE, asked.viewer()).givenAfter(since));
    }

    private Rendering.Builder<?> listing(
            @Nullable String fragment, Asked asked, Seen seen, @Nullable Versioned<Dispatch> open) {
        Rendering.Builder<?> rendering = rendering(fragment, asked)
                .modelAttribute("tabs", seen.tabs())
                .modelAttribute("waiting", seen.tabs().get(0).count())
                .modelAttribute(
                        "rows",
                        seen.listed().stream()
                                .map(stored -> new TicketRow(asked.page(stored, clock), isOpen(stored, open)))
                                .toList())
                .modelAttribute("since", clock.millis())
                .modelAttribute("fresh", 0L)
                .modelAttribute("pages", asked.links(seen));
        return open == null ? rendering : rendering.modelAttribute("ticket", asked.page(open, clock));
    }

    private static boolean isOpen(Versioned<Dispatch> row, @Nullable Versioned<Dispatch> open) {
        return open != null && open.state().number().equals(row.state().number());
    }

    private Mono<List<TabView>> tabs(Asked asked) {
        return Flux.fromArray(InboxTab.values())
                .flatMapSequential(tab -> dispatches
                        .count(asked.viewer(), lists.filter(tab, asked.viewer()))
                        .map(count -> new TabView(tab, count, tab == asked.tab())))
                .collectList();
    }

    private Rendering.Builder<?> rendering(@Nullable String fragment, Asked asked) {
        return Rendering.view(fragment == null ? INBOX : INBOX + " :: " + fragment)
                .modelAttribute("tab", asked.tab())
                .modelAttribute("query", asked.query())
                .modelAttribute("state", asked.query().asTab())
                .modelAttribute("list", SignallingDispatches.listOf(asked.unit().code()))
                .modelAttribute(
                        "writing", SignallingDispatches.writingOf(asked.unit().code()))
                .modelAttribute("empty", asked.tab().empty())
                .modelAttribute("outcomes", OUTCOMES)
                .modelAttribute("contact", UnitForms.CONTACTED)
                .modelAttribute("truth", UnitForms.TRUTH)
                .modelAttribute("methods", UnitForms.METHODS)
                .modelAttribute("grounds", UnitForms.GROUNDS)
                .modelAttribute("orders", Choices.ORDERS)
                .modelAttribute("urgencies", Choices.URGENCIES)
                .modelAttribute("takers", Choices.TAKERS)
                .modelAttribute(
                        "lower", choices.below().getOrDefault(asked.unit().code(), List.of()))
                .modelAttribute(
                        "called", choices.called().getOrDefault(asked.unit().code(), List.of()))
                .modelAttribute("colleagues", colleagues.of(asked.viewer().person()))
                .modelAttribute("units", choices.units())
                .modelAttribute("categories", choices.categories());
    }

    static int page(MultiValueMap<String, String> parameters) {
        String page = parameters.getFirst("page");
        return page != null && page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
    }

    static @Nullable Long version(MultiValueMap<String, String> form) {
        String version = form.getFirst("version");
        return version != null && version.matches("[0-9]{1,18}") ? Long.valueOf(version) : null;
    }

    /** One tab with how many tickets it holds. */
    record TabView(InboxTab tab, long count, boolean current) {}

    /** @param total of all pages */
    record Seen(List<TabView> tabs, List<Versioned<Dispatch>> listed, long total) {}

    /** What is asked for: by whom, for which unit, which tab, narrowed how, which page of the list. */
    record Asked(Viewer viewer, Unit unit, InboxTab tab, ListQuery query, int page) {

        Holding holding(String number) {
            return new Holding(viewer, DispatchController.parsed(number), null);
        }

        TicketPage page(Versioned<Dispatch> stored, Clock clock) {
            return new TicketPage(stored, viewer, clock);
        }

        int skip() {
            return new Page.Asked(page, ON_A_PAGE).skip();
        }

        PageLinks links(Seen seen) {
            return PageLinks.of(
                    page,
                    ON_A_PAGE,
                    seen.listed().size(),
                    seen.total(),
                    "件",
                    other -> "inbox?" + query.asTab() + "&page=" + other);
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
}
