package cn.hotline.intake.relay.web;

import cn.hotline.chassis.Refused;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.relay.RelayDesk;
import cn.hotline.intake.relay.RelayDesk.Used;
import cn.hotline.intake.relay.model.Relay;
import cn.hotline.intake.relay.model.RelayRefusal;
import cn.hotline.intake.reveal.RevealDesk;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/**
 * 来电人, as the unit that holds the ticket reaches them: masked, by a relay number, with what may be shown beyond that. A
 * part of a page of another service, which thereby never holds any of it.
 */
@Controller
@RequestMapping("/tickets/{number}")
public final class CallerPage {

    private final RelayDesk relays;
    private final RevealDesk reveals;
    private final Clock clock;

    CallerPage(RelayDesk relays, RevealDesk reveals, Clock clock) {
        this.relays = relays;
        this.reveals = reveals;
        this.clock = clock;
    }

    @GetMapping("/caller")
    Mono<Rendering> caller(@PathVariable String number) {
        return shown(RelayController.parsed(number));
    }

    /** A relay number, and the same part with it. */
    @PostMapping("/relay-bindings")
    Mono<Rendering> bind(@PathVariable String number) {
        TicketNumber parsed = RelayController.parsed(number);
        return relays.bind(parsed).then(shown(parsed));
    }

    private Mono<Rendering> shown(TicketNumber number) {
        return relays.held(number).flatMap(ticket -> relays.used(number)
                .map(Optional::of)
                .onErrorResume(CallerPage::exchangeIsDown, down -> Mono.just(Optional.empty()))
                .map(used -> rendering(ticket, used)));
    }

    /** @param used empty where the exchange does not answer: what was called before is with it */
    private Rendering rendering(Ticket ticket, Optional<List<Used>> used) {
        List<Used> all = used.orElse(List.of());
        return Rendering.view("pages/intake/caller")
                .modelAttribute("number", ticket.number().value())
                .modelAttribute("caller", ticket.registration().caller())
                .modelAttribute("confidential", ticket.isConfidential())
                .modelAttribute("reachable", used.isPresent())
                .modelAttribute(
                        "relay",
                        all.stream().map(Used::relay).filter(this::isGood).findFirst())
                .modelAttribute(
                        "calls",
                        all.stream().flatMap(one -> one.calls().stream()).toList())
                .modelAttribute("offer", reveals.offer(ticket))
                .build();
    }

    private boolean isGood(Relay relay) {
        return relay.isGoodAt(clock.instant());
    }

    private static boolean exchangeIsDown(Throwable error) {
        return error instanceof Refused refused && refused.reason() == RelayRefusal.RELAY_UNAVAILABLE;
    }
}
