package cn.hotline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.ui.LiveSignals.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.ServerSentEvent;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class LiveSignalsTest {

    @Test
    void everyOpenPageHearsASignalAndABeatEachQuarterMinute() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        try {
            var signals = new LiveSignals();
            List<ServerSentEvent<Signal>> one = new ArrayList<>();
            List<ServerSentEvent<Signal>> other = new ArrayList<>();
            var first = signals.stream().subscribe(one::add);
            var second = signals.stream().subscribe(other::add);
            time.advanceTimeBy(Duration.ofSeconds(1));

            signals.tell(new Signal("ticket", "XN261122-000317", 2));
            first.dispose();
            time.advanceTimeBy(Duration.ofSeconds(15));

            assertThat(one).extracting(ServerSentEvent::event).containsExactly("beat", null);
            assertThat(other).extracting(ServerSentEvent::event).containsExactly("beat", null, "beat");
            assertThat(other.get(1).data()).isEqualTo(new Signal("ticket", "XN261122-000317", 2));
            second.dispose();
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void endsItsStreamsWhenTheServiceStopsAndLetsThemBeginAnew() {
        var signals = new LiveSignals();
        signals.start();
        var before = StepVerifier.create(signals.stream()).expectNextCount(1);
        before.then(signals::stop).expectComplete().verify(Duration.ofSeconds(5));
        signals.start();
        assertThat(signals.isRunning()).isTrue();
        StepVerifier.create(signals.stream()).expectNextCount(1).thenCancel().verify(Duration.ofSeconds(5));
    }

    @Test
    void aSignalNobodyListensToIsNoTrouble() {
        new LiveSignals().tell(new Signal("ticket", "", 0));
    }
}
