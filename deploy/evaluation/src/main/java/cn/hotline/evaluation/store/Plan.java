package cn.hotline.evaluation.store;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A way to the documents a filter may match.
 *
 * @param keys where they may be: at least all that match
 * @param sorted whether they come in the order wanted
 * @param exact whether all of them match, so that counting them needs no look at them
 */
record Plan(Supplier<Iterator<Key>> keys, boolean sorted, boolean exact) {

    /** Each key once: a document may stand in several places of an index. */
    Stream<Key> distinctKeys() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(keys.get(), Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .distinct();
    }
}
