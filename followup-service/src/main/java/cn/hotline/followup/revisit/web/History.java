package cn.hotline.followup.revisit.web;

import static cn.hotline.followup.exclusion.model.ExclusionStatus.LAPSED;

import cn.hotline.followup.exclusion.model.Exclusion;
import cn.hotline.followup.exclusion.model.Signature;
import cn.hotline.followup.revisit.model.Attempt;
import cn.hotline.followup.revisit.model.Reply;
import cn.hotline.followup.revisit.model.Revisit;
import cn.hotline.followup.revisit.model.Revisitor;
import cn.hotline.followup.revisit.model.Round;
import cn.hotline.followup.revisit.model.Verdict;
import cn.hotline.ui.ClockText;
import cn.hotline.ui.TimelineEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has been answered, tried and said so far, oldest first, and where it stands. */
final class History {

    private History() {}

    static List<TimelineEntry> of(Revisit revisit, ClockText clock) {
        Stream<Round> rounds = Stream.concat(revisit.earlier().stream(), Stream.ofNullable(revisit.round()));
        Stream<TimelineEntry> past = rounds.flatMap(History::of)
                .map(moment -> new TimelineEntry(clock.full(moment.at()), moment.words(), moment.detail(), false));
        Stream<TimelineEntry> now = Stream.of(new TimelineEntry("现在", standing(revisit), null, true));
        return Stream.concat(past, now).toList();
    }

    private static String standing(Revisit revisit) {
        return revisit.waitsForExclusion() ? "剔除待审批，暂不回访" : revisit.status().term();
    }

    private static Stream<Moment> of(Round round) {
        Stream<Moment> asked = Stream.concat(
                round.attempts().stream().map(History::tried),
                Stream.ofNullable(round.exclusion()).flatMap(History::of));
        return Stream.of(
                        Stream.of(replied(round)),
                        asked.sorted(Comparator.comparing(Moment::at)),
                        Stream.ofNullable(round.verdict()).map(History::said))
                .flatMap(moments -> moments);
    }

    private static Stream<Moment> of(Exclusion exclusion) {
        Exclusion.Proposal proposal = exclusion.proposal();
        return Stream.of(
                        Stream.of(new Moment(
                                proposal.by().at(),
                                (exclusion.status() == LAPSED ? "申请剔除（已失效）：" : "申请剔除：")
                                        + proposal.ground().term()
                                        + name(proposal.by()),
                                proposal.evidence())),
                        Stream.ofNullable(exclusion.decision())
                                .map(decision -> decided(decision, "同意剔除，解释办结", "不予剔除，照常回访")),
                        Stream.ofNullable(exclusion.appeal())
                                .map(appeal ->
                                        new Moment(appeal.by().at(), "诉求人申诉" + name(appeal.by()), appeal.words())),
                        Stream.ofNullable(exclusion.ruling()).map(ruling -> decided(ruling, "申诉成立，撤销剔除", "申诉不成立，维持剔除")))
                .flatMap(moments -> moments);
    }

    private static Moment decided(Exclusion.Decision decision, String yes, String no) {
        return new Moment(decision.by().at(), (decision.yes() ? yes : no) + name(decision.by()), decision.reason());
    }

    private static String name(Signature by) {
        return " · " + by.name();
    }

    private static Moment replied(Round round) {
        Reply reply = round.reply();
        String again = round.number() == 1 ? "" : "第 " + round.number() + " 次";
        return new Moment(
                reply.repliedAt(),
                reply.unit().name() + again + "答复",
                reply.outcome().term() + "：" + reply.publicReply());
    }

    private static Moment tried(Attempt attempt) {
        return new Moment(attempt.at(), "回访未成：" + attempt.result().term() + name(attempt.by()), attempt.note());
    }

    private static String name(@Nullable Revisitor by) {
        return by == null ? "" : " · " + by.name();
    }

    private static Moment said(Verdict verdict) {
        return new Moment(
                verdict.at(),
                "回访：" + verdict.opinion().satisfaction().term() + (verdict.reopens() ? "，退回重办" : "，办结")
                        + name(verdict.by()),
                verdict.words());
    }

    private record Moment(
            Instant at, String words, @Nullable String detail) {}
}
