package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.routing.deadline.CalendarFile;
import cn.hotline.routing.deadline.DeadlineDesk;
import cn.hotline.routing.deadline.PublishedDeadlines;
import cn.hotline.routing.deadline.TimeLimitFile;
import cn.hotline.routing.deadline.model.CalendarVersion;
import cn.hotline.routing.deadline.model.LimitsVersion;
import cn.hotline.routing.dispatch.Desks.HandClock;
import cn.hotline.routing.dispatch.model.Appeal;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.version.InMemoryVersions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One replica's calendar and time limits, with tickets in memory, from Monday 23 November 2026 at ten on. */
public final class DeadlineOffice {

    public final HandClock clock = new HandClock(Tickets.MONDAY_TEN);
    public final PublishedDeadlines published = Desks.published();
    public final DeadlineDesk desk;
    public final Recounts recounts;
    private final InMemoryDispatches kept;

    public DeadlineOffice() {
        this(new InMemoryVersions<>(), new InMemoryVersions<>(), new InMemoryDispatches(), all -> all);
    }

    /** @param seen how this replica sees what is kept: perhaps it fails now and then */
    DeadlineOffice(
            InMemoryVersions<CalendarVersion> calendars,
            InMemoryVersions<LimitsVersion> limits,
            InMemoryDispatches kept,
            UnaryOperator<Dispatches> seen) {
        this.kept = kept;
        Dispatches dispatches = seen.apply(kept);
        desk = new DeadlineDesk(calendars, limits, published, new RunningClocks(dispatches, clock), "630100", clock);
        recounts = new Recounts(dispatches, published, clock);
        desk.begin(
                        CalendarFile.load(KnowledgeFiles.ofClassPath(), Instant.EPOCH),
                        TimeLimitFile.load(KnowledgeFiles.ofClassPath(), Instant.EPOCH))
                .block();
    }

    /** A ticket of the grade 一般, given to the city centre at that moment. */
    public Dispatch dispatched(String number, String local) {
        var told = Tickets.plain(number).registration();
        return asked(kept.open(Dispatch.open(
                        new TicketNumber(number),
                        Appeal.of(told),
                        Desks.assessed(told.matter()),
                        published.get(),
                        at(local))))
                .state();
    }

    public static <T> @Nullable T asked(Mono<T> asked) {
        return asked.contextWrite(Cause.command("630100", "admin", null, null).context())
                .block();
    }

    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ChassisWiring.ZONE).toInstant();
    }
}
