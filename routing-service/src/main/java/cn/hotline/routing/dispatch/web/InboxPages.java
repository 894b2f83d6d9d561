package cn.hotline.routing.dispatch.web;

import cn.hotline.routing.dispatch.Batch;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.UnitDesk;
import cn.hotline.routing.dispatch.web.BatchRequests.NumbersRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * 承办收件箱: what the unit of whoever is signed in leads, and where it helps; and what takes no form ({@link InboxActPages}
 * take the forms). Every address bears the tab and how its list is narrowed and sorted.
 */
@Controller
@RequestMapping("/inbox")
public final class InboxPages {

    private final InboxScreen screen;
    private final UnitDesk desk;

    InboxPages(InboxScreen screen, UnitDesk desk) {
        this.screen = screen;
        this.desk = desk;
    }

    /** The inbox with one ticket open. */
    @GetMapping
    Mono<Rendering> inbox(
            @RequestParam(defaultValue = "TO_ACKNOWLEDGE") InboxTab tab,
            @RequestParam(defaultValue = "") String number,
            ServerWebExchange exchange) {
        return screen.whole(tab, exchange, number);
    }

    /** The ticket alone. */
    @GetMapping("/{number}")
    Mono<Rendering> ticket(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return screen.ticket(tab, exchange, number);
    }

    /** Tabs and the notice of new tickets. */
    @GetMapping("/news")
    Mono<Rendering> news(@RequestParam InboxTab tab, @RequestParam long since, ServerWebExchange exchange) {
        return screen.news(tab, exchange, since);
    }

    /** 批量签收. */
    @PostMapping("/acknowledgements")
    Mono<Rendering> acknowledgeAll(@RequestParam InboxTab tab, ServerWebExchange exchange) {
        return screen.sent(tab, exchange, form -> BatchRequests.numbers(new NumbersRequest(form.get("numbers"))))
                .flatMap(sent -> Batch.of(
                                sent.what(),
                                number -> number,
                                number -> desk.acknowledge(new Holding(sent.by().viewer(), number, null)))
                        .flatMap(outcomes -> screen.acted(sent.by(), outcomes, "已签收")));
    }

    @PostMapping("/{number}/acknowledge")
    Mono<Rendering> acknowledge(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return screen.asked(tab, exchange).flatMap(asked -> desk.acknowledge(asked.holding(number))
                .flatMap(stored -> screen.acted(asked, stored, "已签收。")));
    }

    @PostMapping("/{number}/claim")
    Mono<Rendering> claim(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return screen.asked(tab, exchange).flatMap(asked -> desk.claim(asked.holding(number))
                .flatMap(stored -> screen.acted(asked, stored, "已认领，由您经办。")));
    }

    @PostMapping("/{number}/release")
    Mono<Rendering> release(@PathVariable String number, @RequestParam InboxTab tab, ServerWebExchange exchange) {
        return screen.asked(tab, exchange).flatMap(asked -> desk.release(asked.holding(number))
                .flatMap(stored -> screen.acted(asked, stored, "已放回待领取。")));
    }
}
