package cn.hotline.routing.version.model;

import java.time.Instant;

/**
 * 版本: something as it was published, whole. Never changed; a later one takes its place.
 *
 * @param <V> itself
 */
public interface Version<V extends Version<V>> {

    /** 1 for the first, then one more each time; what decisions are marked with. */
    long number();

    Editor by();

    Instant at();

    /** Why it was published, in the words of who did. */
    String reason();

    /** Whether the other says the same, by the same person for the same reason: one publication sent twice. */
    boolean isAlso(V other);

    /** What its decisions are marked with. */
    default String name() {
        return Long.toString(number());
    }
}
