package cn.hotline.access.audit.web;

import cn.hotline.access.audit.model.Verification;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at every record.
 *
 * @param records how many were looked at
 * @param chains in the order they were opened
 * @param broken the first broken link; null when everything is whole
 */
record VerificationView(
        boolean whole,
        long records,
        Instant at,
        List<ChainView> chains,
        @Nullable BrokenView broken) {

    static VerificationView of(Verification found, Instant at) {
        return new VerificationView(
                found.whole(),
                found.records(),
                at,
                found.chains().stream().map(ChainView::of).toList(),
                found.broken() == null
                        ? null
                        : new BrokenView(
                                found.broken().chain(),
                                found.broken().sequence(),
                                found.broken().flaw().name(),
                                found.broken().flaw().term()));
    }

    /**
     * @param head hash of the last record; empty where there is none
     * @param closed whether it ended in order; if not, its process runs or was killed
     */
    record ChainView(String chain, Instant openedAt, long records, String head, boolean closed) {

        static ChainView of(Verification.Chain chain) {
            return new ChainView(
                    chain.head().chain(),
                    chain.openedAt(),
                    chain.head().sequence(),
                    chain.head().hash(),
                    chain.closed());
        }
    }

    /** @param why Chinese sentence */
    record BrokenView(String chain, long sequence, String code, String why) {}
}
