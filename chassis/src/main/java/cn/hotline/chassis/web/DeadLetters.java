package cn.hotline.chassis.web;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.kafka.ParkedEvents;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Dead letters (死信) of a service: how many events wait per topic, and driving them again. */
@RestController
@RequestMapping("/api/v1/dead-letters")
public final class DeadLetters {

    private final List<ParkedEvents.Edge> inlets;

    public DeadLetters(List<ParkedEvents.Edge> inlets) {
        this.inlets = inlets;
    }

    @GetMapping
    Flux<Waiting> list() {
        return Flux.fromIterable(inlets)
                .concatMap(inlet -> inlet.waiting().map(count -> new Waiting(inlet.topic(), count)));
    }

    @PostMapping("/{topic}/driven")
    Mono<Driven> driveAgain(@PathVariable String topic) {
        return Flux.fromIterable(inlets)
                .filter(inlet -> inlet.topic().equals(topic))
                .next()
                .switchIfEmpty(Mono.error(new Refused(General.NOT_FOUND)))
                .flatMap(ParkedEvents.Edge::driveAgain)
                .map(Driven::new);
    }

    record Waiting(String topic, long waiting) {}

    record Driven(long applied) {}
}
