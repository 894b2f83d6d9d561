package cn.hotline.chassis;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a decision comes to: the new state of an aggregate and the events that tell of it.
 *
 * @param <S> state of the aggregate
 * @param <E> family of events it tells
 */
public record Change<S, E>(S state, List<E> events) {

    public Change {
        events = List.copyOf(events);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // handed on to a method that is safe too
    public static <S, E> Change<S, E> of(S state, E... events) {
        return new Change<>(state, List.of(events));
    }

    /** The same with one event told before the others. */
    public Change<S, E> precededBy(E first) {
        return new Change<>(
                state, Stream.concat(Stream.of(first), events.stream()).toList());
    }
}
