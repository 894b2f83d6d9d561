package cn.hotline.followup;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.exclusion.ExclusionDesk;
import cn.hotline.followup.exclusion.model.ExclusionPolicy;
import cn.hotline.followup.revisit.InMemoryMatters;
import cn.hotline.followup.revisit.InMemoryRevisits;
import cn.hotline.followup.revisit.RevisitCase;
import cn.hotline.followup.revisit.RevisitDesk;
import cn.hotline.followup.revisit.kafka.IntakeEventsIn;
import cn.hotline.followup.revisit.kafka.RoutingEventsIn;
import cn.hotline.followup.revisit.model.RevisitPolicy;
import cn.hotline.followup.revisit.model.RevisitStatus;
import cn.hotline.followup.revisit.model.Revisitor;
import cn.hotline.followup.revisit.model.TicketNumber;
import cn.hotline.followup.supervision.InMemoryWatches;
import cn.hotline.followup.supervision.SupervisionDesk;
import cn.hotline.followup.supervision.kafka.FollowupEventsIn;
import cn.hotline.followup.supervision.model.SupervisionPolicy;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.routing.contract.RoutingEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The service without I/O: its real desk and handler tables on ports in memory. */
public final class FollowupInMemory {

    /** A revisitor of the hotline. */
    public static final Revisitor REVISITOR = new Revisitor("revisitor", "何雪", null);

    /** When supervision looks, and somebody excludes. */
    public static final Instant NOW = Story.REPLIED.plusSeconds(86_400);

    private final InMemoryRevisits revisits = new InMemoryRevisits();
    private final List<String> audited = new ArrayList<>();
    private final InMemoryMatters matters = new InMemoryMatters();
    private final InMemoryWatches watches = new InMemoryWatches();
    private final SupervisionDesk supervision = new SupervisionDesk(
            watches,
            matters,
            new SupervisionPolicy(1, 3, 2, Duration.ofDays(7), 3, 3),
            Clock.fixed(NOW, ZoneOffset.UTC));
    private final RevisitDesk desk = new RevisitDesk(
            revisits,
            matters,
            new RevisitPolicy(3, LocalTime.of(9, 0), Duration.ofDays(30)),
            act -> Mono.fromRunnable(() -> audited.add(act.action() + " " + act.subject())));
    private final ExclusionDesk exclusions = new ExclusionDesk(
            desk,
            revisits,
            new ExclusionPolicy(Duration.ofDays(30)),
            act -> Mono.fromRunnable(() -> audited.add(act.action() + " " + act.subject())),
            Clock.fixed(NOW, ZoneOffset.UTC));
    private final Map<Object, Long> sequences = new HashMap<>();

    public RevisitDesk desk() {
        return desk;
    }

    /** Hears an event; hearing the same again is the same event delivered twice. */
    public FollowupInMemory hears(IntakeEvent event) {
        IntakeEventsIn.handlers(desk)
                .handle(event)
                .contextWrite(cause(IntakeEvent.TICKET_STREAM, event).context())
                .block();
        return this;
    }

    public FollowupInMemory hears(RoutingEvent event) {
        RoutingEventsIn.handlers(desk)
                .and(cn.hotline.followup.supervision.kafka.RoutingEventsIn.handlers(supervision))
                .handle(event)
                .contextWrite(cause(RoutingEvent.DISPATCH_STREAM, event).context())
                .block();
        return this;
    }

    /** What revisits decided, as supervision hears it. */
    public FollowupInMemory hears(FollowupEvent event) {
        FollowupEventsIn.handlers(supervision)
                .handle(event)
                .contextWrite(cause(FollowupEvent.REVISIT_STREAM, event).context())
                .block();
        return this;
    }

    public SupervisionDesk supervision() {
        return supervision;
    }

    public ExclusionDesk exclusions() {
        return exclusions;
    }

    /** Time goes by. */
    public void look() {
        supervision.look().block();
    }

    /** What supervision told so far, oldest first. */
    public List<FollowupEvent> pressed() {
        return watches.told();
    }

    /** Facts that supervision found out of place. */
    public List<Refused> contradictions() {
        return watches.contradictions();
    }

    public RevisitCase find(String number) {
        return desk.find(REVISITOR, new TicketNumber(number)).block();
    }

    /** The numbers of the cases in a status. */
    public List<String> list(RevisitStatus status) {
        return desk.list(REVISITOR, status, new Page.Asked(0, Page.LARGEST))
                .map(page -> page.items().stream()
                        .map(found -> found.revisit().ticket().value())
                        .toList())
                .block();
    }

    /** What was written down, such as {@code TAKE_CONFIDENTIAL XN240618-000123}. */
    public List<String> audited() {
        return audited;
    }

    /** Everything told so far, oldest first. */
    public List<FollowupEvent> told() {
        return revisits.told();
    }

    private Cause cause(String stream, Object event) {
        long sequence = sequences.computeIfAbsent(event, first -> sequences.size() + 1L);
        return Cause.event("630100", stream, sequence, null);
    }
}
