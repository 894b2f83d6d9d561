package cn.hotline.routing.place;

import static cn.hotline.routing.place.model.PlaceRefusal.NOT_LEARNED;
import static cn.hotline.routing.place.model.PlaceRefusal.NOT_SILENCED;
import static cn.hotline.routing.place.model.PlaceRefusal.SILENCED_ALREADY;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.place.model.NameRuling;
import cn.hotline.routing.version.model.Editor;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * 地名学习: learns names of places from the tenant's own confirmed tickets, and has what was learned last, without the
 * names that somebody silenced. Of what was learned nothing is kept: whoever starts learns again. What was decided about
 * names is.
 */
public final class PlaceSchool implements Supplier<LearnedPlaces> {

    /** Tickets that are read each time, the newest first. */
    private static final int MOST_TICKETS = 5_000;
    /** So that no name is one of a single caller's ticket. */
    private static final int LEAST_SUPPORT = 3;
    /** What was decided before these counts no more. */
    private static final int MOST_RULINGS = 5_000;

    private final ConfirmedPlaces tickets;
    private final NameRulings rulings;
    private final String tenant;
    private final Clock clock;
    private final PlaceLearner learner = new PlaceLearner(LEAST_SUPPORT);
    private volatile Taught taught = new Taught(LearnedPlaces.NONE, List.of());

    /** @param tenant whose tickets are learned from */
    public PlaceSchool(ConfirmedPlaces tickets, NameRulings rulings, String tenant, Clock clock) {
        this.tickets = tickets;
        this.rulings = rulings;
        this.tenant = tenant;
        this.clock = clock;
    }

    /**
     * All that was learned, and what was decided about it.
     *
     * @param learned with the silenced names
     * @param rulings the newest first
     */
    public record Overview(LearnedPlaces learned, List<NameRuling> rulings) {

        public boolean isSilenced(String name) {
            return rulings.stream()
                    .filter(ruling -> ruling.name().equals(name))
                    .findFirst()
                    .filter(NameRuling::silenced)
                    .isPresent();
        }
    }

    /** Without the silenced names. */
    @Override
    public LearnedPlaces get() {
        return taught.heeded;
    }

    /** Of another tenant there is nothing here. */
    public Mono<Overview> overview() {
        return ours(Mono.fromSupplier(() -> new Overview(taught.all, taught.rulings)));
    }

    /** Until it is done, what was learned before is in use; it stays so when reading fails. */
    public Mono<LearnedPlaces> learn() {
        return tickets.newest()
                .take(MOST_TICKETS)
                .collectList()
                .publishOn(Schedulers.boundedElastic())
                .map(learner::learn)
                .flatMap(learned -> newestRulings().map(newest -> {
                    taught = new Taught(learned, newest);
                    return taught.heeded;
                }));
    }

    /** Takes up what was decided at another replica. */
    public Mono<Void> refresh() {
        return newestRulings()
                .doOnNext(newest -> {
                    var now = taught;
                    if (!newest.equals(now.rulings)) {
                        taught = new Taught(now.all, newest);
                    }
                })
                .then();
    }

    /** 停用: the name says nothing of places from now on. */
    public Mono<NameRuling> silence(String name, String reason, Editor by) {
        return ruled(name, true, reason, by);
    }

    /** 恢复. */
    public Mono<NameRuling> restore(String name, String reason, Editor by) {
        return ruled(name, false, reason, by);
    }

    private Mono<NameRuling> ruled(String name, boolean silenced, String reason, Editor by) {
        return ours(newestRulings().flatMap(newest -> {
            boolean before = new Overview(LearnedPlaces.NONE, newest).isSilenced(name);
            Refused.unless(before || !silenced || taught.all.knows(name), NOT_LEARNED);
            Refused.unless(before != silenced, silenced ? SILENCED_ALREADY : NOT_SILENCED);
            long number = newest.isEmpty() ? 1 : newest.get(0).number() + 1;
            var ruling = new NameRuling(number, name, silenced, by, clock.instant(), reason);
            return rulings.keep(ruling)
                    .doOnNext(kept -> Refused.unless(kept, General.VERSION_CONFLICT))
                    .then(refresh())
                    .thenReturn(ruling);
        }));
    }

    private Mono<List<NameRuling>> newestRulings() {
        return rulings.newest(MOST_RULINGS).collectList();
    }

    private <T> Mono<T> ours(Mono<T> asked) {
        return Cause.current()
                .flatMap(cause ->
                        cause.tenant().equals(tenant) ? asked : Mono.error(() -> new Refused(General.NOT_FOUND)));
    }

    /** What is in use, as a whole. */
    private static final class Taught {
        private final LearnedPlaces all;
        private final List<NameRuling> rulings;
        private final LearnedPlaces heeded;

        private Taught(LearnedPlaces all, List<NameRuling> rulings) {
            this.all = all;
            this.rulings = List.copyOf(rulings);
            this.heeded = all.without(silenced(rulings));
        }

        private static Set<String> silenced(List<NameRuling> newestFirst) {
            Map<String, Boolean> byName = new LinkedHashMap<>();
            newestFirst.forEach(ruling -> byName.putIfAbsent(ruling.name(), ruling.silenced()));
            return byName.entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }
}
