package cn.hotline.routing.replycheck.model;

/**
 * 拟答复, as a unit writes it, before anything in it is masked.
 *
 * @param contact whether the caller was spoken with
 * @param solved whether it says that something was done about the matter, not only explained
 * @param account 办理情况, for the hotline
 * @param publicReply 公开答复, for the caller
 * @param files how many files go with it
 */
public record Given(Spoken contact, boolean solved, String account, String publicReply, int files) {

    /** How sure it is that the unit spoke with the caller. */
    public enum Spoken {
        /** It says it did not. */
        NO,
        /** It says so. */
        SAID,
        /** It says when. */
        DATED,
        /** It is recorded with method, time and note (首次联系). */
        RECORDED
    }
}
