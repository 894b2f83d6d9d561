package cn.hotline.chassis.testing.breach.desk;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Breaks: nobody blocks. */
public final class Waiting {

    @Nullable
    Object waits() {
        return Mono.just(1).block();
    }
}
