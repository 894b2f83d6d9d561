package cn.hotline.routing.unitsystem;

import cn.hotline.chassis.Cause;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.WrittenActs;
import cn.hotline.routing.unitsystem.model.Condition.Delivery;
import cn.hotline.routing.unitsystem.model.Line;
import cn.hotline.routing.unitsystem.model.UnitSystem;
import cn.hotline.routing.unitsystem.model.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All desks of units' systems with everything in memory. */
final class Systems {

    final Desks desks = new Desks();
    final InMemoryUnitMailbox mailbox = new InMemoryUnitMailbox();
    final Register register = new Register();
    final Broker broker = new Broker();
    final Ways ways = new Ways();
    final Met met = new Met();
    private final AtomicInteger secrets = new AtomicInteger();

    final UnitSystemDesk systems = new UnitSystemDesk(
            register,
            broker,
            mailbox,
            ways,
            met,
            desks.dispatches,
            () -> "secret-" + secrets.incrementAndGet(),
            desks.clock);
    final LetterDesk notices = new LetterDesk(register, desks.dispatches, mailbox, desks.clock);
    final ReconciliationDesk lists = new ReconciliationDesk(notices, desks.dispatches, mailbox, desks.clock);

    ActDesk acts(WrittenActs acts) {
        return new ActDesk(systems, acts, lists, mailbox, met, "630100", desks.clock);
    }

    DeliveryRounds rounds(Courier... couriers) {
        return new DeliveryRounds(register, mailbox, ways, List.of(couriers), desks.clock);
    }

    static <T> @Nullable T done(Mono<T> asked) {
        return asked.contextWrite(Cause.command("630100", "test", null, null).context())
                .block();
    }

    /** A register in a map. */
    static final class Register implements UnitSystems {

        private final Map<String, UnitSystem> kept = new TreeMap<>();

        @Override
        public Mono<UnitSystem> find(String unit) {
            return Mono.fromCallable(() -> kept.get(unit));
        }

        @Override
        public Flux<UnitSystem> active() {
            return Flux.defer(() -> Flux.fromIterable(List.copyOf(kept.values())))
                    .filter(UnitSystem::active);
        }

        @Override
        public Mono<UnitSystem> change(String unit, Function<@Nullable UnitSystem, UnitSystem> decision) {
            return Mono.fromCallable(() -> {
                UnitSystem next = decision.apply(kept.get(unit));
                kept.put(unit, next);
                return next;
            });
        }
    }

    /** A broker that says what it was asked. */
    static final class Broker implements BrokerAccess {

        final List<String> asked = new ArrayList<>();

        @Nullable
        RuntimeException problem;

        @Override
        public Mono<Void> open(Line line, String password) {
            return ask("open " + line.user() + " " + password);
        }

        @Override
        public Mono<Void> keep(Line line) {
            return ask("keep " + line.user());
        }

        @Override
        public Mono<Void> close(Line line) {
            return ask("close " + line.user());
        }

        private Mono<Void> ask(String what) {
            return Mono.fromRunnable(() -> {
                if (problem != null) {
                    throw problem;
                }
                asked.add(what);
            });
        }
    }

    /** Deliveries in a map. */
    static final class Ways implements Deliveries {

        private final Map<String, Delivery> kept = new LinkedHashMap<>();
        private final Map<String, Instant> taken = new LinkedHashMap<>();

        @Override
        public Mono<Delivery> find(String unit, Way way) {
            return Mono.fromCallable(() -> kept.getOrDefault(unit + way, new Delivery(way, 0, null, null)));
        }

        @Override
        public Flux<Delivery> of(String unit) {
            return Flux.defer(() -> Flux.fromStream(kept.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(unit))
                    .map(Map.Entry::getValue)));
        }

        @Override
        public Mono<Delivery> take(String unit, Way way, Instant now, Instant until) {
            return Mono.defer(() -> {
                if (taken.getOrDefault(unit + way, Instant.EPOCH).isAfter(now)) {
                    return Mono.empty();
                }
                taken.put(unit + way, until);
                return find(unit, way);
            });
        }

        @Override
        public Mono<Void> arrived(String unit, Way way, long sequence, Instant at, Instant until) {
            return Mono.fromRunnable(() -> kept.put(unit + way, new Delivery(way, sequence, at, null)));
        }

        @Override
        public Mono<Void> failed(String unit, Way way, String problem, Instant until) {
            return find(unit, way)
                    .doOnNext(before -> {
                        kept.put(unit + way, new Delivery(way, before.position(), before.at(), problem));
                        taken.put(unit + way, until);
                    })
                    .then();
        }

        @Override
        public Mono<Void> leave(String unit, Way way, Instant now) {
            return Mono.fromRunnable(() -> taken.put(unit + way, now));
        }
    }

    /** Acts in a map. */
    static final class Met implements MetActs {

        private final Map<String, String> kept = new LinkedHashMap<>();
        private @Nullable Instant lastAt;

        @Override
        public Mono<String> find(String unit, String id) {
            return Mono.fromCallable(() -> kept.get(unit + id));
        }

        @Override
        public Mono<Void> keep(String unit, String id, String hash, Instant at) {
            return Mono.fromRunnable(() -> {
                kept.put(unit + id, hash);
                lastAt = at;
            });
        }

        @Override
        public Mono<Instant> lastAt(String unit) {
            return Mono.fromCallable(() -> lastAt);
        }
    }
}
