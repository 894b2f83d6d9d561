package cn.hotline.chassis.testing;

import cn.hotline.chassis.Aggregates;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Aggregates in a map, with the semantics of the stored ones, for use case tests: what was told is kept in order, and
 * a cause met before changes nothing. Without a cause in the context everything is a command of tenant 630100.
 */
public final class InMemoryAggregates<S, E> implements Aggregates<S, E> {

    private final Map<String, Versioned<S>> states = new LinkedHashMap<>();
    private final Set<String> met = new HashSet<>();
    private final List<E> told = new ArrayList<>();
    private final List<Refused> contradictions = new ArrayList<>();

    /** Everything told so far, oldest first. */
    public List<E> told() {
        return List.copyOf(told);
    }

    public List<Refused> contradictions() {
        return List.copyOf(contradictions);
    }

    /** All states, oldest first. */
    public List<S> all() {
        return states.values().stream().map(Versioned::state).toList();
    }

    @Override
    public synchronized Mono<Versioned<S>> find(String id) {
        return Mono.fromSupplier(() -> states.get(id));
    }

    @Override
    public Mono<Opened<S>> open(String id, Change<S, E> change) {
        return cause().map(cause -> states.containsKey(id)
                ? new Opened<>(states.get(id), false)
                : new Opened<>(save(cause, id, change), true));
    }

    @Override
    public Mono<Versioned<S>> change(String id, Function<S, Change<S, E>> decision) {
        return cause().flatMap(cause -> states.containsKey(id)
                ? Mono.just(decide(cause, id, states.get(id).state(), decision))
                : cause.position() == null ? Mono.error(new Refused(General.NOT_FOUND)) : Mono.empty());
    }

    @Override
    public Mono<Versioned<S>> change(String id, long version, Function<S, Change<S, E>> decision) {
        return find(id).filter(stored -> stored.version() != version)
                .<Versioned<S>>flatMap(stored -> Mono.error(new Refused(General.VERSION_CONFLICT)))
                .switchIfEmpty(Mono.defer(() -> change(id, decision)));
    }

    @Override
    public Mono<Versioned<S>> changeOrOpen(String id, S blank, Function<S, Change<S, E>> decision) {
        return cause().map(cause ->
                decide(cause, id, states.containsKey(id) ? states.get(id).state() : blank, decision));
    }

    private Versioned<S> decide(Cause cause, String id, S state, Function<S, Change<S, E>> decision) {
        if (hasMet(cause, id)) {
            return states.get(id);
        }
        try {
            return save(cause, id, decision.apply(state));
        } catch (Refused refused) {
            if (cause.position() == null) {
                throw refused;
            }
            contradictions.add(refused);
            return save(cause, id, new Change<>(state, List.of()));
        }
    }

    private Versioned<S> save(Cause cause, String id, Change<S, E> change) {
        long version = states.containsKey(id) ? states.get(id).version() + 1 : 1;
        Versioned<S> saved = new Versioned<>(change.state(), version);
        states.put(id, saved);
        told.addAll(change.events());
        if (cause.position() != null) {
            met.add(id + cause.position());
        }
        if (cause.commandKey() != null) {
            met.add(id + cause.commandKey());
        }
        return saved;
    }

    private boolean hasMet(Cause cause, String id) {
        return cause.position() != null && met.contains(id + cause.position())
                || cause.commandKey() != null && met.contains(id + cause.commandKey());
    }

    private static Mono<Cause> cause() {
        return Mono.deferContextual(
                context -> Mono.just(context.getOrDefault(Cause.class, Cause.command("630100", "test", null, null))));
    }
}
