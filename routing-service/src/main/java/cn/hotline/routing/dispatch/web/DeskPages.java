package cn.hotline.routing.dispatch.web;

import static cn.hotline.routing.dispatch.model.DispatchStatus.ARBITRATION;
import static cn.hotline.routing.dispatch.model.DispatchStatus.DISPATCHED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.IN_PROGRESS;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_DISPATCH;
import static cn.hotline.routing.dispatch.model.DispatchStatus.RETURN_REVIEW;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SECOND_HANDLING;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.dispatch.DispatchDesk;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.SecrecyDesk;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.Turn;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.dispatch.web.DispatchRequests.DispatchRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.ExtensionDecisionRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReasonRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.ReturnDecisionRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.RulingRequest;
import cn.hotline.routing.dispatch.web.DispatchRequests.SuspensionRequest;
import cn.hotline.routing.precedent.Precedents;
import cn.hotline.routing.precedent.model.Precedent;
import cn.hotline.ui.Choice;
import cn.hotline.ui.LiveSignals;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
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
    private static final int SIMILAR = 3;
    private static final String DESK = "pages/routing/desk";
    private static final List<Choice> URGENCIES = Arrays.stream(Urgency.values())
            .map(urgency -> Choice.of(urgency.name(), urgency.term()))
            .toList();

    private final Dispatches dispatches;
    private final DispatchDesk desk;
    private final SecrecyDesk secrecyDesk;
    private final DispatchRequests requests;
    private final Viewers viewers;
    private final LiveSignals signals;
    private final Clock clock;
    private final Choices choices;
    private final Precedents precedents;

    DeskPages(
            Dispatches dispatches,
            DispatchDesk desk,
            SecrecyDesk secrecyDesk,
            DispatchRequests requests,
            Viewers viewers,
            Choices choices,
            Precedents precedents,
            LiveSignals signals,
            Clock clock) {
        this.precedents = precedents;
        this.dispatches = dispatches;
        this.desk = desk;
        this.secrecyDesk = secrecyDesk;
        this.requests = requests;
        this.viewers = viewers;
        this.signals = signals;
        this.clock = clock;
        this.choices = choices;
    }

    @GetMapping("/desk")
    Mono<Rendering> desk(
            @RequestParam(defaultValue = "WAITING") DeskTab tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String number) {
        return asked(tab, q).flatMap(asked -> seen(asked).flatMap(seen -> opened(asked, number, seen.listed())
                .map(open -> listing(null, asked, seen, open.orElse(null)).build())));
    }

    /** The ticket alone. */
    @GetMapping("/desk/{number}")
    Mono<Rendering> ticket(@PathVariable String number, @RequestParam DeskTab tab) {
        return asked(tab, "").flatMap(asked -> found(asked, number).map(dispatch -> rendering("ticket", asked)
                .modelAttribute("ticket", asked.page(dispatch, clock))
                .modelAttribute("similar", similar(asked, dispatch))
                .build()));
    }

    /** Tabs and list; fetched when something has changed. */
    @GetMapping("/desk/list")
    Mono<Rendering> list(
            @RequestParam DeskTab tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String number) {
        return asked(tab, q).flatMap(asked -> seen(asked).map(seen -> listing("list-and-tabs", asked, seen, null)
                .modelAttribute("open", number)
                .build()));
    }

    /** Dispatches, and answers with the next ticket that waits. */
    @PostMapping("/desk/{number}/dispatch")
    Mono<Rendering> dispatch(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return sent(tab, exchange, form -> requests.choice(request(form)))
                .flatMap(sent -> desk.dispatch(sent.holding(number), sent.what())
                        .flatMap(stored -> next(sent.by(), stored.state())));
    }

    /** 收回. */
    @PostMapping("/desk/{number}/recall")
    Mono<Rendering> recall(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return reasoned(tab, exchange, (asked, reason) -> desk.recall(asked.holding(number), reason)
                .flatMap(stored -> acted(asked, stored.state(), "已收回，请重新派单。")));
    }

    /** 审核退单. */
    @PostMapping("/desk/{number}/return-decision")
    Mono<Rendering> decide(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return sent(tab, exchange, form -> requests.verdict(decision(form))).flatMap(sent -> desk.decideReturn(
                        sent.holding(number),
                        sent.what().approved(),
                        sent.what().next(),
                        sent.what().reason())
                .flatMap(stored ->
                        acted(sent.by(), stored.state(), sent.what().approved() ? "已同意退单。" : "未同意退单，仍由原单位办理。")));
    }

    /** 裁定. */
    @PostMapping("/desk/{number}/ruling")
    Mono<Rendering> rule(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return sent(
                        tab,
                        exchange,
                        form -> requests.ruled(new RulingRequest(form.getFirst("unit"), form.getFirst("reason"))))
                .flatMap(sent -> desk.rule(
                                sent.holding(number),
                                sent.what().owner(),
                                sent.what().reason())
                        .flatMap(stored -> acted(
                                sent.by(),
                                stored.state(),
                                "已裁定由" + sent.what().owner().name() + "办理。")));
    }

    /** 审批延期. */
    @PostMapping("/desk/{number}/extension-decision")
    Mono<Rendering> decideExtension(
            @PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return sent(
                        tab,
                        exchange,
                        form -> requests.said(new ExtensionDecisionRequest(
                                "true".equals(form.getFirst("approved")), form.getFirst("reason"))))
                .flatMap(sent -> desk.decideExtension(
                                sent.holding(number),
                                sent.what().approved(),
                                sent.what().reason())
                        .flatMap(stored ->
                                acted(sent.by(), stored.state(), sent.what().approved() ? "已同意延期。" : "未同意延期，原期限不变。")));
    }

    /** 挂账. */
    @PostMapping("/desk/{number}/suspension")
    Mono<Rendering> suspend(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return sent(
                        tab,
                        exchange,
                        form -> requests.stop(new SuspensionRequest(
                                form.getFirst("reason"),
                                UnitForms.day("reviewOn", form.getFirst("reviewOn")),
                                form.getFirst("approvedBy"))))
                .flatMap(sent -> desk.suspend(
                                sent.holding(number),
                                sent.what().reason(),
                                sent.what().reviewOn(),
                                sent.what().approvedBy())
                        .flatMap(stored -> acted(sent.by(), stored.state(), "已挂账，到复核日会再排到前面。")));
    }

    /** 结束挂账. */
    @PostMapping("/desk/{number}/resumption")
    Mono<Rendering> resume(@PathVariable String number, @RequestParam DeskTab tab) {
        return asked(tab, "").flatMap(asked -> desk.resume(asked.holding(number))
                .flatMap(stored -> acted(asked, stored.state(), "已恢复办理。")));
    }

    /** 署名查看. */
    @PostMapping("/desk/{number}/sight")
    Mono<Rendering> take(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return reasoned(tab, exchange, (asked, reason) -> secrecyDesk
                .take(asked.viewer(), DispatchController.parsed(number), reason)
                .flatMap(stored -> acted(asked, stored.state(), "已署名，可以查看。")));
    }

    /** 应急查看. */
    @PostMapping("/desk/{number}/break-glass")
    Mono<Rendering> need(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return reasoned(tab, exchange, (asked, reason) -> secrecyDesk
                .need(asked.viewer(), DispatchController.parsed(number), reason)
                .flatMap(stored -> acted(
                        asked,
                        stored.state(),
                        stored.state().opensTo(asked.viewer()) ? "两人已确认，半小时内可以查看。" : "已申请，请另一人在十五分钟内确认。")));
    }

    /** 解除回避. */
    @PostMapping("/desk/{number}/concerns/{unit}/lift")
    Mono<Rendering> clear(
            @PathVariable String number,
            @PathVariable String unit,
            @RequestParam DeskTab tab,
            ServerWebExchange exchange) {
        return reasoned(tab, exchange, (asked, reason) -> desk.clear(asked.holding(number), unit, reason)
                .flatMap(stored -> acted(asked, stored.state(), "已解除回避。")));
    }

    /** Signals only; every page fetches again what it may see. A unit hears of its own list and of no other. */
    @GetMapping(value = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ResponseBody
    Flux<ServerSentEvent<LiveSignals.Signal>> live() {
        return Mono.zip(viewers.current(), Cause.current())
                .flatMapMany(asking -> SignallingDispatches.heardBy(
                        asking.getT1(), asking.getT2().tenant(), signals.stream()));
    }

    private Mono<Asked> asked(DeskTab tab, String q) {
        return Person.current()
                .map(person ->
                        new Asked(viewers.of(person), person.is(Role.DISPATCHER), person.is(Role.SUPERVISOR), tab, q));
    }

    private <T> Mono<Sent<T>> sent(
            DeskTab tab, ServerWebExchange exchange, Function<MultiValueMap<String, String>, T> reading) {
        return Mono.zip(asked(tab, ""), exchange.getFormData().map(reading), Sent::new);
    }

    private Mono<Rendering> reasoned(
            DeskTab tab, ServerWebExchange exchange, BiFunction<Asked, String, Mono<Rendering>> act) {
        return sent(tab, exchange, form -> requests.reason(new ReasonRequest(form.getFirst("reason"))))
                .flatMap(sent -> act.apply(sent.by(), sent.what()));
    }

    private Mono<Rendering> next(Asked asked, Dispatch given) {
        String words = "已派给" + asked.page(given, clock).lead() + "。";
        return seen(asked).map(seen -> listing(
                        "acted",
                        asked,
                        seen,
                        seen.listed().stream().findFirst().map(Versioned::state).orElse(null))
                .modelAttribute("words", words)
                .build());
    }

    private Mono<Rendering> acted(Asked asked, Dispatch open, String words) {
        return seen(asked).map(seen -> listing("acted", asked, seen, open)
                .modelAttribute("words", words)
                .build());
    }

    private Mono<Optional<Dispatch>> opened(Asked asked, String number, List<Versioned<Dispatch>> listed) {
        return number.isEmpty()
                ? Mono.just(listed.stream().findFirst().map(Versioned::state))
                : found(asked, number).map(Optional::of);
    }

    private Mono<Dispatch> found(Asked asked, String number) {
        return dispatches
                .find(asked.viewer(), DispatchController.parsed(number))
                .map(Versioned::state)
                .switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)));
    }

    private Mono<Seen> seen(Asked asked) {
        return Mono.zip(
                tabs(asked),
                dispatches
                        .list(asked.viewer(), asked.tab().filter(asked.q()), 0, LISTED)
                        .collectList(),
                Seen::new);
    }

    private Rendering.Builder<?> listing(@Nullable String fragment, Asked asked, Seen seen, @Nullable Dispatch open) {
        Rendering.Builder<?> rendering = rendering(fragment, asked)
                .modelAttribute("tabs", seen.tabs())
                .modelAttribute("waiting", seen.tabs().get(0).count())
                .modelAttribute("open", open == null ? "" : open.number().value())
                .modelAttribute(
                        "rows",
                        seen.listed().stream()
                                .map(stored -> asked.page(stored.state(), clock))
                                .toList());
        return open == null
                ? rendering
                : rendering
                        .modelAttribute("ticket", asked.page(open, clock))
                        .modelAttribute("similar", similar(asked, open));
    }

    /** Closed tickets that read like this one, for whoever may read it; shown while it is to be dispatched. */
    private Mono<List<Precedent>> similar(Asked asked, Dispatch open) {
        TicketPage page = asked.page(open, clock);
        return page.withheld() || !page.toDispatch()
                ? Mono.just(List.of())
                : precedents.like(open.appeal().title(), open.appeal().content(), SIMILAR);
    }

    private Rendering.Builder<?> rendering(@Nullable String fragment, Asked asked) {
        return Rendering.view(fragment == null ? DESK : DESK + " :: " + fragment)
                .modelAttribute("tab", asked.tab())
                .modelAttribute("q", asked.q())
                .modelAttribute("mayDispatch", asked.mayDispatch())
                .modelAttribute("mayLift", asked.mayLift())
                .modelAttribute("units", choices.units())
                .modelAttribute("categories", choices.categories())
                .modelAttribute("urgencies", URGENCIES);
    }

    private Mono<List<TabView>> tabs(Asked asked) {
        return Flux.fromArray(DeskTab.values())
                .flatMapSequential(tab -> dispatches
                        .count(asked.viewer(), tab.filter(""))
                        .map(count -> new TabView(tab, count, tab == asked.tab())))
                .collectList();
    }

    /** A unit chosen without need does not matter where the return is not approved. */
    private static ReturnDecisionRequest decision(MultiValueMap<String, String> form) {
        boolean approved = "true".equals(form.getFirst("approved"));
        String unit = form.getFirst("unit");
        return new ReturnDecisionRequest(
                approved, approved && unit != null && !unit.isBlank() ? unit : null, form.getFirst("reason"));
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

    /** What is asked for: by whom, what they may do here, which tab, which words. */
    private record Asked(Viewer viewer, boolean mayDispatch, boolean mayLift, DeskTab tab, String q) {

        Holding holding(String number) {
            return DispatchController.holding(viewer, number, null);
        }

        TicketPage page(Dispatch dispatch, Clock clock) {
            return new TicketPage(dispatch, viewer, clock);
        }
    }

    /** What a form says, and who sent it. */
    private record Sent<T>(Asked by, T what) {

        Holding holding(String number) {
            return by.holding(number);
        }
    }

    /** What the desk shows beside the open ticket. */
    private record Seen(List<TabView> tabs, List<Versioned<Dispatch>> listed) {}

    /** One tab with how many tickets it holds. */
    record TabView(DeskTab tab, long count, boolean current) {}

    /** The tabs of the desk. */
    enum DeskTab {
        WAITING("待派单"),
        OBJECTED("退单审核"),
        DISPUTED("会商裁定"),
        EXTENDING("延期审批"),
        SUSPENDED("挂账"),
        IN_HAND("办理中"),
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
            return switch (this) {
                case WAITING -> all.in(PENDING_DISPATCH).by(DispatchFilter.Order.WAITING);
                case OBJECTED -> all.in(RETURN_REVIEW).by(DispatchFilter.Order.DUE);
                case EXTENDING -> all.asking(Turn.Asks.MORE_TIME).by(DispatchFilter.Order.DUE);
                case SUSPENDED -> all.in(DispatchStatus.SUSPENDED).by(DispatchFilter.Order.DUE);
                case IN_HAND -> all.in(IN_PROGRESS, SECOND_HANDLING).by(DispatchFilter.Order.DUE);
                case DISPUTED -> all.in(ARBITRATION).by(DispatchFilter.Order.DUE);
                case NOT_ACKNOWLEDGED -> all.in(DISPATCHED).by(DispatchFilter.Order.NEWEST);
            };
        }
    }
}
