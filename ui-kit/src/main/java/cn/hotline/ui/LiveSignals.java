package cn.hotline.ui;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Tells open pages that something changed; they fetch again what they show, so that rights are checked each time and
 * no caller's data travels. Losing a signal is harmless: after every gap the page fetches everything anew. As a bean it
 * ends its streams before the server stops, which would otherwise wait for them in vain.
 */
public final class LiveSignals implements SmartLifecycle {

    private static final Duration BEAT = Duration.ofSeconds(15);

    private final Sinks.Many<Signal> signals = Sinks.many().multicast().directBestEffort();
    private volatile Sinks.Empty<Void> end = Sinks.empty();
    private volatile boolean running;

    /** Tells it to all pages that listen now; a page too slow to take it misses it. */
    public void tell(Signal signal) {
        synchronized (signals) {
            signals.tryEmitNext(signal);
        }
    }

    /** For a {@code text/event-stream} endpoint: the signals, and a beat by which the page knows the line lives. */
    public Flux<ServerSentEvent<Signal>> stream() {
        Flux<ServerSentEvent<Signal>> beats = Flux.interval(Duration.ZERO, BEAT)
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<Signal>builder()
                        .event("beat")
                        .data(Signal.BEAT)
                        .build());
        Flux<ServerSentEvent<Signal>> told =
                signals.asFlux().map(signal -> ServerSentEvent.builder(signal).build());
        return Flux.merge(beats, told).takeUntilOther(end.asMono());
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        Sinks.Empty<Void> endOfAll = end;
        end = Sinks.empty();
        endOfAll.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /**
     * What changed.
     *
     * @param kind the word a page listens by: {@code live:ticket}
     * @param subject which one, such as a ticket number; empty when many
     * @param version its version after the change; 0 when it has none
     */
    public record Signal(String kind, String subject, long version) {
        public static final Signal BEAT = new Signal("beat", "", 0);
    }
}
