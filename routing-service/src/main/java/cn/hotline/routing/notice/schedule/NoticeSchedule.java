package cn.hotline.routing.notice.schedule;

import cn.hotline.chassis.Cause;
import cn.hotline.routing.notice.NoticePost;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands notices on every five seconds: an emergency has no time to lose. */
public final class NoticeSchedule implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(NoticeSchedule.class);

    private final NoticePost post;
    private final String tenant;
    private @Nullable Disposable going;

    public NoticeSchedule(NoticePost post, String tenant) {
        this.post = post;
        this.tenant = tenant;
    }

    @Override
    public void start() {
        going = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(
                        tick -> post.handOn()
                                .contextWrite(Cause.command(tenant, "routing", null, null)
                                        .context())
                                .onErrorResume(NoticeSchedule::later),
                        1)
                .subscribe();
    }

    @Override
    public void stop() {
        if (going != null) {
            going.dispose();
            going = null;
        }
    }

    @Override
    public boolean isRunning() {
        return going != null;
    }

    private static Mono<Long> later(Throwable failure) {
        LOG.warn("Notices could not be looked for and are again within {}: {}", EVERY, failure.toString());
        return Mono.empty();
    }
}
