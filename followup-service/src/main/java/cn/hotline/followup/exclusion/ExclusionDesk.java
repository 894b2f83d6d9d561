package cn.hotline.followup.exclusion;

import static cn.hotline.followup.exclusion.model.ExclusionRefusal.UNKNOWN_EXCLUSION;

import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditLog;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.exclusion.model.ExclusionGround;
import cn.hotline.followup.exclusion.model.ExclusionPolicy;
import cn.hotline.followup.exclusion.model.ExclusionStatus;
import cn.hotline.followup.revisit.RevisitCase;
import cn.hotline.followup.revisit.RevisitDesk;
import cn.hotline.followup.revisit.Revisits;
import cn.hotline.followup.revisit.model.Excluding;
import cn.hotline.followup.revisit.model.Revisit;
import cn.hotline.followup.revisit.model.Revisitor;
import cn.hotline.followup.revisit.model.TicketNumber;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 剔除台: demands that no unit can be asked to meet, from the proposal to the end of the appeal. */
public final class ExclusionDesk {

    private final RevisitDesk desk;
    private final Revisits revisits;
    private final ExclusionPolicy policy;
    private final AuditLog audit;
    private final Clock clock;

    public ExclusionDesk(RevisitDesk desk, Revisits revisits, ExclusionPolicy policy, AuditLog audit, Clock clock) {
        this.desk = desk;
        this.revisits = revisits;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * 申请剔除.
     *
     * @param evidence masked
     */
    public Mono<RevisitCase> propose(Revisitor by, TicketNumber ticket, ExclusionGround ground, String evidence) {
        return act(by, ticket, revisit -> Excluding.propose(revisit, ground, evidence, by, clock.instant()));
    }

    /**
     * 审批剔除.
     *
     * @param reason masked
     */
    public Mono<RevisitCase> decide(Revisitor by, String id, boolean approved, String reason) {
        return act(
                by,
                ticketOf(id),
                revisit -> Excluding.decide(revisit, id, approved, reason, by, policy, clock.instant()));
    }

    /**
     * 登记申诉.
     *
     * @param words of the caller; masked
     */
    public Mono<RevisitCase> appeal(Revisitor by, String id, String words) {
        return act(by, ticketOf(id), revisit -> Excluding.appeal(revisit, id, words, by, clock.instant()));
    }

    /**
     * 审理申诉.
     *
     * @param reason masked
     */
    public Mono<RevisitCase> rule(Revisitor by, String id, boolean allowed, String reason) {
        return act(by, ticketOf(id), revisit -> Excluding.rule(revisit, id, allowed, reason, by, clock.instant()));
    }

    /** 署名: lets whoever is to decide read a confidential case; written down before it opens. */
    public Mono<RevisitCase> take(Revisitor by, String id) {
        TicketNumber ticket = ticketOf(id);
        return find(by, id)
                .then(Mono.defer(() -> audit.record(new Act(RevisitDesk.TAKE, ticket.value(), null))))
                .then(Mono.defer(() -> revisits.change(ticket, revisit -> Excluding.taken(revisit, id, by))))
                .then(Mono.defer(() -> desk.find(by, ticket)));
    }

    /** The ticket of an exclusion, as far as this person may read it. */
    public Mono<RevisitCase> find(Revisitor by, String id) {
        return desk.find(by, ticketOf(id))
                .filter(found -> found.revisit().exclusion(id).isPresent())
                .switchIfEmpty(Mono.error(() -> new Refused(UNKNOWN_EXCLUSION)));
    }

    /** Those in a status; see {@link Revisits#list(ExclusionStatus, Page.Asked)}. */
    public Mono<Page<RevisitCase>> list(Revisitor by, ExclusionStatus status, Page.Asked asked) {
        return revisits.list(status, asked).flatMap(page -> desk.withMatters(page, by));
    }

    /** How many there are in each status. */
    public Mono<Map<ExclusionStatus, Long>> counts() {
        return Flux.fromArray(ExclusionStatus.values())
                .flatMapSequential(status -> revisits.count(status).map(count -> Map.entry(status, count)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<RevisitCase> act(
            Revisitor by, TicketNumber ticket, Function<Revisit, Change<Revisit, FollowupEvent>> decision) {
        return desk.readBy(by, ticket)
                .then(Mono.defer(() -> revisits.change(ticket, decision)))
                .then(Mono.defer(() -> desk.find(by, ticket)));
    }

    /** The ticket stands in the id. */
    private static TicketNumber ticketOf(String id) {
        int dash = id.lastIndexOf('-');
        Refused.unless(dash > 0, UNKNOWN_EXCLUSION);
        return new TicketNumber(id.substring(0, dash));
    }
}
