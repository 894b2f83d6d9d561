package cn.hotline.access.audit.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at every record.
 *
 * @param records how many were looked at; up to the broken one, if there is one
 * @param register how far the register had come
 * @param chains all that were looked at, in the order they were opened
 * @param broken the first broken link; null when everything is whole
 */
public record Verification(
        long records,
        Anchor register,
        List<Chain> chains,
        @Nullable Broken broken) {

    public Verification {
        chains = List.copyOf(chains);
    }

    public boolean whole() {
        return broken == null;
    }

    /**
     * One chain: what one run of one process wrote.
     *
     * @param head its last record
     * @param anchored whether the register knows that it has come so far
     * @param closed whether it ended in order; if not, its process is running or was killed
     */
    public record Chain(Instant openedAt, Anchor head, boolean anchored, boolean closed) {}

    /** Where a chain is broken; {@link RegisterLine#REGISTER} for the register of chains. */
    public record Broken(String chain, long sequence, Flaw flaw) {}
}
