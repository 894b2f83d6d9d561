package cn.hotline.reporting;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily;
import cn.hotline.chassis.event.EventHandlers;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.reporting.codes.CodeFiles;
import cn.hotline.reporting.codes.Terms;
import cn.hotline.reporting.dailyreport.DailyReportDesk;
import cn.hotline.reporting.dailyreport.DayRows;
import cn.hotline.reporting.dailyreport.InMemoryIssuedReports;
import cn.hotline.reporting.dailyreport.ReportBookFiles;
import cn.hotline.reporting.dailyreport.model.DailyReport;
import cn.hotline.reporting.dailyreport.model.DailyReportPolicy;
import cn.hotline.reporting.ledger.InMemoryCallEntries;
import cn.hotline.reporting.ledger.InMemoryLedgerEntries;
import cn.hotline.reporting.ledger.TicketLedger;
import cn.hotline.reporting.ledger.kafka.FollowupEventsIn;
import cn.hotline.reporting.ledger.kafka.IntakeEventsIn;
import cn.hotline.reporting.ledger.kafka.RoutingEventsIn;
import cn.hotline.routing.contract.RoutingEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * The city office with nothing in it: every desk on rows in memory and a clock that stands at 08:00 on the day after
 * {@link Told#DAY}. Events go in through the real handler tables.
 */
public final class Office {

    private static final Set<Class<?>> SUPERVISION = Set.of(
            FollowupEvent.UrgeIssued.class,
            FollowupEvent.SupervisionIssued.class,
            FollowupEvent.SupervisionAnswered.class,
            FollowupEvent.SupervisionLifted.class,
            FollowupEvent.TicketEscalated.class);

    public static final Cause CAUSE = Cause.command("630100", "office", null, null);

    public final InMemoryLedgerEntries entries = new InMemoryLedgerEntries();
    public final InMemoryCallEntries calls = new InMemoryCallEntries();
    public final InMemoryIssuedReports issued = new InMemoryIssuedReports();
    public final Clock clock = Clock.fixed(Told.at(Told.DAY.plusDays(1), 8, 0), ZoneId.of("Asia/Shanghai"));
    public final TicketLedger ledger = new TicketLedger(entries, calls);
    public final Terms terms = Terms.load(CodeFiles.delivered());
    public final DailyReportPolicy policy = new DailyReportPolicy(
            ReportBookFiles.load(CodeFiles.delivered(), 5), ReportBookFiles.wording(CodeFiles.delivered()));
    public final DailyReportDesk desk =
            new DailyReportDesk(new DayRows(entries, calls), issued, policy, clock, Duration.ofHours(1));

    private final EventHandlers<IntakeEvent> intake = IntakeEventsIn.handlers(ledger);
    private final EventHandlers<RoutingEvent> routing = RoutingEventsIn.handlers(ledger);
    private final EventHandlers<FollowupEvent> followup = FollowupEventsIn.handlers(ledger);
    private final Map<String, Long> sequences = new HashMap<>();

    /** Hears an event for the first time. */
    public Office hears(Object event) {
        return hears(event, sequences.merge(stream(event) + subject(event), 1L, Long::sum));
    }

    /** Hears the event that stands there in its stream, perhaps again. */
    public Office hears(Object event, long sequence) {
        Mono<Void> handled;
        if (event instanceof IntakeEvent told) {
            handled = intake.handle(told);
        } else if (event instanceof RoutingEvent told) {
            handled = routing.handle(told);
        } else {
            handled = followup.handle((FollowupEvent) event);
        }
        handled.contextWrite(
                        Cause.event("630100", stream(event), sequence, null).context())
                .block();
        return this;
    }

    /** The draft of a day, as a reader who comes for the first time gets it. */
    public DailyReport draft(LocalDate day) {
        return asked(new DailyReportDesk(new DayRows(entries, calls), issued, policy, clock, Duration.ZERO).draft(day));
    }

    /** What the office is answered. */
    public <T> T asked(Mono<T> question) {
        T answer = question.contextWrite(CAUSE.context()).block();
        if (answer == null) {
            throw new AssertionError("no answer");
        }
        return answer;
    }

    public Instant now() {
        return clock.instant();
    }

    private static String stream(Object event) {
        if (event instanceof IntakeEvent.CallRecorded) {
            return IntakeEvent.CALL_STREAM;
        }
        if (event instanceof IntakeEvent) {
            return IntakeEvent.TICKET_STREAM;
        }
        if (event instanceof RoutingEvent) {
            return RoutingEvent.DISPATCH_STREAM;
        }
        return SUPERVISION.contains(event.getClass()) ? FollowupEvent.SUPERVISION_STREAM : FollowupEvent.REVISIT_STREAM;
    }

    private static String subject(Object event) {
        EventFamily<?> family = event instanceof IntakeEvent
                ? IntakeEventsIn.FAMILY
                : event instanceof RoutingEvent ? RoutingEventsIn.FAMILY : FollowupEventsIn.FAMILY;
        return subject(family, event);
    }

    private static <E> String subject(EventFamily<E> family, Object event) {
        return family.subjectOf(family.type().cast(event));
    }
}
