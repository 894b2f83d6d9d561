package cn.hotline.routing.dispatch.web;

import cn.hotline.access.audit.AsksOnly;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.Writers;
import cn.hotline.routing.dispatch.Writers.What;
import cn.hotline.routing.dispatch.Writers.Writer;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.ui.LiveSignals;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What others do to a ticket while somebody has it open: who writes, and what has changed meanwhile. */
@Controller
@RequestMapping("/beside/{number}")
public final class BesidePages {

    private final Dispatches dispatches;
    private final Writers writers;
    private final Viewers viewers;
    private final LiveSignals signals;
    private final Clock clock;

    BesidePages(Dispatches dispatches, Writers writers, Viewers viewers, LiveSignals signals, Clock clock) {
        this.dispatches = dispatches;
        this.writers = writers;
        this.viewers = viewers;
        this.signals = signals;
        this.clock = clock;
    }

    /** Who else writes. */
    @GetMapping("/writers")
    Mono<Rendering> writers(@PathVariable String number) {
        return looking(number).map(looking -> Rendering.view("pages/routing/beside :: writers")
                .modelAttribute("number", number)
                .modelAttribute("writers", others(looking))
                .build());
    }

    /** Whoever asks goes on writing. */
    @AsksOnly
    @PostMapping("/writing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> writes(@PathVariable String number, @RequestParam What what) {
        return told(number, (looking, staff) -> writers.writes(looking.tenant(), looking.number(), staff, what));
    }

    /** Whoever asks has stopped. */
    @AsksOnly
    @DeleteMapping("/writing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> stops(@PathVariable String number) {
        return told(number, (looking, staff) -> writers.stops(looking.tenant(), looking.number(), staff));
    }

    /**
     * What has changed, for somebody who has typed meanwhile.
     *
     * @param since milliseconds of the last step they have seen
     */
    @GetMapping("/changes")
    Mono<Rendering> changes(@PathVariable String number, @RequestParam long since) {
        return looking(number).map(looking -> Rendering.view("pages/routing/beside :: changes")
                .modelAttribute("ticket", new TicketPage(looking.stored(), looking.viewer(), clock))
                .modelAttribute(
                        "entries", new TicketCourse(looking.stored().state(), clock).after(Instant.ofEpochMilli(since)))
                .build());
    }

    private Mono<Void> told(String number, BiPredicate<Looking, Staff> news) {
        return looking(number)
                .filter(looking -> news.test(looking, looking.viewer().person()))
                .doOnNext(looking -> SignallingDispatches.writing(
                                looking.tenant(), looking.stored().state())
                        .forEach(signals::tell))
                .then();
    }

    private Mono<Looking> looking(String number) {
        TicketNumber parsed = DispatchController.parsed(number);
        return Mono.zip(viewers.current(), Cause.current())
                .flatMap(asking -> dispatches
                        .find(asking.getT1(), parsed)
                        .map(stored ->
                                new Looking(asking.getT1(), asking.getT2().tenant(), stored)))
                .switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)));
    }

    private List<String> others(Looking looking) {
        return writers
                .beside(looking.tenant(), looking.number(), looking.viewer().person())
                .stream()
                .map(Writer::words)
                .toList();
    }

    /** A ticket, and who has it open. */
    private record Looking(Viewer viewer, String tenant, Versioned<Dispatch> stored) {

        TicketNumber number() {
            return stored.state().number();
        }
    }
}
