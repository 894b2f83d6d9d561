package cn.hotline.routing.version;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.version.model.Editor;
import cn.hotline.routing.version.model.Version;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What may be asked of something that is published in versions. One of them is in force, for the one tenant of this process. */
public final class VersionDesk<V extends Version<V>> {

    private static final int HISTORY = 100;

    private final Versions<V> versions;
    private final InForce<V> inForce;
    private final int known;
    private final String tenant;

    /**
     * @param known how many of the newest this process must know beside the one in force; 0 for none
     * @param tenant whose version is in force here
     */
    public VersionDesk(Versions<V> versions, InForce<V> inForce, int known, String tenant) {
        this.versions = versions;
        this.inForce = inForce;
        this.known = known;
        this.tenant = tenant;
    }

    /** Puts the newest version into force, and makes the first one where there is none. To be done before anything is decided. */
    public Mono<Void> begin(Supplier<V> first) {
        return versions.newerThan(0)
                .switchIfEmpty(Mono.defer(() -> versions.publish(first.get()).then(versions.newerThan(0))))
                .flatMap(this::taken)
                .contextWrite(itself().context());
    }

    /** Publishes what the service itself brings; another replica may bring the same, and be first. */
    public Mono<Void> bring(V next) {
        return versions.publish(next).then(refresh()).contextWrite(itself().context());
    }

    /** Takes up what another replica has published. */
    public Mono<Void> refresh() {
        return Mono.defer(() -> versions.newerThan(current().number()))
                .flatMap(this::taken)
                .contextWrite(itself().context());
    }

    /** The version in force. */
    public V current() {
        return inForce.version();
    }

    /** Refused when there is none of that number. */
    public Mono<V> version(long number) {
        return ours(versions.version(number)).switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)));
    }

    /** The newest first, at most {@value #HISTORY}. */
    public Flux<V> history() {
        return ours(versions.history(HISTORY).collectList()).flatMapIterable(all -> all);
    }

    /** Puts the next one into force. @param taken what somebody hears whose number another was faster to take */
    public Mono<V> publish(V next, Refusal taken) {
        return ours(versions.publish(next)).map(kept -> {
            Refused.unless(kept, taken);
            inForce.take(next);
            return next;
        });
    }

    /** Of another tenant there is nothing here: what they publish would be in force nowhere. */
    public <T> Mono<T> ours(Mono<T> asked) {
        return Cause.current()
                .flatMap(cause ->
                        cause.tenant().equals(tenant) ? asked : Mono.error(() -> new Refused(General.NOT_FOUND)));
    }

    private Mono<Void> taken(V newest) {
        return (known == 0 ? Flux.just(newest) : versions.history(known))
                .doOnNext(inForce::take)
                .then();
    }

    private Cause itself() {
        return Cause.command(tenant, Editor.SERVICE.account(), null, null);
    }
}
