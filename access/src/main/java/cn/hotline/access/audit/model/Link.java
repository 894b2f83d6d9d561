package cn.hotline.access.audit.model;

/**
 * One record of a chain.
 *
 * @param chain id of the chain
 * @param sequence counts the records of the chain, from 1 without gaps
 * @param hash over the hash before, the place in the chain and the entry; 64 hexadecimal digits
 */
public record Link(String chain, long sequence, Entry entry, String hash) {

    /** The next record of a chain whose last one is known. */
    public static Link after(Anchor head, Entry entry) {
        long sequence = head.sequence() + 1;
        return new Link(head.chain(), sequence, entry, Hashes.of(head.hash(), head.chain(), sequence, entry));
    }

    /** Whether this is what it was when it was written, if that was the hash before. */
    public boolean follows(String hashBefore) {
        return hash.equals(Hashes.of(hashBefore, chain, sequence, entry));
    }

    /** As a head to go on from. */
    public Anchor head() {
        return new Anchor(chain, sequence, hash);
    }
}
