package cn.hotline.evaluation.store;

import java.util.Arrays;

/**
 * One entry of an index: the document's values under the index, then the document's key, in one array.
 *
 * @param split where the key begins
 */
record IndexEntry(byte[] bytes, int split) implements Comparable<IndexEntry> {

    static IndexEntry of(byte[] values, Key key) {
        byte[] bytes = Arrays.copyOf(values, values.length + key.bytes().length);
        System.arraycopy(key.bytes(), 0, bytes, values.length, key.bytes().length);
        return new IndexEntry(bytes, values.length);
    }

    /** Not an entry, but a place between entries. */
    static IndexEntry bound(byte[] bytes) {
        return new IndexEntry(bytes, bytes.length);
    }

    Key key() {
        return new Key(Arrays.copyOfRange(bytes, split, bytes.length));
    }

    @Override
    public int compareTo(IndexEntry other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexEntry entry && Arrays.equals(bytes, entry.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
