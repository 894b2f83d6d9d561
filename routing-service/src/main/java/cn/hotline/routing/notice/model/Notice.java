package cn.hotline.routing.notice.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 通知: what a unit is told at one time. Warnings gather until the next time of the day at which units are told
 * (汇总); an emergency is told alone, at once. Lines that come after it was handed on are handed on too. What may have arrived
 * is handed on again as it was, without what has come since.
 *
 * @param key tells it from all others
 * @param unit code of the unit, or {@link #DUTY_OFFICE}
 * @param emergency whether it is told alone
 * @param from from when on it is shown and handed on
 * @param lines oldest first, at most {@value #MOST_LINES}
 * @param more how many lines had no room
 * @param handedOn how many of the lines have been handed on
 * @param offered so many of the lines have been or are on their way, some perhaps in vain; null when none is
 * @param handOnAt when the others are to be, next time; null when there are none
 * @param failures how often in a row that failed
 * @param readBy accounts of those who have read all of it
 */
public record Notice(
        String key,
        String unit,
        boolean emergency,
        Instant from,
        List<Line> lines,
        int more,
        int handedOn,
        @Nullable Integer offered,
        @Nullable Instant handOnAt,
        int failures,
        List<String> readBy) {

    /** Stands where a unit's code would: the city's duty office (总值班室). */
    public static final String DUTY_OFFICE = "DUTY_OFFICE";

    public static final int MOST_LINES = 300;

    /** So long whoever hands it on has to do so before another may try. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** So long it is worth while to tell something. */
    public static final Duration NEWS = Duration.ofDays(2);

    private static final Duration FIRST_REST = Duration.ofSeconds(15);
    private static final Duration LONGEST_REST = Duration.ofMinutes(30);
    private static final int DOUBLED_AT_MOST = 8;

    public Notice(
            String key,
            String unit,
            boolean emergency,
            Instant from,
            @Nullable List<Line> lines,
            int more,
            int handedOn,
            @Nullable Integer offered,
            @Nullable Instant handOnAt,
            int failures,
            @Nullable List<String> readBy) {
        this.key = key;
        this.unit = unit;
        this.emergency = emergency;
        this.from = from;
        this.lines = lines == null ? List.of() : List.copyOf(lines);
        this.more = more;
        this.handedOn = handedOn;
        this.offered = offered;
        this.handOnAt = handOnAt;
        this.failures = failures;
        this.readBy = readBy == null ? List.of() : List.copyOf(readBy);
    }

    /** What gathers for a unit until then, with nothing in it yet. */
    public static Notice gathering(String unit, Instant from) {
        return blank(unit + "-" + from.toEpochMilli(), unit, false, from);
    }

    /** What a unit is told alone and at once, with nothing in it yet. */
    public static Notice alone(String unit, Line line) {
        String key = String.join(
                "-",
                unit,
                line.number(),
                line.subject().name(),
                String.valueOf(line.item()),
                String.valueOf(line.at().toEpochMilli()));
        return blank(key, unit, true, line.at());
    }

    private static Notice blank(String key, String unit, boolean emergency, Instant from) {
        return new Notice(key, unit, emergency, from, List.of(), 0, 0, null, null, 0, List.of());
    }

    /**
     * With this line too; the same when it is there, or something later of the same deadline. What it makes untrue goes,
     * unless that was offered. What is new is unread.
     */
    public Notice with(Line line, Instant now) {
        if (lines.stream().anyMatch(line::isOldBeside)) {
            return this;
        }
        int stays = offered == null ? handedOn : offered;
        List<Line> all = new ArrayList<>(lines.subList(0, stays));
        lines.stream().skip(stays).filter(earlier -> !earlier.isOldBeside(line)).forEach(all::add);
        if (all.size() == MOST_LINES) {
            return new Notice(
                    key, unit, emergency, from, lines, more + 1, handedOn, offered, handOnAt, failures, List.of());
        }
        all.add(line);
        Instant next = handOnAt == null ? later(from, now) : handOnAt;
        return new Notice(key, unit, emergency, from, all, more, handedOn, offered, next, failures, List.of());
    }

    /** What is still to be handed on: all of it, or what was offered before and may have arrived. */
    public List<Line> toHandOn() {
        return lines.subList(handedOn, toOffer());
    }

    /** How many lines have been handed on when those that are next have. */
    public int toOffer() {
        return offered == null ? lines.size() : offered;
    }

    /** Taken by one who hands it on now; empty when another has it, or there is nothing to hand on. */
    public Optional<Notice> taken(Instant now) {
        return handOnAt == null || handOnAt.isAfter(now)
                ? Optional.empty()
                : Optional.of(new Notice(
                        key,
                        unit,
                        emergency,
                        from,
                        lines,
                        more,
                        handedOn,
                        toOffer(),
                        now.plus(LEASE),
                        failures,
                        readBy));
    }

    /** The first so many lines have been handed on. */
    public Notice handedOn(int count, Instant now) {
        int done = Math.max(handedOn, count);
        Integer rest = offered == null || offered <= done ? null : offered;
        Instant next = done == lines.size() ? null : now;
        return new Notice(key, unit, emergency, from, lines, more, done, rest, next, 0, readBy);
    }

    /** It could not be handed on: again later, and later each time, until it is no news any more. */
    public Notice failed(Instant now) {
        if (now.isAfter(from.plus(NEWS))) {
            return handedOn(lines.size(), now);
        }
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures, DOUBLED_AT_MOST));
        Instant next = now.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
        return new Notice(key, unit, emergency, from, lines, more, handedOn, offered, next, failures + 1, readBy);
    }

    public Notice readBy(String account) {
        return readBy.contains(account)
                ? this
                : new Notice(
                        key,
                        unit,
                        emergency,
                        from,
                        lines,
                        more,
                        handedOn,
                        offered,
                        handOnAt,
                        failures,
                        Stream.concat(readBy.stream(), Stream.of(account)).toList());
    }

    /**
     * With these of its lines only.
     *
     * @param unlisted how many others nobody looked at
     */
    public Notice showing(List<Line> seen, int unlisted) {
        return new Notice(
                key, unit, emergency, from, seen, more + unlisted, handedOn, offered, handOnAt, failures, readBy);
    }

    public boolean isReadBy(String account) {
        return readBy.contains(account);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
