package cn.hotline.access.audit.model;

/**
 * A place in a chain: once its record of that sequence had that hash.
 *
 * @param sequence from 1; 0 stands for the beginning, before any record
 * @param hash 64 hexadecimal digits; at the beginning, what the first record is linked to
 */
public record Anchor(String chain, long sequence, String hash) {

    /** The place after this one, whatever stands there. */
    Anchor next() {
        return new Anchor(chain, sequence + 1, "");
    }
}
