package cn.hotline.routing.dispatch;

import cn.hotline.routing.dispatch.UnitDesk.Answer;
import cn.hotline.routing.dispatch.model.Appeal;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Handling;
import cn.hotline.routing.dispatch.model.Reply;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.replycheck.Copies;
import cn.hotline.routing.replycheck.ReplyCheck;
import cn.hotline.routing.replycheck.model.Asked;
import cn.hotline.routing.replycheck.model.Earlier;
import cn.hotline.routing.replycheck.model.Given;
import cn.hotline.routing.replycheck.model.Given.Spoken;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads an answer before it goes out: by itself, and beside what was answered to others. */
public final class ReplyReading {

    /** Whoever repeats an answer a hundred times is told of one of them. */
    private static final int COMPARED = 50;

    private static final Set<ReplyOutcome> DONE = EnumSet.of(ReplyOutcome.SOLVED, ReplyOutcome.PARTLY);

    private final Dispatches dispatches;
    private final ReplyCheck check;
    private final Copies copies;
    private final MeterRegistry meters;

    public ReplyReading(Dispatches dispatches, ReplyCheck check, Copies copies, MeterRegistry meters) {
        this.dispatches = dispatches;
        this.check = check;
        this.copies = copies;
        this.meters = meters;
    }

    Mono<Found> of(Dispatch ticket, Answer answer, Viewer viewer) {
        Asked asked = asked(ticket.appeal());
        Given given = given(ticket, answer);
        List<Long> marks = copies.marks(given.publicReply());
        List<ReplyDoubt> doubts = check.doubts(asked, given);
        return dispatches
                .answeredLike(marks, COMPARED)
                .filter(other -> !isOneWith(ticket, other))
                .map(other -> earlier(other, viewer))
                .collectList()
                .map(earlier -> Stream.concat(doubts.stream(), copies.doubt(asked, given, earlier).stream())
                        .toList())
                .map(all -> new Found(all, marks));
    }

    /** 带疑点提交: how often answers are sent in spite of each kind of doubt. */
    void count(Dispatch answered, Found found) {
        Reply last = answered.handling() == null ? null : answered.handling().reply();
        if (last == null || !last.marks().equals(found.marks())) {
            return;
        }
        last.doubts().stream().map(ReplyDoubt::kind).distinct().forEach(kind -> meters.counter(
                        "hotline.routing.replies.doubted", "kind", kind.name())
                .increment());
    }

    /** The same ticket, or one that was merged with it (并单). */
    private static boolean isOneWith(Dispatch ticket, Dispatch other) {
        return master(ticket).equals(master(other));
    }

    private static String master(Dispatch ticket) {
        return ticket.marks().aside() == null
                ? ticket.number().value()
                : ticket.marks().aside().master();
    }

    private static Asked asked(Appeal appeal) {
        return new Asked(appeal.kind(), appeal.title(), appeal.content(), appeal.hazard() != null, appeal.reach());
    }

    private static Given given(Dispatch ticket, Answer answer) {
        return new Given(
                spoken(ticket.handling(), answer),
                DONE.contains(answer.outcome()),
                answer.account(),
                answer.publicReply(),
                answer.attachments().size());
    }

    private static Spoken spoken(@Nullable Handling handling, Answer answer) {
        if (handling != null && handling.lead().contact() != null) {
            return Spoken.RECORDED;
        }
        if (!answer.contacted()) {
            return Spoken.NO;
        }
        return answer.contactedAt() == null ? Spoken.SAID : Spoken.DATED;
    }

    private static Earlier earlier(Dispatch other, Viewer viewer) {
        return new Earlier(
                other.opensTo(viewer) ? other.number().value() : null,
                other.appeal().title(),
                other.appeal().content(),
                other.handling().reply().publicReply());
    }

    /**
     * What reading brought.
     *
     * @param marks of what the caller reads
     */
    record Found(List<ReplyDoubt> doubts, List<Long> marks) {}
}
