package cn.hotline.chassis.event;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * What a service does about each event of a family: a complete table. Every permitted record is handled or explicitly
 * ignored; a table with a hole cannot be built, so an event nobody thought of stops the start and not a ticket.
 *
 * <p>Immutable, thread-safe.
 */
public final class EventHandlers<E> {

    private final Map<Class<?>, Function<E, Mono<Void>>> handlers;

    private EventHandlers(Map<Class<?>, Function<E, Mono<Void>>> handlers) {
        this.handlers = Map.copyOf(handlers);
    }

    public static <E> Builder<E> of(Class<E> family) {
        return new Builder<>(family);
    }

    /** The same table, and after whatever it says that too, for each event. */
    public EventHandlers<E> then(Function<E, Mono<Void>> afterwards) {
        Map<Class<?>, Function<E, Mono<Void>>> both = new HashMap<>();
        handlers.forEach(
                (event, handler) -> both.put(event, e -> handler.apply(e).then(Mono.defer(() -> afterwards.apply(e)))));
        return new EventHandlers<>(both);
    }

    /** Does what the table says; completes when it is done. */
    public Mono<Void> handle(E event) {
        return Mono.defer(() -> handlers.get(event.getClass()).apply(event));
    }

    /** A table that does what both say, this one first; for two features that hear the same publisher. */
    public EventHandlers<E> and(EventHandlers<E> other) {
        Map<Class<?>, Function<E, Mono<Void>>> both = new HashMap<>();
        handlers.forEach(
                (event, handler) -> both.put(event, e -> handler.apply(e).then(Mono.defer(() -> other.handle(e)))));
        return new EventHandlers<>(both);
    }

    /** Collects the table. */
    public static final class Builder<E> {

        private final Class<E> family;
        private final Map<Class<?>, Function<E, Mono<Void>>> handlers = new HashMap<>();

        private Builder(Class<E> family) {
            this.family = family;
        }

        public <T extends E> Builder<E> on(Class<T> event, Function<T, ? extends Publisher<?>> handler) {
            return put(event, e -> Mono.when(handler.apply(event.cast(e))));
        }

        public Builder<E> ignore(Class<? extends E> event) {
            return put(event, e -> Mono.empty());
        }

        /** @throws IllegalStateException when an event of the family is neither handled nor ignored */
        public EventHandlers<E> build() {
            List<String> forgotten = Arrays.stream(family.getPermittedSubclasses())
                    .filter(event -> !handlers.containsKey(event))
                    .map(Class::getSimpleName)
                    .toList();
            if (!forgotten.isEmpty()) {
                throw new IllegalStateException("Neither handled nor ignored: " + String.join(", ", forgotten));
            }
            return new EventHandlers<>(handlers);
        }

        private Builder<E> put(Class<?> event, Function<E, Mono<Void>> handler) {
            if (handlers.putIfAbsent(event, handler) != null) {
                throw new IllegalStateException(event.getSimpleName() + " is in the table twice");
            }
            return this;
        }
    }
}
