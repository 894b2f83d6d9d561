package cn.hotline.chassis;

import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Load, decide, save: the one way state changes. State and the events that tell of it are saved together, in one
 * write; whoever loses a race decides again on the newer state.
 *
 * <p>Every operation happens for the {@link Cause} in Reactor's context. A cause that a document has met before (an
 * event delivered twice, a command sent again with the same key) changes nothing and answers the state as it is. A
 * refusal of a command comes out as {@link Refused}; an event cannot be refused, so a refusal on its behalf is kept in
 * the document as a contradiction and counted.
 *
 * @param <S> state of one aggregate
 * @param <E> family of events it tells
 */
public interface Aggregates<S, E> {

    /** The state as it is; empty when there is none for this tenant. */
    Mono<Versioned<S>> find(String id);

    /** Saves a new aggregate. When the id is taken, answers the one that is there. */
    Mono<Opened<S>> open(String id, Change<S, E> change);

    /**
     * Changes an aggregate. When there is none, a command is refused as absent, and an event finds nothing to do
     * (empty): it speaks of something this service does not hold.
     */
    Mono<Versioned<S>> change(String id, Function<S, Change<S, E>> decision);

    /** Like {@link #change}, only if the document still has that version; else refused as changed meanwhile. */
    Mono<Versioned<S>> change(String id, long version, Function<S, Change<S, E>> decision);

    /** Like {@link #change}, beginning from a blank state when there is none yet. */
    Mono<Versioned<S>> changeOrOpen(String id, S blank, Function<S, Change<S, E>> decision);

    /**
     * What {@link #open} came to.
     *
     * @param opened false when the id was taken already
     */
    record Opened<S>(Versioned<S> stored, boolean opened) {}

    /**
     * A stored state with the version of its document, for views and for conditional writes.
     *
     * @param version counts the writes of the document, from 1
     */
    record Versioned<S>(S state, long version) {}
}
