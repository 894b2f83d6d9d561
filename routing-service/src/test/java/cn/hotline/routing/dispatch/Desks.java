package cn.hotline.routing.dispatch;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.routing.catalogue.Recommender;
import cn.hotline.routing.catalogue.model.Confidence;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.DangerEar;
import cn.hotline.routing.deadline.CalendarFile;
import cn.hotline.routing.deadline.PublishedDeadlines;
import cn.hotline.routing.deadline.TimeLimitFile;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.Ladder;
import cn.hotline.routing.deadline.model.OpenHours;
import cn.hotline.routing.deadline.model.Terms;
import cn.hotline.routing.deadline.model.TimeLimit;
import cn.hotline.routing.dispatch.model.Classification;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.replycheck.Copies;
import cn.hotline.routing.replycheck.ReplyCheck;
import cn.hotline.routing.roster.InMemoryRosters;
import cn.hotline.routing.units.Units;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** Both desks with the knowledge that comes with the service, documents in memory and a clock that is set by hand. */
public final class Desks {

    private static final KnowledgeFiles FILES = KnowledgeFiles.ofClassPath();

    public static final Categories CATEGORIES = Categories.load(FILES);
    public static final Units UNITS = Units.load(FILES);
    public static final Assessor ASSESSOR =
            new Assessor(Recommender.load(FILES, new Confidence(0.6, 0.7)), CATEGORIES, Divisions.load(FILES));
    public static final PublishedDeadlines PUBLISHED = published();
    public static final DeadlinePolicy POLICY = PUBLISHED.get();

    private static final ReplyCheck CHECK = ReplyCheck.load(FILES, DangerEar.load(FILES));
    private static final Copies COPIES = Copies.load(FILES);

    public final HandClock clock = new HandClock(Tickets.MONDAY_TEN);
    public final InMemoryDispatches dispatches = new InMemoryDispatches();
    public final InMemoryRosters rosters = InMemoryRosters.ofAll(UNITS);
    public final DispatchDesk dispatching;
    public final MeterRegistry meters = new SimpleMeterRegistry();
    public final UnitDesk units;
    /** What was written down, such as {@code BREAK_GLASS XN261123-000001}. */
    public final List<String> audited = new ArrayList<>();

    /** Whether nothing can be written down now. */
    public boolean auditFails;

    public final SecrecyDesk secrecy = new SecrecyDesk(
            dispatches,
            act -> auditFails
                    ? Mono.error(new IllegalStateException("the audit log is full"))
                    : Mono.fromRunnable(() -> audited.add(act.action() + " " + act.subject())),
            clock);

    public Desks() {
        this(ASSESSOR);
    }

    /** With another understanding of appeals. */
    Desks(Assessor assessor) {
        EmergencyCover cover = new EmergencyCover(rosters, UNITS);
        dispatching = new DispatchDesk(dispatches, assessor, cover, PUBLISHED, clock);
        ReplyReading reading = new ReplyReading(dispatches, CHECK, COPIES, meters);
        units = new UnitDesk(dispatches, UNITS, assessor, cover, PUBLISHED, reading, clock);
    }

    /** The dispatchers' desk over other documents. */
    DispatchDesk dispatching(Dispatches others) {
        return new DispatchDesk(others, ASSESSOR, new EmergencyCover(rosters, UNITS), PUBLISHED, clock);
    }

    /** What a city begins with. */
    public static PublishedDeadlines published() {
        PublishedDeadlines published = new PublishedDeadlines(
                List.of(OpenHours.of("08:30-12:00"), OpenHours.of("14:30-18:00")),
                new Terms(TimeLimit.of("1wd"), TimeLimit.of("10min"), 1, 10, LocalTime.of(17, 0)),
                new Ladder(Duration.ofMinutes(5), Duration.ofMinutes(8), Duration.ofMinutes(12)));
        published.calendars().take(CalendarFile.load(FILES, Instant.EPOCH));
        published.limits().take(TimeLimitFile.load(FILES, Instant.EPOCH));
        return published;
    }

    public Viewer seenBy(Staff staff) {
        return People.viewer(staff, clock.instant());
    }

    /** A clock that stands until it is set. */
    public static final class HandClock extends Clock {

        private Instant now;

        HandClock(Instant now) {
            this.now = now;
        }

        public void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ChassisWiring.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    /** As it is read on the day of all these tests. */
    public static Classification assessed(IntakeEvent.Matter matter) {
        return ASSESSOR.assess(matter, LocalDate.ofInstant(Tickets.MONDAY_TEN, ChassisWiring.ZONE));
    }
}
