package cn.hotline.followup.revisit.web;

import cn.hotline.followup.revisit.model.Attempt;
import cn.hotline.followup.revisit.model.Reply;
import cn.hotline.followup.revisit.model.Revisit;
import cn.hotline.followup.revisit.model.Revisitor;
import cn.hotline.followup.revisit.model.Round;
import cn.hotline.followup.revisit.model.Verdict;
import cn.hotline.ui.ClockText;
import cn.hotline.ui.TimelineEntry;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has been answered, tried and said so far, oldest first, and where it stands. */
final class History {

    private History() {}

    static List<TimelineEntry> of(Revisit revisit, ClockText clock) {
        Stream<Round> rounds = Stream.concat(revisit.earlier().stream(), Stream.ofNullable(revisit.round()));
        Stream<TimelineEntry> past = rounds.flatMap(round -> of(round, clock));
        Stream<TimelineEntry> now =
                Stream.of(new TimelineEntry("现在", revisit.status().term(), null, true));
        return Stream.concat(past, now).toList();
    }

    private static Stream<TimelineEntry> of(Round round, ClockText clock) {
        return Stream.of(
                        Stream.of(replied(round, clock)),
                        round.attempts().stream().map(attempt -> tried(attempt, clock)),
                        Stream.ofNullable(round.verdict()).map(verdict -> said(verdict, clock)))
                .flatMap(entries -> entries);
    }

    private static TimelineEntry replied(Round round, ClockText clock) {
        Reply reply = round.reply();
        String again = round.number() == 1 ? "" : "第 " + round.number() + " 次";
        return new TimelineEntry(
                clock.full(reply.repliedAt()),
                reply.unit().name() + again + "答复",
                reply.outcome().term() + "：" + reply.publicReply(),
                false);
    }

    private static TimelineEntry tried(Attempt attempt, ClockText clock) {
        return new TimelineEntry(
                clock.full(attempt.at()),
                "回访未成：" + attempt.result().term() + name(attempt.by()),
                attempt.note(),
                false);
    }

    private static String name(@Nullable Revisitor by) {
        return by == null ? "" : " · " + by.name();
    }

    private static TimelineEntry said(Verdict verdict, ClockText clock) {
        return new TimelineEntry(
                clock.full(verdict.at()),
                "回访：" + verdict.opinion().satisfaction().term() + (verdict.reopens() ? "，退回重办" : "，办结")
                        + name(verdict.by()),
                verdict.words(),
                false);
    }
}
