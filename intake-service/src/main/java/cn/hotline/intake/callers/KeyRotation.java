package cn.hotline.intake.callers;

import cn.hotline.access.Person;
import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditLog;
import cn.hotline.intake.callers.keys.KeyRing;
import cn.hotline.intake.callers.keys.KeysUnavailable;
import cn.hotline.intake.callers.model.Rotation;
import cn.hotline.intake.callers.model.Rotation.Batch;
import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * 更换密钥: brings new keys into force and puts every caller under them while the service goes on: data keys are wrapped
 * anew, numbers are found under new hashes. What was sealed with a data key stays as it is.
 */
public final class KeyRotation {

    private static final int AT_ONCE = 200;

    private final KeyRing ring;
    private final Rotations rotations;
    private final AuditLog audit;
    private final Duration settling;
    private final Clock clock;
    private final Sinks.Many<Boolean> asked = Sinks.many().multicast().onBackpressureBuffer(1, false);

    /**
     * @param settling how long after new keys somebody may still write under older ones: requests under way, and other
     *     processes that have yet to read the file
     */
    public KeyRotation(KeyRing ring, Rotations rotations, AuditLog audit, Duration settling, Clock clock) {
        this.ring = ring;
        this.rotations = rotations;
        this.audit = audit;
        this.settling = settling;
        this.clock = clock;
    }

    /**
     * Begins one; carries on with the one that has not ended. Keys that an operator has put into the file by hand are
     * taken as the new ones.
     */
    public Mono<Rotation> begin() {
        return Person.current()
                .flatMap(person -> latest().filter(rotation -> !rotation.isFinished())
                        .switchIfEmpty(Mono.defer(() -> begin(person))))
                .doOnNext(rotation -> asked.tryEmitNext(true));
    }

    /** The latest one; empty before the first. */
    public Mono<Rotation> latest() {
        return rotations.latest();
    }

    /** Emits whenever somebody asks for one here. */
    public Flux<Boolean> asked() {
        return asked.asFlux();
    }

    /** Carries on until all is done; nothing to do when none is going on. */
    public Mono<Void> carryOn() {
        return latest().filter(rotation -> !rotation.isFinished())
                .expand(rotation -> rotation.isFinished() ? Mono.empty() : step(rotation))
                .then();
    }

    private Mono<Rotation> begin(Person person) {
        return audit.record(new Act("ROTATE_KEYS", "", null))
                .then(Mono.defer(() -> ring.keys().holdsOlder() ? Mono.just(ring.keys()) : ring.renew()))
                .then(rotations.callers())
                .map(total -> Rotation.begun(person.account(), total, clock.instant()))
                .delayUntil(rotations::save);
    }

    private Mono<Rotation> step(Rotation rotation) {
        return rotations
                .renew(rotation.after(), AT_ONCE)
                .flatMap(batch -> after(batch, rotation.with(batch)))
                .delayUntil(rotations::save);
    }

    private Mono<Rotation> after(Batch batch, Rotation rotation) {
        if (batch.last() != null) {
            return Mono.just(rotation);
        }
        if (rotation.provesTheEnd(settling)) {
            return dropped().then(Mono.fromSupplier(() -> rotation.finished(clock.instant())));
        }
        return Mono.delay(rotation.renewedInRound() == 0 ? settling : Duration.ZERO)
                .map(later -> rotation.nextRound(clock.instant()));
    }

    /** Where only an operator may write the file, the older keys are theirs to take out. */
    private Mono<Void> dropped() {
        return ring.dropOlder().then().onErrorResume(KeysUnavailable.class, notOurs -> Mono.empty());
    }
}
