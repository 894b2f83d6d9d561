package cn.hotline.followup.revisit.model;

import org.jspecify.annotations.Nullable;

/**
 * What was asked, as a revisitor has to know it before the call; a copy of what intake told.
 *
 * @param title null when the ticket has none
 * @param place address text; null when none was given
 * @param anonymous the caller's name is not known
 * @param confidential only whoever took the revisit by name may read it (保密)
 * @param follows the ticket it is merged into, whose answer is its answer too; null while it stands alone
 */
public record Matter(
        TicketNumber ticket,
        Kind kind,
        @Nullable String title,
        String content,
        @Nullable String place,
        boolean anonymous,
        boolean confidential,
        @Nullable TicketNumber follows) {

    /** Stands where a title would. */
    public static final String WITHHELD = "保密诉求";

    /** As somebody sees it who has not taken it by name. */
    public Matter withheld() {
        return new Matter(ticket, kind, WITHHELD, "内容保密，署名后可以查看。", null, anonymous, confidential, follows);
    }

    /** The same ticket as it reads after a correction (更正). */
    public Matter corrected(Kind kind, @Nullable String title, String content, @Nullable String place) {
        return new Matter(ticket, kind, title, content, place, anonymous, confidential, follows);
    }

    /** 并单; null when it stands alone again. */
    public Matter following(@Nullable TicketNumber master) {
        return new Matter(ticket, kind, title, content, place, anonymous, confidential, master);
    }
}
