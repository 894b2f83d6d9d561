package cn.hotline.followup.revisit.web;

import cn.hotline.chassis.web.Page;
import cn.hotline.followup.revisit.RevisitCase;
import cn.hotline.followup.revisit.model.Matter;
import cn.hotline.followup.revisit.model.Revisit;
import cn.hotline.followup.revisit.model.RevisitStatus;
import cn.hotline.followup.revisit.model.Verdict;
import cn.hotline.ui.PageLinks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The queue of a status as the page shows it, with a tab for each status that holds something to see. */
record QueuePage(RevisitStatus status, List<Tab> tabs, List<Row> rows, PageLinks pages) {

    static QueuePage of(RevisitStatus status, Page<RevisitCase> cases, Map<RevisitStatus, Long> counts, Instant now) {
        return new QueuePage(
                status,
                Stream.of(RevisitStatus.values())
                        .filter(tab -> tab != RevisitStatus.NOT_DUE)
                        .map(tab -> new Tab(tab.name(), tab.term(), counts.getOrDefault(tab, 0L), tab == status))
                        .toList(),
                cases.items().stream().map(found -> Row.of(found, now)).toList(),
                links(status, cases));
    }

    private static PageLinks links(RevisitStatus status, Page<RevisitCase> cases) {
        return PageLinks.of(
                cases.page(), cases.size(), cases.items().size(), cases.total(), "件", page -> link(status, page));
    }

    private static String link(RevisitStatus status, int page) {
        return "?status=" + status + "&page=" + page;
    }

    record Tab(String status, String term, long count, boolean current) {}

    /**
     * One line of the queue.
     *
     * @param due whether the caller may be called now
     * @param waits whether somebody has to decide first whether it is excluded
     * @param at when to call, or when it was over; null while not due
     * @param verdict what the caller said; null when nobody was asked
     * @param tone colour of the verdict's tag
     */
    record Row(
            String number,
            String title,
            String note,
            boolean due,
            boolean waits,
            @Nullable Instant at,
            @Nullable String verdict,
            String tone) {

        private static final int LONGEST_TITLE = 40;

        static Row of(RevisitCase found, Instant now) {
            Revisit revisit = found.revisit();
            Verdict verdict = revisit.round() == null ? null : revisit.round().verdict();
            return new Row(
                    revisit.ticket().value(),
                    title(found.matter()),
                    note(found),
                    revisit.isDue(now),
                    revisit.waitsForExclusion(),
                    revisit.callAt(),
                    verdict == null ? null : words(verdict),
                    verdict == null ? "" : tone(verdict));
        }

        private static String words(Verdict verdict) {
            return verdict.opinion().satisfaction().term() + (verdict.reopens() ? " · 退回重办" : "");
        }

        private static String tone(Verdict verdict) {
            if (verdict.reopens()) {
                return "yellow";
            }
            return verdict.opinion().satisfaction().isDissatisfied() ? "" : "green";
        }

        private static String title(@Nullable Matter matter) {
            if (matter == null) {
                return "诉求内容还在传来的路上";
            }
            String title = matter.title() == null ? matter.content() : matter.title();
            return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE) + "…";
        }

        private static String note(RevisitCase found) {
            var round = found.revisit().round();
            Stream<String> parts = Stream.of(
                    found.revisit().ticket().value(),
                    found.matter() == null || found.matter().place() == null
                            ? ""
                            : found.matter().place(),
                    round == null ? "" : round.reply().unit().name(),
                    round == null || round.number() == 1 ? "" : "第 " + round.number() + " 次办理",
                    round == null || round.attempts().isEmpty()
                            ? ""
                            : "已拨 " + round.attempts().size() + " 次");
            return String.join(" · ", parts.filter(part -> !part.isEmpty()).toList());
        }
    }
}
