package cn.hotline.followup;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.contract.FollowupEvent;
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
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.routing.contract.RoutingEvent;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The service without I/O: its real desk and handler tables on ports in memory. */
public final class FollowupInMemory {

    /** A revisitor of the hotline. */
    public static final Revisitor REVISITOR = new Revisitor("revisitor", "何雪", null);

    private final InMemoryRevisits revisits = new InMemoryRevisits();
    private final List<String> audited = new ArrayList<>();
    private final RevisitDesk desk = new RevisitDesk(
            revisits,
            new InMemoryMatters(),
            new RevisitPolicy(3, LocalTime.of(9, 0), Duration.ofDays(30)),
            act -> Mono.fromRunnable(() -> audited.add(act.action() + " " + act.subject())));
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
                .handle(event)
                .contextWrite(cause(RoutingEvent.DISPATCH_STREAM, event).context())
                .block();
        return this;
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
