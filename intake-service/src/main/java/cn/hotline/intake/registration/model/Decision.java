package cn.hotline.intake.registration.model;

import org.jspecify.annotations.Nullable;

/**
 * 受理意见: what the desk decided at once, and what the caller was told.
 *
 * @param answer for a direct answer
 * @param articleId knowledge base article used
 * @param reason for a refusal or a transfer
 */
public record Decision(
        Disposition disposition,
        @Nullable String answer,
        @Nullable String articleId,
        @Nullable String reason) {

    /** The same decision with its texts masked. */
    public Decision concealed(Concealment concealment) {
        return new Decision(
                disposition, concealment.hide("answer", answer), articleId, concealment.hide("reason", reason));
    }

    public static Decision forward() {
        return new Decision(Disposition.FORWARD, null, null, null);
    }
}
