package cn.hotline.routing.training;

import cn.hotline.routing.training.model.InUse;
import cn.hotline.routing.training.model.ModelVersion;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Versions of the model of the tenant in force, and which of them is in use. */
public interface Models {

    /**
     * Keeps a version: its bytes first, so that nobody ever finds a version without them.
     *
     * @return false when another version has its number
     */
    Mono<Boolean> keep(ModelVersion version, byte[] bytes);

    /** Empty when there is none of that number. */
    Mono<ModelVersion> version(long number);

    /** The newest first. */
    Flux<ModelVersion> history(int limit);

    /** Of a version; fewer than its size when they are not kept any more. */
    Mono<byte[]> bytes(ModelVersion version);

    /** Removes the bytes of a version; that it was there stays known. */
    Mono<Void> forget(ModelVersion version);

    Mono<InUse> inUse();

    Mono<InUse> use(InUse next);
}
