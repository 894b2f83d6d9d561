package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.web.Page;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.DispatchDesk;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.UnitDesk;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReclassificationRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.CoReplyRequest;
import cn.hotline.routing.dispatch.web.UnitRequests.NamedRequest;
import cn.hotline.ui.Choice;
import cn.hotline.ui.PageLinks;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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

/** 承办收件箱: what the unit of whoever is signed in leads, and where it helps. */
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
    private final DispatchDesk desks;
    private final Choices choices;
    private final UnitRequests requests;
    private final DispatchRequests dispatchRequests;
    private final Viewers viewers;
    private final Clock clock;

    InboxPages(
            Dispatches dispatches,
            UnitDesk desk,
            DispatchDesk desks,
            UnitRequests requests,
            DispatchRequests dispatchRequests,
            Viewers viewers,
            Choices choices,
            Clock clock) {
        this.dispatches = dispatches;
        this.desk = desk;
        this.desks = desks;
        this.choices = choices;
        this.requests = requests;
        this.dispatchRequests = dispatchRequests;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** The inbox with one ticket open. */
    @GetMapping
    Mono<Rendering> inbox(
            @RequestParam(defaultValue = "TO_ACKNOWLEDGE") InboxTab tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "0") int page) {
        return asked(tab, q, page).flatMap(asked -> Mono.zip(tabs(asked), listed(asked))
                .flatMap(seen -> opened(asked, number, seen.getT2())
                        .map(ticket -> page(asked, seen.getT1(), seen.getT2(), ticket))));
    }

    /** The ticket alone. */
    @GetMapping("/{number}")
    Mono<Rendering> ticket(@PathVariable String number, @RequestParam InboxTab tab) {
        return asked(tab).flatMap(asked -> dispatches
                .find(asked.viewer(), DispatchController.parsed(number))
                .switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)))
                .map(stored -> rendering("ticket", asked)
                        .modelAttribute("ticket", asked.page(stored.state(), clock))
                        .build()));
    }

    /** Tabs and the notice of new tickets; fetched when something has changed. */
    @GetMapping("/news")
    Mono<Rendering> news(@RequestParam InboxTab tab, @RequestParam long known) {
        return asked(tab).flatMap(asked -> tabs(asked).map(tabs -> rendering("news-and-tabs", asked)
                .modelAttribute("tabs", tabs)
                .modelAttribute("known", known)
                .modelAttribute("fresh", Math.max(0, countOf(tabs, tab) - known))
                .build()));
    }

    @PostMapping("/{number}/acknowledge")
    Mono<Rendering> acknowledge(@PathVariable String number, @RequestParam InboxTab tab) {
        return asked(tab).flatMap(asked -> desk.acknowledge(asked.holding(number))
                .flatMap(stored -> acted(asked, stored, "已签收。")));
    }

    @PostMapping("/{number}/contact")
    Mono<Rendering> contact(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return sent(tab, exchange, form -> requests.contact(UnitForms.contact(form)))
                .flatMap(sent -> desk.contact(sent.holding(number), sent.what())
                        .flatMap(stored -> acted(sent.by(), stored, "已登记联系。")));
    }

    @PostMapping("/{number}/return")
    Mono<Rendering> sendBack(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return sent(tab, exchange, form -> requests.grounds(UnitForms.sendBack(form)))
                .flatMap(sent -> desk.sendBack(sent.holding(number), sent.what())
                        .flatMap(stored -> acted(
                                sent.by(),
                                stored,
                                "已申请" + stored.state().status().term() + "，时限照常计算。")));
    }

    @PostMapping("/{number}/reclassification")
    Mono<Rendering> reclassify(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return sent(
                        tab,
                        exchange,
                        form -> dispatchRequests.topic(new ReclassificationRequest(form.getFirst("category"))))
                .flatMap(sent -> desks.reclassify(sent.holding(number), sent.what())
                        .flatMap(stored ->
                                acted(sent.by(), stored, "分类已改为" + sent.what().term() + "。")));
    }

    @PostMapping("/{number}/extension")
    Mono<Rendering> askForTime(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return sent(tab, exchange, form -> requests.moreTime(UnitForms.extension(form)))
                .flatMap(sent -> desk.askForTime(sent.holding(number), sent.what())
                        .flatMap(stored -> acted(sent.by(), stored, "已申请延期，审批前按原期限计算。")));
    }

    @PostMapping("/{number}/co-units")
    Mono<Rendering> askForHelp(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return sent(tab, exchange, form -> dispatchRequests.help(UnitForms.help(form)))
                .flatMap(sent -> desks.askForHelp(sent.holding(number), sent.what())
                        .flatMap(stored -> acted(sent.by(), stored, "已请协办。")));
    }

    @PostMapping("/{number}/co-reply")
    Mono<Rendering> coReply(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return sent(tab, exchange, form -> requests.coReply(new CoReplyRequest(form.getFirst("content"))))
                .flatMap(sent -> desk.coReply(sent.holding(number), sent.what())
                        .flatMap(stored -> acted(sent.by(), stored, "已提交协办意见。")));
    }

    @PostMapping("/{number}/reply")
    Mono<Rendering> reply(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return sent(tab, exchange, form -> requests.answer(UnitForms.reply(form)))
                .flatMap(sent -> desk.reply(sent.holding(number), sent.what())
                        .flatMap(stored -> acted(sent.by(), stored, "已答复，转入回访。")));
    }

    /** Lets a clerk handle a confidential ticket. */
    @PostMapping("/{number}/named")
    Mono<Rendering> name(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return sent(tab, exchange, form -> requests.account(new NamedRequest(form.getFirst("account"))))
                .flatMap(sent -> desk.name(sent.holding(number), sent.what())
                        .flatMap(stored -> acted(sent.by(), stored, "已指定 " + sent.what() + " 经办。")));
    }

    private <T> Mono<Sent<T>> sent(
            InboxTab tab, ServerWebExchange exchange, Function<MultiValueMap<String, String>, T> reading) {
        return Mono.zip(asked(tab), exchange.getFormData().map(reading), Sent::new);
    }

    private Mono<Asked> asked(InboxTab tab) {
        return asked(tab, "", 0);
    }

    private Mono<Asked> asked(InboxTab tab, String q, int page) {
        return viewers.current().map(viewer -> {
            Unit unit = viewer.person().unit();
            if (unit == null) {
                throw new Refused(General.NOT_FOUND);
            }
            return new Asked(viewer, unit, tab, q, page);
        });
    }

    /** The ticket asked for, where it is theirs; else the first of the list. */
    private Mono<Optional<Dispatch>> opened(Asked asked, String number, List<Versioned<Dispatch>> listed) {
        if (number.isEmpty()) {
            return Mono.just(listed.stream().findFirst().map(Versioned::state));
        }
        return dispatches
                .find(asked.viewer(), DispatchController.parsed(number))
                .map(Versioned::state)
                .map(Optional::of)
                .switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)));
    }

    private Mono<List<Versioned<Dispatch>>> listed(Asked asked) {
        return dispatches
                .list(asked.viewer(), asked.filter(clock), asked.skip(), ON_A_PAGE)
                .collectList();
    }

    private Rendering page(Asked asked, List<TabView> tabs, List<Versioned<Dispatch>> listed, Optional<Dispatch> open) {
        return listing(rendering(null, asked), asked, tabs, listed, open.orElse(null))
                .modelAttribute("waiting", countOf(tabs, InboxTab.TO_ACKNOWLEDGE))
                .build();
    }

    private Mono<Rendering> acted(Asked asked, Versioned<Dispatch> stored, String words) {
        return Mono.zip(tabs(asked), listed(asked))
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
                        asked.page(stored.state(), clock),
                        open != null && open.number().equals(stored.state().number())))
                .toList();
        rendering
                .modelAttribute("tabs", tabs)
                .modelAttribute("rows", rows)
                .modelAttribute("known", countOf(tabs, asked.tab()))
                .modelAttribute("fresh", 0L)
                .modelAttribute("pages", asked.links(countOf(tabs, asked.tab()), rows.size()));
        if (open != null) {
            rendering.modelAttribute("ticket", asked.page(open, clock));
        }
        return rendering;
    }

    private Mono<List<TabView>> tabs(Asked asked) {
        return Flux.fromArray(InboxTab.values())
                .flatMapSequential(tab -> dispatches
                        .count(asked.viewer(), tab.of(asked.unit().code(), clock))
                        .map(count -> new TabView(tab, count, tab == asked.tab())))
                .collectList();
    }

    private static long countOf(List<TabView> tabs, InboxTab tab) {
        return tabs.get(tab.ordinal()).count();
    }

    private Rendering.Builder<?> rendering(@Nullable String fragment, Asked asked) {
        return Rendering.view(fragment == null ? INBOX : INBOX + " :: " + fragment)
                .modelAttribute("tab", asked.tab())
                .modelAttribute("q", asked.q())
                .modelAttribute("list", SignallingDispatches.listOf(asked.unit().code()))
                .modelAttribute("empty", asked.tab().empty())
                .modelAttribute("outcomes", OUTCOMES)
                .modelAttribute("contact", UnitForms.CONTACTED)
                .modelAttribute("truth", UnitForms.TRUTH)
                .modelAttribute("methods", UnitForms.METHODS)
                .modelAttribute("grounds", UnitForms.GROUNDS)
                .modelAttribute("units", choices.units())
                .modelAttribute("categories", choices.categories());
    }

    /** What a form says, and who sent it. */
    private record Sent<T>(Asked by, T what) {

        Holding holding(String number) {
            return by.holding(number);
        }
    }

    /** One tab with how many tickets it holds. */
    record TabView(InboxTab tab, long count, boolean current) {}

    /** What is asked for: by whom, for which unit, which tab, which words, which page of the list. */
    private record Asked(Viewer viewer, Unit unit, InboxTab tab, String q, int page) {

        Holding holding(String number) {
            return new Holding(viewer, DispatchController.parsed(number), null);
        }

        TicketPage page(Dispatch dispatch, Clock clock) {
            return new TicketPage(dispatch, viewer, clock);
        }

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
                    .queryParam("tab", tab)
                    .queryParam("q", q)
                    .queryParam("page", other)
                    .encode()
                    .toUriString();
        }
    }
}
