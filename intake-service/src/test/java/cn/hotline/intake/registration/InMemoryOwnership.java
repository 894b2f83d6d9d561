package cn.hotline.intake.registration;

import cn.hotline.chassis.Cause;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Ownership in a map. */
public final class InMemoryOwnership implements Ownership {

    private final Map<String, String> owners = new ConcurrentHashMap<>();

    @Override
    public Mono<String> ofMessage(String channel, String externalId, String proposed) {
        return Mono.fromSupplier(() -> first(channel + " " + externalId, proposed));
    }

    @Override
    public Mono<String> ofCommand(String proposed) {
        return Mono.deferContextual(context -> Mono.justOrEmpty(context.<Cause>getOrEmpty(Cause.class))
                .mapNotNull(Cause::commandKey)
                .map(key -> first(key, proposed))
                .defaultIfEmpty(proposed));
    }

    private String first(String thing, String proposed) {
        return owners.computeIfAbsent(thing, any -> proposed);
    }
}
