package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.TAKEN_BY_TWO;

import cn.hotline.chassis.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 保密: who may read a confidential ticket. In a unit, whoever heads it and their deputies, and clerks they name; of the
 * hotline, two people who took it by name (GB/T 33358: 对来电人要求保密的事项，限定知悉范围). When none of them can be
 * reached, two others together open it for half an hour (应急查看).
 *
 * @param takers accounts of the hotline, at most {@value #MOST_TAKERS}
 * @param clerks keys of clerks who were named
 * @param need the last time it was, or is to be, opened in need; null for never
 */
public record Secrecy(
        List<String> takers, List<String> clerks, @Nullable Need need) {

    static final int MOST_TAKERS = 2;

    /** Within this time the second person confirms what the first one asked for. */
    public static final Duration TO_CONFIRM = Duration.ofMinutes(15);

    /** So long it stays open to both. */
    public static final Duration OPEN = Duration.ofMinutes(30);

    static final Secrecy NONE_NAMED = new Secrecy(List.of(), List.of(), null);

    public Secrecy(@Nullable List<String> takers, @Nullable List<String> clerks, @Nullable Need need) {
        this.takers = takers == null ? List.of() : List.copyOf(takers);
        this.clerks = clerks == null ? List.of() : List.copyOf(clerks);
        this.need = need;
    }

    /** 署名查看: takes it by name, for good. */
    Secrecy taken(Staff by) {
        if (takers.contains(by.account())) {
            return this;
        }
        Refused.unless(takers.size() < MOST_TAKERS, TAKEN_BY_TWO);
        return new Secrecy(and(takers, by.account()), clerks, need);
    }

    /** 指定经办人. */
    Secrecy named(String clerk) {
        return clerks.contains(clerk) ? this : new Secrecy(takers, and(clerks, clerk), need);
    }

    /** 应急查看: the first person asks, another one confirms; asking again begins anew. */
    Secrecy needed(Staff by, Instant at) {
        return new Secrecy(
                takers,
                clerks,
                isConfirmedBy(by, at)
                        ? new Need(need.first(), need.askedAt(), by.account(), at)
                        : new Need(by.account(), at, null, null));
    }

    /** Whether this person would be the second of the two. */
    boolean isConfirmedBy(Staff by, Instant at) {
        return need != null && need.awaitsSecond(at) && !need.first().equals(by.account());
    }

    boolean isOpenedInNeed(Staff viewer, Instant at) {
        return need != null && need.isOpenTo(viewer.account(), at);
    }

    /** Whether somebody has asked and nobody confirmed yet. */
    public boolean awaitsSecond(Instant at) {
        return need != null && need.awaitsSecond(at);
    }

    private static List<String> and(List<String> all, String another) {
        return Stream.concat(all.stream(), Stream.of(another)).toList();
    }

    /**
     * Opened by two in need.
     *
     * @param first account of who asked
     * @param second account of who confirmed; null until then, with {@code openedAt}
     */
    public record Need(
            String first,
            Instant askedAt,
            @Nullable String second,
            @Nullable Instant openedAt) {

        /** Until when the second person must confirm; null when one has. */
        public @Nullable Instant confirmBy() {
            return second == null ? askedAt.plus(TO_CONFIRM) : null;
        }

        /** Until when, not included, it is open to both; null before. */
        public @Nullable Instant openUntil() {
            return openedAt == null ? null : openedAt.plus(OPEN);
        }

        boolean awaitsSecond(Instant at) {
            Instant by = confirmBy();
            return by != null && !at.isAfter(by);
        }

        boolean isOpenTo(String account, Instant at) {
            Instant until = openUntil();
            return until != null && at.isBefore(until) && (account.equals(first) || account.equals(second));
        }
    }
}
