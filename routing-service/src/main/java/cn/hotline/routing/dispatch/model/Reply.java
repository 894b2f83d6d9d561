package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 答复: what a unit says it did.
 *
 * @param verified whether the appeal was found true (诉求属实); null when that does not apply
 * @param contacted whether the unit spoke with the caller
 * @param contactedAt null when not contacted or not told
 * @param account what was done, for the hotline; masked, never told outside
 * @param publicReply what the caller may read; masked
 * @param at when it was given
 * @param attachments 佐证附件: ids of files that intake keeps
 * @param doubts what the check found; none for most
 * @param marks 印记: whatever repeats it has one of these too
 * @param overridden why the unit sent it in spite of its doubts; masked, null when there are none
 */
public record Reply(
        @Nullable Boolean verified,
        boolean contacted,
        @Nullable Instant contactedAt,
        ReplyOutcome outcome,
        String account,
        String publicReply,
        Instant at,
        List<String> attachments,
        List<ReplyDoubt> doubts,
        List<Long> marks,
        @Nullable String overridden) {

    public Reply(
            @Nullable Boolean verified,
            boolean contacted,
            @Nullable Instant contactedAt,
            ReplyOutcome outcome,
            String account,
            String publicReply,
            Instant at,
            @Nullable List<String> attachments,
            @Nullable List<ReplyDoubt> doubts,
            @Nullable List<Long> marks,
            @Nullable String overridden) {
        this.verified = verified;
        this.contacted = contacted;
        this.contactedAt = contactedAt;
        this.outcome = outcome;
        this.account = PersonalData.mask(account);
        this.publicReply = PersonalData.mask(publicReply);
        this.at = at;
        this.attachments = attachments == null ? List.of() : List.copyOf(attachments);
        this.doubts = doubts == null ? List.of() : List.copyOf(doubts);
        this.marks = marks == null ? List.of() : List.copyOf(marks);
        this.overridden = overridden == null ? null : PersonalData.mask(overridden);
    }

    /** As it is written, not yet checked. */
    public Reply(
            @Nullable Boolean verified,
            boolean contacted,
            @Nullable Instant contactedAt,
            ReplyOutcome outcome,
            String account,
            String publicReply,
            Instant at,
            List<String> attachments) {
        this(verified, contacted, contactedAt, outcome, account, publicReply, at, attachments, null, null, null);
    }

    /**
     * The same, checked.
     *
     * @param inSpite why its unit sends it even if there are doubts; null when it does not say so
     */
    public Reply checked(List<ReplyDoubt> found, List<Long> itsMarks, @Nullable String inSpite) {
        return new Reply(
                verified,
                contacted,
                contactedAt,
                outcome,
                account,
                publicReply,
                at,
                attachments,
                found,
                itsMarks,
                found.isEmpty() ? null : inSpite);
    }

    /** Codes of its doubts, each once. */
    List<String> doubtCodes() {
        return doubts.stream().map(doubt -> doubt.kind().name()).distinct().toList();
    }

    /** @throws Refused when it is doubted and its unit does not say why it sends it all the same */
    void refuseUnlessSentInSpite() {
        if (!doubts.isEmpty() && overridden == null) {
            throw new Refused(
                    DispatchRefusal.REPLY_DOUBTED,
                    doubts.stream()
                            .map(doubt -> new FieldError(doubt.kind().field(), doubt.told()))
                            .toList());
        }
    }
}
