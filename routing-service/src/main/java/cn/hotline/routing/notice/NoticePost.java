package cn.hotline.routing.notice;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.notice.NoticeChannel.Message;
import cn.hotline.routing.notice.model.Addressees;
import cn.hotline.routing.notice.model.Line;
import cn.hotline.routing.notice.model.Notice;
import cn.hotline.routing.notice.model.NoticeText;
import cn.hotline.routing.roster.Rosters;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 通知投递: hands on what is due. One replica takes a notice for a while; should it stop in the middle, another hands it on
 * with the same key, by which the provider knows what it has told already.
 */
public final class NoticePost {

    private static final int AT_ONCE = 50;
    private static final int SIDE_BY_SIDE = 4;
    private static final Logger LOG = LoggerFactory.getLogger(NoticePost.class);

    private final Notices notices;
    private final Dispatches dispatches;
    private final Rosters rosters;
    private final Units units;
    private final Addressees addressees;
    private final NoticeChannel channel;
    private final Clock clock;

    public NoticePost(
            Notices notices,
            Dispatches dispatches,
            Rosters rosters,
            Units units,
            Addressees addressees,
            NoticeChannel channel,
            Clock clock) {
        this.notices = notices;
        this.dispatches = dispatches;
        this.rosters = rosters;
        this.units = units;
        this.addressees = addressees;
        this.channel = channel;
        this.clock = clock;
    }

    /** Hands on what is due by now, who has waited longest first; how many notices. */
    public Mono<Long> handOn() {
        return notices.toHandOn(clock.instant(), AT_ONCE)
                .flatMapSequential(this::handOn, SIDE_BY_SIDE)
                .count();
    }

    private Mono<Notice> handOn(String key) {
        Instant now = clock.instant();
        return notices.change(key, notice -> notice.taken(now).orElseThrow(() -> new Refused(General.VERSION_CONFLICT)))
                .flatMap(notice -> sent(notice, now))
                .onErrorResume(Refused.class, another -> Mono.empty());
    }

    private Mono<Notice> sent(Notice notice, Instant now) {
        return message(notice, now)
                .flatMap(channel::send)
                .then(Mono.defer(
                        () -> notices.change(notice.key(), kept -> kept.handedOn(notice.toOffer(), clock.instant()))))
                .onErrorResume(failure -> failed(notice, failure));
    }

    /** Empty when there is nobody who could be told, or all of it has been done. */
    private Mono<Message> message(Notice notice, Instant now) {
        return Flux.fromIterable(notice.toHandOn())
                .filterWhen(line -> isStillTrue(line, notice.unit(), now))
                .collectList()
                .filter(lines -> !lines.isEmpty())
                .flatMap(lines -> rosters.of(notice.unit())
                        .map(roster -> addressees.of(notice, roster, now))
                        .filter(to -> !to.isEmpty())
                        .map(to -> message(notice, to, lines)));
    }

    /** Nobody is told to sign what they have signed, or what another unit has now. */
    private Mono<Boolean> isStillTrue(Line line, String unit, Instant now) {
        return dispatches
                .find(Viewer.itself(now), new TicketNumber(line.number()))
                .map(Versioned::state)
                .filter(ticket -> ticket.awaits(line.deadline(), unit.equals(Notice.DUTY_OFFICE) ? null : unit))
                .hasElement();
    }

    private Message message(Notice notice, List<String> to, List<Line> lines) {
        String name = units.find(notice.unit()).map(Unit::name).orElse(addressees.dutyOffice());
        return new Message(
                notice.key() + "-" + notice.handedOn(),
                to,
                NoticeText.of(name, lines, notice.more(), clock.getZone()),
                notice.emergency());
    }

    private Mono<Notice> failed(Notice notice, Throwable failure) {
        LOG.warn("Notice {} could not be handed on and is tried again: {}", notice.key(), failure.toString());
        return notices.change(notice.key(), kept -> kept.failed(clock.instant()));
    }
}
