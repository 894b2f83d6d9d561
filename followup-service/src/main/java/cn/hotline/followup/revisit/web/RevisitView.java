package cn.hotline.followup.revisit.web;

import cn.hotline.chassis.Termed.Coded;
import cn.hotline.followup.exclusion.web.ExclusionView;
import cn.hotline.followup.revisit.RevisitCase;
import cn.hotline.followup.revisit.model.Attempt;
import cn.hotline.followup.revisit.model.Matter;
import cn.hotline.followup.revisit.model.Opinion;
import cn.hotline.followup.revisit.model.Reply;
import cn.hotline.followup.revisit.model.Revisit;
import cn.hotline.followup.revisit.model.RevisitStatus;
import cn.hotline.followup.revisit.model.Round;
import cn.hotline.followup.revisit.model.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revisit as the API shows it.
 *
 * @param round which handling is revisited, from 1; 0 before the first reply
 * @param kind absent, with title, content and place, while the registration is still on its way
 * @param withheld whether title, content, place and reply are kept from whoever asks, until they take it by name
 * @param master the ticket this one is merged into, whose reply it is; absent else
 * @param dueAt when to call; absent unless scheduled
 * @param exclusion of the present handling; absent while nobody has proposed one
 */
record RevisitView(
        String number,
        Coded status,
        int round,
        @Nullable Coded kind,
        @Nullable String title,
        @Nullable String content,
        @Nullable String place,
        boolean anonymous,
        boolean confidential,
        boolean withheld,
        @Nullable UnitView unit,
        @Nullable ReplyView reply,
        @Nullable String master,
        List<AttemptView> attempts,
        @Nullable Instant dueAt,
        @Nullable VerdictView verdict,
        @Nullable ExclusionView exclusion,
        long version) {

    static RevisitView of(RevisitCase found) {
        Revisit revisit = found.revisit();
        Matter matter = found.matter();
        Round round = revisit.round();
        return new RevisitView(
                revisit.ticket().value(),
                Coded.of(revisit.status()),
                round == null ? 0 : round.number(),
                matter == null ? null : Coded.of(matter.kind()),
                matter == null ? null : matter.title(),
                matter == null ? null : matter.content(),
                matter == null ? null : matter.place(),
                matter != null && matter.anonymous(),
                matter != null && matter.confidential(),
                matter != null && found.withheld(),
                round == null ? null : UnitView.of(round.reply().unit()),
                round == null ? null : ReplyView.of(round.reply()),
                round == null || round.master() == null ? null : round.master().value(),
                round == null
                        ? List.of()
                        : round.attempts().stream().map(AttemptView::of).toList(),
                revisit.status() == RevisitStatus.SCHEDULED ? revisit.callAt() : null,
                round == null || round.verdict() == null ? null : VerdictView.of(round.verdict()),
                ExclusionView.ofPresent(found),
                found.version());
    }

    record UnitView(String code, String name) {

        static UnitView of(Reply.Unit unit) {
            return new UnitView(unit.code(), unit.name());
        }
    }

    record ReplyView(Coded outcome, boolean contacted, String publicReply, Instant repliedAt) {

        static ReplyView of(Reply reply) {
            return new ReplyView(Coded.of(reply.outcome()), reply.contacted(), reply.publicReply(), reply.repliedAt());
        }
    }

    record AttemptView(
            Coded result,
            @Nullable String note,
            @Nullable Instant nextAt,
            Instant at,
            @Nullable String by) {

        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    Coded.of(attempt.result()),
                    attempt.note(),
                    attempt.nextAt(),
                    attempt.at(),
                    attempt.by() == null ? null : attempt.by().name());
        }
    }

    record VerdictView(
            boolean contacted,
            Coded solved,
            Coded satisfaction,
            @Nullable Coded cause,
            @Nullable String words,
            @Nullable String undone,
            boolean reopened,
            Instant at,
            @Nullable String by) {

        static VerdictView of(Verdict verdict) {
            Opinion opinion = verdict.opinion();
            return new VerdictView(
                    opinion.contacted(),
                    Coded.of(opinion.solved()),
                    Coded.of(opinion.satisfaction()),
                    Coded.ofNullable(opinion.cause()),
                    verdict.words(),
                    verdict.undone(),
                    verdict.reopens(),
                    verdict.at(),
                    verdict.by() == null ? null : verdict.by().name());
        }
    }
}
