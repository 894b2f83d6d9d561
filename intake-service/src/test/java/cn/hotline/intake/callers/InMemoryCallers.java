package cn.hotline.intake.callers;

import cn.hotline.intake.callers.model.PhoneNumber;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Callers in a map: c-1, c-2 … in the order in which they first called. */
public final class InMemoryCallers implements Callers {

    private final Map<PhoneNumber, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, KnownCaller> callers = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    @Override
    public Mono<KnownCaller> known(PhoneNumber phone) {
        return Mono.fromSupplier(() -> callers.get(tokens.computeIfAbsent(phone, this::madeKnown)));
    }

    @Override
    public Mono<KnownCaller> unnumbered() {
        return Mono.fromSupplier(() -> callers.get(madeKnown(null)));
    }

    @Override
    public Mono<String> find(PhoneNumber phone) {
        return Mono.fromSupplier(() -> tokens.get(phone));
    }

    @Override
    public Mono<KnownCaller> of(String token) {
        return Mono.fromSupplier(() -> callers.get(token));
    }

    @Override
    public Mono<Boolean> forget(String token) {
        tokens.values().remove(token);
        return Mono.just(callers.remove(token) != null);
    }

    /** How many are known. */
    public int size() {
        return callers.size();
    }

    private String madeKnown(@Nullable PhoneNumber phone) {
        String token = "c-" + last.incrementAndGet();
        callers.put(token, new KnownCaller(token, new NamedSeal(token), phone));
        return token;
    }
}
