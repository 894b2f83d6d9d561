package cn.hotline.intake.registration;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.callers.Callers;
import cn.hotline.intake.callers.KnownCaller;
import cn.hotline.intake.callers.model.Identity;
import cn.hotline.intake.registration.model.Concealment;
import cn.hotline.intake.registration.model.Sealed;
import cn.hotline.intake.registration.model.Ticket;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** 封存: whose key closes what is personal in a ticket, and closing it. */
public final class Sealing {

    private final Callers callers;

    public Sealing(Callers callers) {
        this.callers = callers;
    }

    /** The text without anything of the caller of a ticket. */
    public Mono<String> masked(String text, Ticket ticket) {
        return keeper(ticket).map(keeper -> identity(ticket, keeper).mask(text));
    }

    /** Whose key closes what a new ticket holds: the number's; without a number, one of its own if there is anything to close. */
    Mono<Optional<KnownCaller>> keeper(Identity caller, boolean nothingToSeal) {
        if (caller.phone() != null) {
            return callers.known(caller.phone()).map(Optional::of);
        }
        return nothingToSeal
                ? Mono.just(Optional.empty())
                : callers.unnumbered().map(Optional::of);
    }

    /** Whose key opens what a ticket holds; empty when it holds nothing, or they were forgotten. */
    Mono<Optional<KnownCaller>> keeper(Ticket ticket) {
        return Mono.justOrEmpty(ticket.sealed())
                .flatMap(kept -> callers.of(kept.caller()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** Whose key closes what is added to a ticket. */
    Mono<Optional<KnownCaller>> keeper(Ticket ticket, boolean nothingToSeal) {
        return ticket.sealed() == null ? keeper(Identity.UNKNOWN, nothingToSeal) : keeper(ticket);
    }

    static Identity identity(Ticket ticket, Optional<KnownCaller> keeper) {
        return keeper.filter(known -> ticket.sealed() != null)
                .map(known -> ticket.identity(known.seal(), known.phone()))
                .orElse(Identity.UNKNOWN);
    }

    /**
     * What is sealed of a ticket once these texts are added. Nothing can be sealed for somebody who was forgotten: what
     * is personal is masked and lost.
     */
    static @Nullable Sealed sealed(Ticket ticket, Optional<KnownCaller> keeper, Concealment concealment) {
        if (keeper.isEmpty()) {
            return ticket.sealed();
        }
        KnownCaller known = keeper.get();
        Sealed before = ticket.sealed() == null ? new Sealed(known.token(), List.of()) : ticket.sealed();
        // Somebody else was first to have anything sealed, with another key.
        Refused.unless(before.caller().equals(known.token()), General.VERSION_CONFLICT);
        return before.with(concealment.close(ticket.number(), known.seal()));
    }
}
