package cn.hotline.routing.unitsystem;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.UnitAct;
import cn.hotline.routing.contract.UnitNotice.ActRefused;
import cn.hotline.routing.contract.UnitNotice.Fault;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.WrittenActs;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.unitsystem.Letter.Draft;
import cn.hotline.routing.unitsystem.model.OpenList;
import cn.hotline.routing.unitsystem.model.UnitSystem;
import cn.hotline.routing.unitsystem.model.UnitSystemRefusal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * 系统办理: carries out what units' systems write, by the same decisions as what people press; each act once, however
 * often it is sent. What became of it shows in the ticket; what is refused is told.
 */
public final class ActDesk {

    private final UnitSystemDesk systems;
    private final WrittenActs acts;
    private final ReconciliationDesk reconciliation;
    private final UnitMailbox mailbox;
    private final MetActs met;
    private final String tenant;
    private final Clock clock;

    public ActDesk(
            UnitSystemDesk systems,
            WrittenActs acts,
            ReconciliationDesk reconciliation,
            UnitMailbox mailbox,
            MetActs met,
            String tenant,
            Clock clock) {
        this.systems = systems;
        this.acts = acts;
        this.reconciliation = reconciliation;
        this.mailbox = mailbox;
        this.met = met;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** Completes when it is carried out, or refused and told so. */
    public Mono<Void> act(Written written) {
        return met.find(written.unit(), written.id())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(before -> before.isEmpty() ? first(written) : again(written, before.get()))
                .contextWrite(Cause.command(tenant, Written.actor(written.unit()), written.key(), written.traceparent())
                        .context());
    }

    /** Tells that what came is no act at all. */
    public Mono<Void> refuse(Unusable what, Refused refused) {
        return told(what.unit(), what.place(), what.number(), what.id(), what.type(), refused)
                .contextWrite(Cause.command(tenant, Written.actor(what.unit()), null, null)
                        .context());
    }

    private Mono<Void> first(Written written) {
        return systems.inUse(written.unit())
                .flatMap(system -> carriedOut(system, written))
                .then(kept(written))
                .onErrorResume(Refused.class, refused -> told(
                                written.unit(),
                                "act " + written.id(),
                                written.number(),
                                written.id(),
                                written.type(),
                                refused)
                        .then(mayComeAgain(refused.reason()) ? Mono.empty() : kept(written)));
    }

    /** Sent again: nothing is left to do, unless it is another act under the same id. */
    private Mono<Void> again(Written written, String hash) {
        return hash.equals(written.hash())
                ? Mono.empty()
                : told(
                        written.unit(),
                        "act " + written.id() + " " + written.hash(),
                        written.number(),
                        written.id(),
                        written.type(),
                        new Refused(UnitSystemRefusal.ACT_ID_REUSED));
    }

    private Mono<?> carriedOut(UnitSystem system, Written written) {
        if (written.list() != null) {
            return reconciliation.compare(system, written.list(), written.id());
        }
        Holding ticket = new Holding(
                system.viewer(clock.instant()), new TicketNumber(Objects.requireNonNull(written.number())), null);
        return acts.carryOut(Objects.requireNonNull(UnitAct.WIRE_NAMES.get(written.type())), ticket, written.body());
    }

    private static boolean mayComeAgain(Refusal reason) {
        return reason == General.BUSY || reason.kind() == Refusal.Kind.OUTAGE;
    }

    private Mono<Void> kept(Written written) {
        return met.keep(written.unit(), written.id(), written.hash(), clock.instant());
    }

    /** Once for each thread: what comes again is not told again. */
    private Mono<Void> told(
            String unit,
            String thread,
            @Nullable String number,
            @Nullable String id,
            @Nullable String type,
            Refused refused) {
        ActRefused notice = new ActRefused(
                unit,
                number,
                id,
                type,
                refused.reason().name(),
                refused.reason().sentence(),
                faults(refused),
                clock.instant());
        return mailbox.put(
                        unit, thread, last -> last.isPresent() ? Optional.empty() : Optional.of(new Draft(notice, 0)))
                .then();
    }

    private static List<Fault> faults(Refused refused) {
        return refused.errors().stream()
                .map(error -> new Fault(error.field(), error.detail()))
                .toList();
    }

    /**
     * An act as it was written.
     *
     * @param id by which it is known when it is sent again
     * @param type wire name
     * @param number of the ticket; null for a list
     * @param list null for an act on a ticket
     * @param hash of everything it says
     */
    public record Written(
            String unit,
            String id,
            String type,
            @Nullable String number,
            byte[] body,
            @Nullable OpenList list,
            String hash,
            @Nullable String traceparent) {

        static String actor(String unit) {
            return "unit-system " + unit;
        }

        /** A document that has met it does nothing, should we die before we remember. */
        private String key() {
            return "act:" + unit + ":" + id;
        }
    }

    /**
     * What came in the place of an act.
     *
     * @param place where it stands, so that it is told of once
     * @param number what was said to be the ticket's; null where it cannot be one
     * @param id null where it cannot be used
     * @param type null where it cannot be used
     */
    public record Unusable(
            String unit,
            String place,
            @Nullable String number,
            @Nullable String id,
            @Nullable String type) {}
}
