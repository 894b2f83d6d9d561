package cn.hotline.intake.reveal.web;

import cn.hotline.intake.reveal.RevealDesk;
import cn.hotline.intake.reveal.web.RevealController.ReasonRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** 查看来电人 as a part of the ticket's page: there for some minutes, under the viewer's name. */
@Controller
final class RevealPage {

    private final RevealDesk desk;

    RevealPage(RevealDesk desk) {
        this.desk = desk;
    }

    /** A form may be empty: units mostly need give no reason. */
    @PostMapping("/tickets/{number}/reveals")
    Mono<Rendering> reveal(@PathVariable String number, ServerWebExchange exchange) {
        return exchange.getFormData()
                .mapNotNull(form -> form.getFirst("reason"))
                .defaultIfEmpty("")
                .flatMap(reason -> desk.reveal(RevealController.parsed(number), new ReasonRequest(reason).optional()))
                .map(shown -> Rendering.view("pages/intake/reveal")
                        .modelAttribute("shown", shown)
                        .build());
    }
}
