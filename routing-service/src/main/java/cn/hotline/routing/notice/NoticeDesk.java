package cn.hotline.routing.notice;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent.DeadlineWarned;
import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import cn.hotline.routing.contract.RoutingEvent.PassedDown;
import cn.hotline.routing.contract.RoutingEvent.TicketDispatched;
import cn.hotline.routing.contract.RoutingEvent.TicketOverdue;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.LimitKind;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Topic;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.notice.model.Line;
import cn.hotline.routing.notice.model.Notice;
import cn.hotline.routing.notice.model.Slots;
import cn.hotline.routing.notice.model.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 通知: gathers for each unit what it is to be told, and shows its people what they may see. */
public final class NoticeDesk {

    private static final int SHOWN = 20;

    /** So many lines of each are shown; whoever has more to do looks into the inbox. */
    private static final int LINES_SHOWN = 100;

    private static final int SIDE_BY_SIDE = 16;

    private final Notices notices;
    private final Gathering gathering;
    private final Dispatches dispatches;
    private final Slots slots;
    private final Clock clock;

    public NoticeDesk(Notices notices, Dispatches dispatches, Slots slots, Clock clock) {
        this.notices = notices;
        this.gathering = new Gathering(notices);
        this.dispatches = dispatches;
        this.slots = slots;
        this.clock = clock;
    }

    /** Only an emergency is told of when it is dispatched; anything else is in the inbox. */
    public Mono<Void> dispatched(TicketDispatched told) {
        return told.urgency().equals(Urgency.EMERGENCY.name())
                ? given(told.number(), told.unit(), told.unitDeadlines(), told.at())
                : Mono.empty();
    }

    /** Likewise of what a unit has from the one above. */
    public Mono<Void> passedDown(PassedDown told) {
        return dispatches
                .find(Viewer.itself(clock.instant()), new TicketNumber(told.number()))
                .filter(stored -> stored.state().classification().urgency() == Urgency.EMERGENCY)
                .flatMap(emergency -> given(told.number(), told.to(), told.deadlines(), told.at()));
    }

    public Mono<Void> warned(DeadlineWarned told) {
        return told(
                told.number(),
                told.unit().code(),
                Subject.valueOf(told.stage()),
                LimitKind.valueOf(told.item()),
                told.dueAt(),
                told.at());
    }

    public Mono<Void> overdue(TicketOverdue told) {
        return told(
                told.number(),
                told.unit().code(),
                Subject.OVERDUE,
                LimitKind.valueOf(told.item()),
                told.dueAt(),
                told.at());
    }

    /** Those of a unit, the newest first, each with the lines whose tickets are there for whoever looks. */
    public Flux<Notice> shown(String unit, Viewer viewer) {
        return notices.of(unit, clock.instant(), SHOWN)
                .concatMap(notice -> seenBy(viewer, notice))
                .filter(notice -> !notice.lines().isEmpty());
    }

    /** How many of them somebody has not read. */
    public Mono<Long> unread(String unit, Viewer viewer) {
        return notices.of(unit, clock.instant(), SHOWN)
                .filter(notice -> !notice.isReadBy(viewer.person().account()))
                .filterWhen(notice -> isThereFor(viewer, notice))
                .count();
    }

    /** Whether one of its lines is; most often the first that is looked at. */
    private Mono<Boolean> isThereFor(Viewer viewer, Notice notice) {
        return Flux.fromIterable(notice.lines())
                .concatMap(line -> dispatches.find(viewer, new TicketNumber(line.number())), 1)
                .hasElements();
    }

    /** Somebody has read it. */
    public Mono<Notice> read(String unit, String key, String account) {
        return notices.change(key, notice -> {
            Refused.unless(notice.unit().equals(unit), General.NOT_FOUND);
            return notice.readBy(account);
        });
    }

    private Mono<Void> given(String number, Unit to, Deadlines deadlines, Instant at) {
        return told(number, to.code(), Subject.DISPATCHED, null, deadlines.acknowledgeBy(), at);
    }

    private Mono<Void> told(
            String number, String unit, Subject subject, @Nullable LimitKind item, Instant dueAt, Instant at) {
        Instant now = clock.instant();
        if (at.isBefore(now.minus(Notice.NEWS))) {
            return Mono.empty();
        }
        return dispatches
                .find(Viewer.itself(now), new TicketNumber(number))
                .map(Versioned::state)
                .flatMapMany(ticket -> {
                    Line line = line(ticket, subject, item, dueAt, at);
                    return Flux.fromIterable(blanks(ticket, unit, line))
                            .concatMap(blank -> gathering.add(blank, line, now));
                })
                .then();
    }

    private List<Notice> blanks(Dispatch ticket, String unit, Line line) {
        if (ticket.classification().urgency() != Urgency.EMERGENCY) {
            return List.of(Notice.gathering(unit, slots.next(line.at())));
        }
        return line.subject() == Subject.DUTY_OFFICE
                ? Stream.of(unit, Notice.DUTY_OFFICE)
                        .map(one -> Notice.alone(one, line))
                        .toList()
                : List.of(Notice.alone(unit, line));
    }

    private static Line line(Dispatch ticket, Subject subject, @Nullable LimitKind item, Instant dueAt, Instant at) {
        Topic topic = ticket.classification().topic();
        return new Line(
                ticket.number().value(),
                topic == null ? null : topic.term(),
                subject,
                item,
                dueAt,
                at,
                ticket.appeal().confidential());
    }

    private Mono<Notice> seenBy(Viewer viewer, Notice notice) {
        List<Line> listed =
                notice.lines().subList(0, Math.min(LINES_SHOWN, notice.lines().size()));
        return Flux.fromIterable(listed)
                .flatMapSequential(
                        line -> dispatches
                                .find(viewer, new TicketNumber(line.number()))
                                .map(stored -> stored.state().opensTo(viewer) ? line : line.withheld()),
                        SIDE_BY_SIDE)
                .collectList()
                .map(seen -> notice.showing(seen, notice.lines().size() - listed.size()));
    }
}
