package cn.hotline.routing.dispatch.web;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.REASON_TO_GIVE_ELSEWHERE;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.dispatch.Batch;
import cn.hotline.routing.dispatch.DispatchDesk;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.web.BatchRequests.Proposed;
import cn.hotline.routing.dispatch.web.BatchRequests.ProposedRequest;
import cn.hotline.routing.dispatch.web.BatchRequests.ProposedTicket;
import cn.hotline.routing.dispatch.web.DispatchRequests.DispatchRequest;
import cn.hotline.ui.LiveSignals;
import java.util.List;
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

/**
 * 派单台: tickets no rule could dispatch, emergencies first; and those on which the hotline has to decide something
 * ({@link DeskDecisionPages}).
 */
@Controller
public final class DeskPages {

    private final DeskScreen screen;
    private final DispatchDesk desk;
    private final DispatchRequests requests;
    private final Viewers viewers;
    private final LiveSignals signals;

    DeskPages(DeskScreen screen, DispatchDesk desk, DispatchRequests requests, Viewers viewers, LiveSignals signals) {
        this.screen = screen;
        this.desk = desk;
        this.requests = requests;
        this.viewers = viewers;
        this.signals = signals;
    }

    @GetMapping("/desk")
    Mono<Rendering> desk(
            @RequestParam(defaultValue = "WAITING") DeskTab tab,
            @RequestParam(defaultValue = "") String number,
            ServerWebExchange exchange) {
        return screen.whole(tab, exchange, number);
    }

    /** The ticket alone. */
    @GetMapping("/desk/{number}")
    Mono<Rendering> ticket(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return screen.ticket(tab, exchange, number);
    }

    /** Tabs and list; fetched when something has changed. */
    @GetMapping("/desk/list")
    Mono<Rendering> list(
            @RequestParam DeskTab tab, @RequestParam(defaultValue = "") String number, ServerWebExchange exchange) {
        return screen.list(tab, exchange, number);
    }

    /** 批量派单, each to the unit that its row showed as proposed. */
    @PostMapping("/desk/proposed-dispatches")
    Mono<Rendering> dispatchAll(@RequestParam DeskTab tab, ServerWebExchange exchange) {
        return screen.sent(tab, exchange, DeskPages::proposed).flatMap(sent -> Batch.of(
                        sent.what(),
                        Proposed::number,
                        one -> desk.dispatchAsProposed(new Holding(sent.by().viewer(), one.number(), null), one.unit()))
                .flatMap(outcomes -> screen.acted(sent.by(), outcomes, "已按建议派单")));
    }

    /** Dispatches, and answers with the next ticket that waits. */
    @PostMapping("/desk/{number}/dispatch")
    Mono<Rendering> dispatch(@PathVariable String number, @RequestParam DeskTab tab, ServerWebExchange exchange) {
        return screen.sent(tab, exchange, form -> requests.choice(request(form)))
                .flatMap(sent -> desk.dispatch(sent.holding(number), sent.what())
                        .flatMap(stored -> screen.next(sent.by(), stored.state())));
    }

    /** Signals only; every page fetches again what it may see. A unit hears of its own list and of no other. */
    @GetMapping(value = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ResponseBody
    Flux<ServerSentEvent<LiveSignals.Signal>> live() {
        return Mono.zip(viewers.current(), Cause.current())
                .flatMapMany(asking -> SignallingDispatches.heardBy(
                        asking.getT1(), asking.getT2().tenant(), signals.stream()));
    }

    /**
     * The button of a candidate names the unit itself; else it is the one chosen from the list. Whoever takes a ticket from a
     * unit says why; a program may leave it out.
     */
    private static DispatchRequest request(MultiValueMap<String, String> form) {
        String reason = form.getFirst("reason");
        if (form.containsKey("elsewhere") && (reason == null || reason.isBlank())) {
            throw new Refused(REASON_TO_GIVE_ELSEWHERE, List.of(new FieldError("reason", "请写明改派理由")));
        }
        String candidate = form.getFirst("candidate");
        String unit = candidate == null ? form.getFirst("unit") : candidate;
        List<String> coUnits = form.getOrDefault("coUnits", List.of());
        return new DispatchRequest(
                unit,
                coUnits.stream().filter(code -> !code.equals(unit)).toList(),
                form.getFirst("category"),
                form.getFirst("urgency"),
                reason);
    }

    /** A row's box says number and unit: XN261123-000201 630104. */
    private static List<Proposed> proposed(MultiValueMap<String, String> form) {
        return BatchRequests.proposed(new ProposedRequest(form.getOrDefault("tickets", List.of()).stream()
                .map(chosen -> chosen.split(" ", 2))
                .map(chosen -> new ProposedTicket(chosen[0], chosen.length == 2 ? chosen[1] : ""))
                .toList()));
    }
}
