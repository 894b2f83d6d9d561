package cn.hotline.followup.exclusion.web;

import cn.hotline.chassis.Termed.Coded;
import cn.hotline.followup.exclusion.model.Exclusion;
import cn.hotline.followup.exclusion.model.Exclusion.Appeal;
import cn.hotline.followup.exclusion.model.Exclusion.Decision;
import cn.hotline.followup.revisit.RevisitCase;
import cn.hotline.followup.revisit.model.Matter;
import cn.hotline.followup.revisit.model.Reply;
import cn.hotline.followup.revisit.model.Round;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion as the API shows it.
 *
 * @param proposedBy name of who proposed it
 * @param decision absent while nobody has decided
 * @param appealUntil until when the caller may appeal; absent unless approved
 * @param appeal absent while the caller has not appealed
 * @param ruling what came of the appeal; absent while nobody has decided it
 * @param about what was asked and answered; absent where whoever asks has that before them
 */
public record ExclusionView(
        String id,
        String number,
        Coded status,
        Coded ground,
        String evidence,
        String proposedBy,
        Instant proposedAt,
        @Nullable DecisionView decision,
        @Nullable Instant appealUntil,
        @Nullable AppealView appeal,
        @Nullable DecisionView ruling,
        @Nullable AboutView about) {

    /** With what was asked and answered. */
    static ExclusionView of(RevisitCase found, Exclusion exclusion) {
        return of(found.revisit().ticket().value(), exclusion, AboutView.of(found));
    }

    /** Of the present handling, for whoever has the ticket before them; null when nobody has proposed one. */
    public static @Nullable ExclusionView ofPresent(RevisitCase found) {
        Round round = found.revisit().round();
        return round == null || round.exclusion() == null
                ? null
                : of(found.revisit().ticket().value(), round.exclusion(), null);
    }

    private static ExclusionView of(String number, Exclusion exclusion, @Nullable AboutView about) {
        return new ExclusionView(
                exclusion.id(),
                number,
                Coded.of(exclusion.status()),
                Coded.of(exclusion.proposal().ground()),
                exclusion.proposal().evidence(),
                exclusion.proposal().by().name(),
                exclusion.proposal().by().at(),
                DecisionView.of(exclusion.decision()),
                exclusion.appealUntil(),
                AppealView.of(exclusion.appeal()),
                DecisionView.of(exclusion.ruling()),
                about);
    }

    /** @param approved the proposal, or the appeal */
    public record DecisionView(boolean approved, String reason, String by, Instant at) {

        private static @Nullable DecisionView of(@Nullable Decision decision) {
            return decision == null
                    ? null
                    : new DecisionView(
                            decision.yes(),
                            decision.reason(),
                            decision.by().name(),
                            decision.by().at());
        }
    }

    /** @param by name of who took it down */
    public record AppealView(String words, String by, Instant at) {

        private static @Nullable AppealView of(@Nullable Appeal appeal) {
            return appeal == null
                    ? null
                    : new AppealView(
                            appeal.words(), appeal.by().name(), appeal.by().at());
        }
    }

    /**
     * What it is about.
     *
     * @param kind absent, with title, content and place, while the registration is still on its way
     * @param withheld whether texts are kept from whoever asks, until they take the ticket by name
     */
    public record AboutView(
            @Nullable Coded kind,
            @Nullable String title,
            @Nullable String content,
            @Nullable String place,
            @Nullable String unit,
            @Nullable Coded outcome,
            @Nullable String publicReply,
            @Nullable Instant repliedAt,
            boolean withheld) {

        private static AboutView of(RevisitCase found) {
            Matter matter = found.matter();
            Round round = found.revisit().round();
            Reply reply = round == null ? null : round.reply();
            return new AboutView(
                    matter == null ? null : Coded.of(matter.kind()),
                    matter == null ? null : matter.title() == null ? matter.content() : matter.title(),
                    matter == null ? null : matter.content(),
                    matter == null ? null : matter.place(),
                    reply == null ? null : reply.unit().name(),
                    reply == null ? null : Coded.of(reply.outcome()),
                    reply == null ? null : reply.publicReply(),
                    reply == null ? null : reply.repliedAt(),
                    matter != null && found.withheld());
        }
    }
}
