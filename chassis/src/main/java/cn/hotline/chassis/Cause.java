package cn.hotline.chassis;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Why something is being decided right now, and for whom: a command of a person, or an event of another service.
 *
 * <p>Travels in Reactor's context, set once at the edge. Whatever must not be forgotten hangs on it: the tenant that
 * every query and document carries, and the mark by which a document knows that it has met this cause before.
 *
 * @param tenant whose data this is about, such as {@code 630100}
 * @param actor who acts: an account, or the service whose event it is
 * @param position where the event stands in its stream; null for a command
 * @param commandKey what makes a repeated command the same command; null when the asker gave none
 * @param traceparent W3C trace context, handed on to every event that follows from this
 */
public record Cause(
        String tenant,
        String actor,
        @Nullable Position position,
        @Nullable String commandKey,
        String traceparent) {

    /** A command of an account. */
    public static Cause command(
            String tenant, String actor, @Nullable String commandKey, @Nullable String traceparent) {
        return new Cause(tenant, actor, null, commandKey, traceparent == null ? newTrace() : traceparent);
    }

    /** An event read from a stream. */
    public static Cause event(String tenant, String source, long sequence, @Nullable String traceparent) {
        return new Cause(
                tenant, source, new Position(source, sequence), null, traceparent == null ? newTrace() : traceparent);
    }

    /** The cause in force where this is subscribed; an error when the edge forgot to set one. */
    public static Mono<Cause> current() {
        return Mono.deferContextual(context -> context.hasKey(Cause.class)
                ? Mono.just(context.get(Cause.class))
                : Mono.error(new IllegalStateException("No cause in the context: the edge must set one")));
    }

    /** A context that carries this cause, for {@code contextWrite}. */
    public Context context() {
        return Context.of(Cause.class, this);
    }

    private static String newTrace() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1) + "-"
                + hex.toHexDigits(random.nextLong() | 1) + "-01";
    }

    /**
     * A place in a stream.
     *
     * @param source name of the stream, such as {@code /intake/ticket}
     * @param sequence counts the events of one subject in that stream, from 1 without gaps
     */
    public record Position(String source, long sequence) {}
}
