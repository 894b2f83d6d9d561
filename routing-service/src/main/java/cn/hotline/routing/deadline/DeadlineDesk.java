package cn.hotline.routing.deadline;

import static cn.hotline.routing.deadline.model.DeadlineRefusal.CALENDAR_CHANGED_MEANWHILE;
import static cn.hotline.routing.deadline.model.DeadlineRefusal.LIMITS_CHANGED_MEANWHILE;
import static cn.hotline.routing.deadline.model.DeadlineRefusal.NOTHING_CHANGED;

import cn.hotline.chassis.Refused;
import cn.hotline.routing.deadline.model.CalendarVersion;
import cn.hotline.routing.deadline.model.LimitsVersion;
import cn.hotline.routing.deadline.model.Outlook;
import cn.hotline.routing.deadline.model.SpecialDay;
import cn.hotline.routing.version.VersionDesk;
import cn.hotline.routing.version.Versions;
import cn.hotline.routing.version.model.Editor;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 日历与时限维护: new versions of the working calendar and of the time limits. A calendar holds for every open deadline, which
 * is counted anew; limits hold for what is dispatched from then on.
 */
public final class DeadlineDesk {

    /** Deadlines that still run must be explained and counted anew by what they came from. */
    private static final int KNOWN = 1_000;

    private final VersionDesk<CalendarVersion> calendars;
    private final VersionDesk<LimitsVersion> limits;
    private final PublishedDeadlines published;
    private final OpenDeadlines open;
    private final Clock clock;

    public DeadlineDesk(
            Versions<CalendarVersion> calendars,
            Versions<LimitsVersion> limits,
            PublishedDeadlines published,
            OpenDeadlines open,
            String tenant,
            Clock clock) {
        this.calendars = new VersionDesk<>(calendars, published.calendars(), KNOWN, tenant);
        this.limits = new VersionDesk<>(limits, published.limits(), KNOWN, tenant);
        this.published = published;
        this.open = open;
        this.clock = clock;
    }

    /** Puts the newest versions into force; a city that has none begins with these. */
    public Mono<Void> begin(CalendarVersion days, LimitsVersion rules) {
        return calendars.begin(() -> days).then(limits.begin(() -> rules)).then(Mono.defer(() -> learn(days)));
    }

    /** Takes up what another replica has published. */
    public Mono<Void> refresh() {
        return calendars.refresh().then(limits.refresh());
    }

    public CalendarVersion calendar() {
        return calendars.current();
    }

    public LimitsVersion limits() {
        return limits.current();
    }

    /** The newest first. */
    public Flux<CalendarVersion> calendarHistory() {
        return calendars.history();
    }

    /** The newest first. */
    public Flux<LimitsVersion> limitsHistory() {
        return limits.history();
    }

    /** Which open deadlines would move, had that year these days. */
    public Mono<Outlook> outlook(int year, List<SpecialDay> days) {
        return Mono.defer(() -> {
            CalendarVersion planned = calendar().followedBy(year, days, Editor.SERVICE, clock.instant(), "");
            return calendars.ours(open.outlook(published.get().by(published.opened(planned))));
        });
    }

    /**
     * Publishes the days of a year.
     *
     * @param against number of the version that was looked at
     */
    public Mono<CalendarVersion> publish(int year, List<SpecialDay> days, String reason, long against, Editor by) {
        return Mono.defer(() -> {
            CalendarVersion current = calendar();
            Refused.unless(current.number() == against, CALENDAR_CHANGED_MEANWHILE);
            List<SpecialDay> inOrder =
                    days.stream().sorted(Comparator.comparing(SpecialDay::day)).toList();
            Refused.unless(!current.years().contains(year) || !current.of(year).equals(inOrder), NOTHING_CHANGED);
            return calendars.publish(
                    current.followedBy(year, inOrder, by, clock.instant(), reason), CALENDAR_CHANGED_MEANWHILE);
        });
    }

    /**
     * Publishes the whole table of time limits.
     *
     * @param rows one for each rule
     * @param against number of the version that was looked at
     */
    public Mono<LimitsVersion> publish(List<LimitsVersion.Row> rows, String reason, long against, Editor by) {
        return Mono.defer(() -> {
            LimitsVersion current = limits();
            Refused.unless(current.number() == against, LIMITS_CHANGED_MEANWHILE);
            Refused.unless(!current.rows().equals(rows), NOTHING_CHANGED);
            return limits.publish(current.followedBy(rows, by, clock.instant(), reason), LIMITS_CHANGED_MEANWHILE);
        });
    }

    /** A year that came with a newer release, and that nobody has published, is published: oldest first. */
    private Mono<Void> learn(CalendarVersion shipped) {
        return Flux.fromIterable(shipped.years())
                .filter(year -> !calendar().years().contains(year))
                .concatMap(year -> calendars.bring(
                        calendar().followedBy(year, shipped.of(year), Editor.SERVICE, clock.instant(), "随系统升级提供的放假安排")))
                .then();
    }
}
