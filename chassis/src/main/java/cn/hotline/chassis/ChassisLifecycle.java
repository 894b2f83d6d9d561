package cn.hotline.chassis;

import cn.hotline.chassis.kafka.OutboxRelay;
import cn.hotline.chassis.mongo.Claims;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.chassis.web.IdempotencyKeys;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes indexes and starts the relay before anything is consumed or served, and stops the relay after both have
 * stopped.
 */
final class ChassisLifecycle implements SmartLifecycle {

    private final DocumentStore<?> store;
    private final OutboxRelay relay;
    private final Claims claims;
    private @Nullable Disposable forgetting;

    ChassisLifecycle(DocumentStore<?> store, OutboxRelay relay, Claims claims) {
        this.store = store;
        this.relay = relay;
        this.claims = claims;
    }

    /** Before consumers and the web server, which have the highest phases. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Blocks on purpose: nothing may be served before its index is there. */
    @Override
    public void start() {
        store.createIndexes().block(Duration.ofMinutes(10));
        relay.start(store.telling());
        forgetting = Flux.interval(Duration.ofMinutes(1), Duration.ofHours(1))
                .onBackpressureDrop()
                .concatMap(tick -> claims.forget(IdempotencyKeys.KEPT).onErrorResume(e -> Mono.empty()))
                .subscribe();
    }

    @Override
    public void stop() {
        if (forgetting != null) {
            forgetting.dispose();
            forgetting = null;
        }
        relay.close();
    }

    @Override
    public boolean isRunning() {
        return forgetting != null;
    }
}
