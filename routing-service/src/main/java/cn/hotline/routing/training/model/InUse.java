package cn.hotline.routing.training.model;

import cn.hotline.routing.version.model.Editor;
import java.time.Instant;

/**
 * Which version decides.
 *
 * @param number {@link #LEXICON} for the lexicon alone
 * @param reason why this one
 */
public record InUse(long number, Editor by, Instant at, String reason) {

    /** Stands where the number of a version would. */
    public static final long LEXICON = 0;

    /** As long as nothing was ever learned. */
    public static final InUse AT_FIRST = new InUse(LEXICON, Editor.SERVICE, Instant.EPOCH, "尚未训练过模型");
}
