package cn.hotline.routing.unitsystem;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.contract.UnitNotice.ListsCompared;
import cn.hotline.routing.dispatch.DispatchFilter;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.unitsystem.model.Condition;
import cn.hotline.routing.unitsystem.model.Line;
import cn.hotline.routing.unitsystem.model.UnitSystem;
import cn.hotline.routing.unitsystem.model.UnitSystem.Wanted;
import cn.hotline.routing.unitsystem.model.UnitSystemRefusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 登记单位系统: which units have a system of their own, by which ways it is reached, and how it is doing. */
public final class UnitSystemDesk {

    private final UnitSystems systems;
    private final BrokerAccess broker;
    private final UnitMailbox mailbox;
    private final Deliveries deliveries;
    private final MetActs acts;
    private final Dispatches dispatches;
    private final Supplier<String> secrets;
    private final Clock clock;

    /** @param secrets each time another one that nobody can guess */
    public UnitSystemDesk(
            UnitSystems systems,
            BrokerAccess broker,
            UnitMailbox mailbox,
            Deliveries deliveries,
            MetActs acts,
            Dispatches dispatches,
            Supplier<String> secrets,
            Clock clock) {
        this.systems = systems;
        this.broker = broker;
        this.mailbox = mailbox;
        this.deliveries = deliveries;
        this.acts = acts;
        this.dispatches = dispatches;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** 登记, and change of what is registered. Whatever broke off half way is finished by doing it again. */
    public Mono<Registered> register(Unit unit, Asked asked, String by) {
        Wanted wanted = new Wanted(asked.account(), asked.line(), asked.webhook(), secrets.get());
        return systems.change(unit.code(), before -> UnitSystem.registered(before, unit, wanted, by, clock.instant()))
                .flatMap(system -> provided(system, wanted.webhookSecret()));
    }

    /** 换密钥, of whatever ways it has. */
    public Mono<Registered> renew(Unit unit, String by) {
        String webhookSecret = secrets.get();
        return inUse(unit.code())
                .then(systems.change(unit.code(), system -> Objects.requireNonNull(system)
                        .renewed(webhookSecret, by, clock.instant())))
                .flatMap(system -> provided(system, webhookSecret));
    }

    /** 停用: first nobody is let in any more, then it is taken off. */
    public Mono<Void> takeOff(Unit unit, String by) {
        return inUse(unit.code())
                .flatMap(system -> system.line() ? broker.close(Line.of(unit.code())) : Mono.empty())
                .then(systems.change(
                        unit.code(), system -> Objects.requireNonNull(system).takenOff(by, clock.instant())))
                .then();
    }

    /** An error when the unit has none. */
    public Mono<UnitSystem> inUse(String unit) {
        return systems.find(unit)
                .filter(UnitSystem::active)
                .switchIfEmpty(Mono.error(() -> new Refused(UnitSystemRefusal.NO_SYSTEM)));
    }

    /** How it is doing; an error when the unit has none. */
    public Mono<Condition> condition(String unit) {
        return inUse(unit).flatMap(this::condition);
    }

    /** What came of its last list; an error when the unit has no system, or that never sent one. */
    public Mono<ListsCompared> lastList(String unit) {
        return inUse(unit)
                .then(mailbox.last(unit, ReconciliationDesk.THREAD))
                .map(ReconciliationDesk::result)
                .switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)));
    }

    public Flux<Condition> conditions() {
        return systems.active().concatMap(this::condition);
    }

    private Mono<Registered> provided(UnitSystem system, String newWebhookSecret) {
        String shown = system.webhook() != null && system.webhook().secret().equals(newWebhookSecret)
                ? newWebhookSecret
                : null;
        String code = system.unit().code();
        if (!system.line()) {
            return closedBefore(system).thenReturn(new Registered(system, null, shown));
        }
        if (system.lineOpen()) {
            return broker.keep(Line.of(code)).thenReturn(new Registered(system, null, shown));
        }
        String password = secrets.get();
        return broker.open(Line.of(code), password)
                .then(systems.change(
                        code, known -> Objects.requireNonNull(known).withLineOpen()))
                .map(open -> new Registered(open, password, shown));
    }

    /** A line that is not wanted any more; where there is no broker that guards, there never was one. */
    private Mono<Void> closedBefore(UnitSystem system) {
        return broker.close(Line.of(system.unit().code()))
                .onErrorResume(
                        refused -> refused instanceof Refused no && no.reason() == UnitSystemRefusal.BROKER_UNGUARDED,
                        unguarded -> Mono.empty());
    }

    private Mono<Condition> condition(UnitSystem system) {
        String unit = system.unit().code();
        return Mono.zip(
                        mailbox.size(unit),
                        deliveries.of(unit).collectList(),
                        acts.lastAt(unit).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        waitingSince(system),
                        mailbox.last(unit, ReconciliationDesk.THREAD)
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()))
                .map(all -> new Condition(
                        system,
                        all.getT1(),
                        all.getT2(),
                        all.getT3().orElse(null),
                        all.getT4().orElse(null),
                        all.getT5().map(ReconciliationDesk::result).orElse(null)));
    }

    private Mono<Optional<Instant>> waitingSince(UnitSystem system) {
        Viewer viewer = system.viewer(clock.instant());
        return dispatches
                .list(
                        viewer,
                        DispatchFilter.ALL
                                .in(DispatchStatus.DISPATCHED)
                                .of(system.unit().code())
                                .by(DispatchFilter.Order.DUE),
                        0,
                        500)
                .flatMap(stored ->
                        Flux.fromStream(Stream.ofNullable(stored.state().handling())))
                .map(handling -> handling.lead().timing().startedAt())
                .reduce((first, second) -> first.isBefore(second) ? first : second)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /**
     * What somebody asks for.
     *
     * @param webhook address; null for none
     */
    public record Asked(
            String account, boolean line, @Nullable String webhook) {}

    /**
     * What is registered, with what is shown this once.
     *
     * @param password for the broker; null where it was shown before, or there is no line
     * @param webhookSecret null where it was shown before, or there is no webhook
     */
    public record Registered(
            UnitSystem system,
            @Nullable String password,
            @Nullable String webhookSecret) {

        /** Never into a log. */
        @Override
        public String toString() {
            return "Registered[" + system.unit().code() + "]";
        }
    }
}
