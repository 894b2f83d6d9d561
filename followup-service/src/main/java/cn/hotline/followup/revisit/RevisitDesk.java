package cn.hotline.followup.revisit;

import static cn.hotline.chassis.Refusal.General.NOT_FOUND;
import static cn.hotline.followup.revisit.model.RevisitRefusal.CONFIDENTIAL;
import static cn.hotline.followup.revisit.model.RevisitStatus.SCHEDULED;

import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditLog;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.revisit.model.Attempt;
import cn.hotline.followup.revisit.model.Kind;
import cn.hotline.followup.revisit.model.Matter;
import cn.hotline.followup.revisit.model.Outcome;
import cn.hotline.followup.revisit.model.Reply;
import cn.hotline.followup.revisit.model.Revisit;
import cn.hotline.followup.revisit.model.RevisitPolicy;
import cn.hotline.followup.revisit.model.RevisitStatus;
import cn.hotline.followup.revisit.model.Revisitor;
import cn.hotline.followup.revisit.model.TicketNumber;
import cn.hotline.followup.revisit.model.Verdict;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.contract.IntakeEvent.MergeUndone;
import cn.hotline.intake.contract.IntakeEvent.Registration;
import cn.hotline.intake.contract.IntakeEvent.TicketCorrected;
import cn.hotline.intake.contract.IntakeEvent.TicketMerged;
import cn.hotline.intake.contract.IntakeEvent.TicketRegistered;
import cn.hotline.intake.contract.IntakeEvent.TicketWithdrawn;
import cn.hotline.routing.contract.RoutingEvent.ReplyDecided;
import cn.hotline.routing.contract.RoutingEvent.TicketReplied;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 回访台: asks callers whether they were served, and decides with their answer whether a ticket is closed. */
public final class RevisitDesk {

    /** Audit: took a confidential case by name. */
    public static final String TAKE = "TAKE_CONFIDENTIAL";

    private final Revisits revisits;
    private final Matters matters;
    private final RevisitPolicy policy;
    private final AuditLog audit;

    public RevisitDesk(Revisits revisits, Matters matters, RevisitPolicy policy, AuditLog audit) {
        this.revisits = revisits;
        this.matters = matters;
        this.policy = policy;
        this.audit = audit;
    }

    /** Remembers what was asked; of a caller who wishes no call, that too. */
    public Mono<Void> registered(TicketRegistered told) {
        TicketNumber ticket = new TicketNumber(told.number());
        Mono<Void> kept = matters.keep(matter(ticket, told.registration()));
        return told.registration().wantsReply() ? kept : kept.then(unwanted(ticket, told.at()));
    }

    /** Remembers what was asked as it reads now. */
    public Mono<Void> corrected(TicketCorrected told) {
        IntakeEvent.Matter now = told.matter();
        return matters.change(
                new TicketNumber(told.number()),
                matter -> matter.corrected(Kind.valueOf(now.kind()), now.title(), now.content(), text(now.place())));
    }

    /** Remembers the unit's reply. */
    public Mono<Versioned<Revisit>> replied(TicketReplied told) {
        Reply reply = new Reply(
                new Reply.Unit(told.unit().code(), told.unit().name()),
                Outcome.valueOf(told.outcome()),
                told.contacted(),
                told.publicReply(),
                told.at(),
                told.by());
        return revisits.changeOrOpen(new TicketNumber(told.number()), revisit -> revisit.replied(reply));
    }

    /**
     * Schedules the call when the reply is accepted, and that of each caller whose ticket is merged into this one; a reply
     * sent back is followed by another one.
     */
    public Mono<Versioned<Revisit>> decided(ReplyDecided told) {
        return told.accepted()
                ? revisits.change(new TicketNumber(told.number()), revisit -> revisit.accepted(told.at()))
                        .delayUntil(stored -> matters.followers(stored.state().ticket())
                                .concatMap(follower -> answered(follower, stored.state(), told.at())))
                : Mono.empty();
    }

    /** 并单: from now on the answer to the master is this caller's too; if it was given already, at once. */
    public Mono<Void> merged(TicketMerged told) {
        TicketNumber ticket = new TicketNumber(told.number());
        TicketNumber master = new TicketNumber(told.master());
        // First written down, then looked for: whoever accepts the master's reply meanwhile does it the other way
        // round.
        return matters.change(ticket, matter -> matter.following(master))
                .then(revisits.find(master))
                .flatMap(leader -> answered(ticket, leader.state(), told.at()))
                .then();
    }

    /** 撤销并单. */
    public Mono<Void> mergeUndone(MergeUndone told) {
        TicketNumber ticket = new TicketNumber(told.number());
        return matters.change(ticket, matter -> matter.following(null))
                .then(revisits.change(ticket, Revisit::standsAlone))
                .then();
    }

    /** 撤单: there is nothing to ask any more. */
    public Mono<Versioned<Revisit>> withdrawn(TicketWithdrawn told) {
        return revisits.changeOrOpen(new TicketNumber(told.number()), Revisit::withdrawn);
    }

    /**
     * Of two tickets' events only those of its own may move a document's cursor: the other's come as commands, and the
     * model knows a reply it has met.
     */
    private Mono<Void> answered(TicketNumber follower, Revisit leader, Instant at) {
        return Mono.justOrEmpty(leader.acceptedReply())
                .zipWith(Cause.current())
                .flatMap(it -> revisits.changeOrOpen(
                                follower, revisit -> revisit.answeredWith(leader.ticket(), it.getT1(), at))
                        .contextWrite(Cause.command(
                                        it.getT2().tenant(),
                                        it.getT2().actor(),
                                        null,
                                        it.getT2().traceparent())
                                .context()))
                .then();
    }

    /** Records a call in vain. */
    public Mono<RevisitCase> attempt(Revisitor by, TicketNumber ticket, Attempt attempt) {
        return readBy(by, ticket)
                .then(revisits.change(ticket, revisit -> revisit.attempted(attempt, by, policy)))
                .flatMap(stored -> withMatter(stored, by));
    }

    /** Records the caller's verdict. */
    public Mono<RevisitCase> record(Revisitor by, TicketNumber ticket, Verdict verdict) {
        return readBy(by, ticket)
                .then(revisits.change(ticket, revisit -> revisit.recorded(verdict, by)))
                .flatMap(stored -> withMatter(stored, by));
    }

    /** 署名: lets a revisitor read a confidential case; written down before it opens. */
    public Mono<RevisitCase> take(Revisitor by, TicketNumber ticket) {
        return find(by, ticket)
                .then(Mono.defer(() -> audit.record(new Act(TAKE, ticket.value(), null))))
                .then(Mono.defer(() -> revisits.change(ticket, revisit -> revisit.taken(by))))
                .flatMap(stored -> withMatter(stored, by));
    }

    /** One case, as far as this revisitor may read it; refused as absent when nothing is known of the ticket. */
    public Mono<RevisitCase> find(Revisitor by, TicketNumber ticket) {
        return revisits.find(ticket)
                .switchIfEmpty(Mono.error(() -> new Refused(NOT_FOUND)))
                .flatMap(stored -> withMatter(stored, by));
    }

    /** The queue of a status, or all cases; see {@link Revisits#list}. */
    public Mono<Page<RevisitCase>> list(Revisitor by, @Nullable RevisitStatus status, Page.Asked asked) {
        return revisits.list(status, asked).flatMap(page -> withMatters(page, by));
    }

    /** How many cases wait or lie in each status. */
    public Mono<Map<RevisitStatus, Long>> counts() {
        return Flux.fromArray(RevisitStatus.values())
                .flatMapSequential(status -> revisits.count(status).map(count -> Map.entry(status, count)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Whom to call after this one: the next who is due, from the beginning again after the last; empty when nobody is. */
    public Mono<TicketNumber> after(TicketNumber ticket, Instant now) {
        return revisits.list(SCHEDULED, new Page.Asked(0, Page.LARGEST)).flatMap(page -> {
            List<TicketNumber> due = page.items().stream()
                    .map(Versioned::state)
                    .filter(revisit -> revisit.isDue(now))
                    .map(Revisit::ticket)
                    .toList();
            int next = (due.indexOf(ticket) + 1) % Math.max(1, due.size());
            return Mono.justOrEmpty(due.isEmpty() ? null : due.get(next)).filter(found -> !found.equals(ticket));
        });
    }

    /** Refused for whoever may not read a confidential one yet. */
    public Mono<Void> readBy(Revisitor by, TicketNumber ticket) {
        return find(by, ticket)
                .doOnNext(found -> Refused.unless(found.matter() == null || !found.withheld(), CONFIDENTIAL))
                .then();
    }

    private Mono<RevisitCase> withMatter(Versioned<Revisit> stored, Revisitor by) {
        TicketNumber ticket = stored.state().ticket();
        return matters.of(List.of(ticket)).map(found -> RevisitCase.of(stored, found.get(ticket), by));
    }

    /** With what was asked, as far as this revisitor may read it. */
    public Mono<Page<RevisitCase>> withMatters(Page<Versioned<Revisit>> page, Revisitor by) {
        List<TicketNumber> tickets =
                page.items().stream().map(stored -> stored.state().ticket()).toList();
        return matters.of(tickets)
                .map(found -> page.items().stream()
                        .map(stored ->
                                RevisitCase.of(stored, found.get(stored.state().ticket()), by))
                        .toList())
                .map(cases -> new Page<>(cases, page.page(), page.size(), page.total()));
    }

    private Mono<Void> unwanted(TicketNumber ticket, Instant at) {
        return revisits.changeOrOpen(ticket, revisit -> revisit.unwanted(at)).then();
    }

    private static Matter matter(TicketNumber ticket, Registration registration) {
        IntakeEvent.Matter asked = registration.matter();
        return new Matter(
                ticket,
                Kind.valueOf(asked.kind()),
                asked.title(),
                asked.content(),
                text(asked.place()),
                registration.anonymous(),
                registration.confidential(),
                null);
    }

    private static @Nullable String text(IntakeEvent.@Nullable Place place) {
        return place == null ? null : place.text();
    }
}
