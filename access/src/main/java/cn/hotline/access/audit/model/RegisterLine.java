package cn.hotline.access.audit.model;

import java.time.Instant;

/**
 * One line of the register, itself a chain: which chains there are, and how far each had come at a moment.
 *
 * @param sequence counts the lines, from 1 without gaps
 * @param reached which chain it speaks of and its last record; sequence 0 and an empty hash where it opens
 * @param hash over the hash before and all of the above
 */
public record RegisterLine(long sequence, Instant at, Kind kind, Anchor reached, String hash) {

    /** Name of the register among the chains. */
    public static final String REGISTER = "register";

    /** What the register begins with. */
    public static final Anchor NONE = new Anchor(REGISTER, 0, "");

    /** What a line says. */
    public enum Kind {
        /** A process begins to write. Its first record is linked to this line. */
        OPENED,
        /** So far had it come. */
        REACHED,
        /** It ended in order; nothing may follow. A process that was killed leaves its chain without this line. */
        CLOSED
    }

    /** The next line of the register. */
    public static RegisterLine after(Anchor last, Instant at, Kind kind, Anchor reached) {
        long sequence = last.sequence() + 1;
        return new RegisterLine(sequence, at, kind, reached, Hashes.of(last.hash(), sequence, at, kind, reached));
    }

    /** Whether this is what it was when it was written, if that was the hash before. */
    public boolean follows(String hashBefore) {
        return hash.equals(Hashes.of(hashBefore, sequence, at, kind, reached));
    }

    /** The place in the register. */
    public Anchor place() {
        return new Anchor(REGISTER, sequence, hash);
    }

    /** What the first record of the chain it opens is linked to. */
    public Anchor beginning() {
        return new Anchor(reached.chain(), 0, hash);
    }
}
