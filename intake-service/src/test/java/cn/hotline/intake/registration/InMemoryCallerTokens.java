package cn.hotline.intake.registration;

import cn.hotline.intake.callers.CallerTokens;
import cn.hotline.intake.callers.model.PhoneNumber;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Caller tokens in a map: c-1, c-2 … in the order in which they first called. */
public final class InMemoryCallerTokens implements CallerTokens {

    private final Map<PhoneNumber, String> tokens = new ConcurrentHashMap<>();

    @Override
    public Mono<String> tokenOf(PhoneNumber phone) {
        return Mono.fromSupplier(() -> tokens.computeIfAbsent(phone, any -> "c-" + (tokens.size() + 1)));
    }

    @Override
    public Mono<String> find(PhoneNumber phone) {
        return Mono.fromSupplier(() -> tokens.get(phone));
    }
}
