package cn.hotline.evaluation.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a document is: its {@code _id} as bytes that compare (unsigned) as the ids do.
 *
 * <p>Equal exactly when the ids are equal to MongoDB: 1, 1L and 1.0 are one key.
 */
final class Key implements Comparable<Key> {

    private final byte[] bytes;

    Key(byte[] bytes) {
        this.bytes = bytes;
    }

    static Key of(@Nullable Object id) {
        return new Key(new KeyWriter().ascending(id).toBytes());
    }

    static Key of(Document document, String idField) {
        return of(document.get(idField));
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
