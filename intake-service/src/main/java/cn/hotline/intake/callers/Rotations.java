package cn.hotline.intake.callers;

import cn.hotline.intake.callers.model.Rotation;
import cn.hotline.intake.callers.model.Rotation.Batch;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** 更换密钥 of all callers of all tenants: the work, and how far it has come. */
public interface Rotations {

    /** The latest one; empty before the first. */
    Mono<Rotation> latest();

    Mono<Void> save(Rotation rotation);

    /** How many callers there are, about. */
    Mono<Long> callers();

    /** Puts the next callers under the keys in force. Whoever is already stays as they are. */
    Mono<Batch> renew(@Nullable String after, int most);
}
