package cn.hotline.routing.deadline;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.routing.deadline.model.CalendarVersion;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.deadline.model.Ladder;
import cn.hotline.routing.deadline.model.LimitsVersion;
import cn.hotline.routing.deadline.model.OpenHours;
import cn.hotline.routing.deadline.model.Terms;
import cn.hotline.routing.deadline.model.TimeLimits;
import cn.hotline.routing.deadline.model.WorkingCalendar;
import cn.hotline.routing.version.InForce;
import cn.hotline.routing.version.model.Version;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calendar and time limits in force, with those before: what every decision asks. A new version replaces the policy as a
 * whole; whoever has taken one goes on with it to the end of the decision.
 *
 * <p>Thread-safe.
 */
public final class PublishedDeadlines implements Supplier<DeadlinePolicy> {

    private final List<OpenHours> hours;
    private final Terms terms;
    private final Ladder ladder;
    private final Known<CalendarVersion, WorkingCalendar> calendars = new Known<>(this::opened);
    private final Known<LimitsVersion, TimeLimits> limits = new Known<>(LimitsVersion::limits);
    private volatile @Nullable DeadlinePolicy policy;

    public PublishedDeadlines(List<OpenHours> hours, Terms terms, Ladder ladder) {
        this.hours = List.copyOf(hours);
        this.terms = terms;
        this.ladder = ladder;
    }

    /** @throws IllegalStateException before the first versions were taken: nothing may be decided so early */
    @Override
    public DeadlinePolicy get() {
        DeadlinePolicy now = policy;
        if (now == null) {
            throw new IllegalStateException("no version of calendar and time limits has been taken yet");
        }
        return now;
    }

    public InForce<CalendarVersion> calendars() {
        return calendars;
    }

    public InForce<LimitsVersion> limits() {
        return limits;
    }

    /** A calendar that is not published, as it would count. */
    WorkingCalendar opened(CalendarVersion version) {
        return version.opened(hours, ChassisWiring.ZONE);
    }

    private void renew() {
        if (!calendars.all.isEmpty() && !limits.all.isEmpty()) {
            List<TimeLimits> rules = limits.newestFirst();
            List<WorkingCalendar> days = calendars.newestFirst();
            policy = new DeadlinePolicy(
                    rules.get(0),
                    days.get(0),
                    terms,
                    ladder,
                    rules.subList(1, rules.size()),
                    days.subList(1, days.size()));
        }
    }

    /** All versions of one of both that are known here, and what each counts by. */
    private final class Known<V extends Version<V>, T> implements InForce<V> {

        private final TreeMap<Long, Taken<V, T>> all = new TreeMap<>();
        private final Function<V, T> counting;

        Known(Function<V, T> counting) {
            this.counting = counting;
        }

        @Override
        public V version() {
            synchronized (PublishedDeadlines.this) {
                if (all.isEmpty()) {
                    throw new IllegalStateException("no version has been taken yet");
                }
                return all.lastEntry().getValue().version();
            }
        }

        @Override
        public void take(V version) {
            synchronized (PublishedDeadlines.this) {
                if (!all.containsKey(version.number())) {
                    all.put(version.number(), new Taken<>(version, counting.apply(version)));
                    renew();
                }
            }
        }

        private List<T> newestFirst() {
            return all.descendingMap().values().stream().map(Taken::counts).toList();
        }
    }

    /** A version, and what it counts by. */
    private record Taken<V, T>(V version, T counts) {}
}
