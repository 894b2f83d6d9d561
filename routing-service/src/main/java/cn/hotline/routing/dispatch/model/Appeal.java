package cn.hotline.routing.dispatch.model;

import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.contract.IntakeEvent.Matter;
import cn.hotline.intake.contract.IntakeEvent.Registration;
import cn.hotline.routing.classification.model.AppealKind;
import cn.hotline.routing.replycheck.model.Reach;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * 诉求: what is asked, as far as those who handle it need to know. Texts came masked from intake.
 *
 * @param place address text; null when none was given
 * @param hazard kind code of a reported safety hazard (安全隐患); null when none is
 * @param confidential whether text and caller are for named people only (保密)
 * @param receivedAt when the contact reached the city
 * @param reach whether the caller can be spoken with
 */
public record Appeal(
        AppealKind kind,
        String title,
        String content,
        @Nullable String place,
        @Nullable String hazard,
        boolean confidential,
        Instant receivedAt,
        Reach reach) {

    public Appeal(
            AppealKind kind,
            String title,
            String content,
            @Nullable String place,
            @Nullable String hazard,
            boolean confidential,
            Instant receivedAt,
            @Nullable Reach reach) {
        this.kind = kind;
        this.title = title;
        this.content = content;
        this.place = place;
        this.hazard = hazard;
        this.confidential = confidential;
        this.receivedAt = receivedAt;
        this.reach = reach == null ? Reach.REACHABLE : reach;
    }

    /** Stands where a title would. */
    public static final String WITHHELD = "保密诉求";

    private static final int SHORT = 30;

    public static Appeal of(Registration registration) {
        return of(registration.matter(), registration.confidential(), registration.receivedAt(), reachOf(registration));
    }

    /** As somebody sees it to whom a confidential ticket does not open. */
    Appeal withheld() {
        return new Appeal(kind, WITHHELD, "内容保密，只有指定的人员可以查看。", null, null, confidential, receivedAt, reach);
    }

    /** The same appeal as it reads after a correction. */
    public Appeal corrected(Matter matter) {
        return of(matter, confidential, receivedAt, reach);
    }

    private static Appeal of(Matter matter, boolean confidential, Instant receivedAt, Reach reach) {
        IntakeEvent.Place where = matter.place();
        return new Appeal(
                kindOf(matter),
                matter.title() == null ? beginning(matter.content()) : matter.title(),
                matter.content(),
                where == null ? null : where.text(),
                matter.hazard() == null ? null : matter.hazard().kind(),
                confidential,
                receivedAt,
                reach);
    }

    /** Who is anonymous and still left a number has a token. */
    private static Reach reachOf(Registration registration) {
        if (registration.caller() == null) {
            return Reach.ANONYMOUS;
        }
        return registration.wantsReply() ? Reach.REACHABLE : Reach.WANTS_NONE;
    }

    /** A kind that intake knows and we do not yet is 其他: a fact cannot be refused. */
    public static AppealKind kindOf(Matter matter) {
        return Arrays.stream(AppealKind.values())
                .filter(kind -> kind.name().equals(matter.kind()))
                .findFirst()
                .orElse(AppealKind.OTHER);
    }

    private static String beginning(String content) {
        return content.codePointCount(0, content.length()) <= SHORT
                ? content
                : content.substring(0, content.offsetByCodePoints(0, SHORT)) + "…";
    }
}
