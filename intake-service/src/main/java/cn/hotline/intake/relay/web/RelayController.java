package cn.hotline.intake.relay.web;

import cn.hotline.chassis.Refused;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.relay.RelayDesk;
import cn.hotline.intake.relay.model.Relay;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 中间号 over HTTP. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/relay-bindings")
public final class RelayController {

    private final RelayDesk desk;

    RelayController(RelayDesk desk) {
        this.desk = desk;
    }

    /** A number by which the signed-in person's unit reaches the caller. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<RelayView> bind(@PathVariable String number) {
        return desk.bind(parsed(number)).map(RelayView::of);
    }

    /** The numbers it was given, with what was called through them. */
    @GetMapping
    Mono<List<UsedView>> used(@PathVariable String number) {
        return desk.used(parsed(number))
                .map(all -> all.stream().map(UsedView::of).toList());
    }

    static TicketNumber parsed(String number) {
        Refused.unless(TicketNumber.looksLikeOne(number), RegistrationRefusal.UNKNOWN_TICKET);
        return new TicketNumber(number);
    }

    record RelayView(String relayNumber, Instant until) {

        static RelayView of(Relay relay) {
            return new RelayView(relay.number().value(), relay.until());
        }
    }

    record UsedView(String relayNumber, Instant until, List<CallView> calls) {

        static UsedView of(RelayDesk.Used used) {
            return new UsedView(
                    used.relay().number().value(),
                    used.relay().until(),
                    used.calls().stream()
                            .map(call -> new CallView(call.at(), call.seconds()))
                            .toList());
        }
    }

    record CallView(Instant at, long seconds) {}
}
