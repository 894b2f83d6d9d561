package cn.hotline.routing.dispatch.model;

import cn.hotline.routing.contract.RoutingEvent.Rule;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.Timing;
import cn.hotline.routing.dispatch.model.Errand.CoReply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 办理: who has the ticket, by which rule and until when. Two clocks: the ticket's, set by its first dispatch and never
 * moved, and each unit's own.
 *
 * @param helpers co-handlers (协办), without the lead
 * @param ticket the ticket's clock
 * @param round which handling this is: 1, or more after a revisit that reopened the ticket
 * @param reply the last one given; null before
 * @param grace more time than the deadlines gave
 * @param dispute who said it is not theirs, and what became of that
 * @param shares whom it was passed down to, oldest first, also those that have it no longer
 * @param review what became of the replies
 */
public record Handling(
        Assignment lead,
        List<Assignment> helpers,
        Rule rule,
        Timing ticket,
        int round,
        @Nullable Reply reply,
        Dispute dispute,
        Grace grace,
        List<Share> shares,
        Review review) {

    public Handling(
            Assignment lead,
            @Nullable List<Assignment> helpers,
            Rule rule,
            Timing ticket,
            int round,
            @Nullable Reply reply,
            @Nullable Dispute dispute,
            @Nullable Grace grace,
            @Nullable List<Share> shares,
            @Nullable Review review) {
        this.lead = lead;
        this.helpers = helpers == null ? List.of() : List.copyOf(helpers);
        this.rule = rule;
        this.ticket = ticket;
        this.round = round;
        this.reply = reply;
        this.dispute = dispute == null ? Dispute.NONE : dispute;
        this.grace = grace == null ? Grace.NONE : grace;
        this.shares = shares == null ? List.of() : List.copyOf(shares);
        this.review = review == null ? Review.NONE : review;
    }

    static Handling first(Order order, Timing timing) {
        return new Handling(
                Assignment.of(order.lead(), timing),
                helpers(order, timing),
                order.rule(),
                timing,
                1,
                null,
                Dispute.NONE,
                Grace.NONE,
                List.of(),
                Review.NONE);
    }

    /** To another unit: with a clock of its own, while the ticket's runs on. The same unit keeps the clock it has, and signs
     * anew. */
    Handling anew(Order order, Timing timing) {
        boolean same = order.lead().code().equals(lead.unit().code());
        return new Handling(
                same ? lead.given() : Assignment.of(order.lead(), timing),
                helpers(order, timing),
                order.rule(),
                ticket,
                round,
                reply,
                dispute,
                same ? grace : grace.forAnotherUnit(),
                shares,
                review);
    }

    Handling acknowledged(Instant at) {
        return new Handling(lead.acknowledged(at), helpers, rule, ticket, round, reply, dispute, grace, shares, review);
    }

    Handling contacted(Contact contact) {
        return new Handling(
                lead.contacted(contact), helpers, rule, ticket, round, reply, dispute, grace, shares, review);
    }

    Handling reminded(Instant to) {
        return new Handling(lead.reminded(to), helpers, rule, ticket, round, reply, dispute, grace, shares, review);
    }

    /** Every clock counted anew by another calendar; see {@link Recounting}. */
    Handling recounted(
            Assignment leading, List<Assignment> helping, Timing ticketClock, Grace granted, List<Share> shared) {
        return new Handling(leading, helping, rule, ticketClock, round, reply, dispute, granted, shared, review);
    }

    /** The clocks that run now: the ticket's in its first handling, and that of the unit that leads. */
    List<Timing> clocks() {
        return round == 1 ? List.of(ticket, lead.timing()) : List.of(lead.timing());
    }

    /** Whether a deadline in force was counted over a year whose holidays are not published yet. */
    public boolean assumed() {
        return grace.assumed()
                || clocks().stream().anyMatch(clock -> !clock.assumed().isEmpty());
    }

    Handling with(Dispute other) {
        return new Handling(lead, helpers, rule, ticket, round, reply, other, grace, shares, review);
    }

    /** Where a ticket stands that is its lead's without doubt. */
    DispatchStatus withItsLead() {
        return lead.acknowledgedAt() == null ? DispatchStatus.DISPATCHED : DispatchStatus.IN_PROGRESS;
    }

    Handling replied(Reply given) {
        return new Handling(lead, helpers, rule, ticket, round, given, dispute, grace, shares, review);
    }

    Handling again(Timing timing) {
        return new Handling(
                lead.again(timing),
                helpers,
                rule,
                ticket,
                round + 1,
                reply,
                dispute,
                grace.forAnotherRound(),
                shares,
                review);
    }

    /** @param taker null for nobody */
    Handling inHandOf(Assignment.@Nullable Taker taker) {
        return new Handling(lead.inHandOf(taker), helpers, rule, ticket, round, reply, dispute, grace, shares, review);
    }

    /** The units that have the ticket, the lead first. */
    List<Unit> units() {
        return Stream.concat(Stream.of(lead), helpers.stream())
                .map(Assignment::unit)
                .toList();
    }

    /** What a co-handler has of it. */
    public Optional<Assignment> helper(String unitCode) {
        return helpers.stream()
                .filter(helper -> helper.unit().code().equals(unitCode))
                .findFirst();
    }

    Handling withoutHelpers(Predicate<String> unwanted) {
        List<Assignment> left = helpers.stream()
                .filter(helper -> !unwanted.test(helper.unit().code()))
                .toList();
        return new Handling(lead, left, rule, ticket, round, reply, dispute, grace, shares, review);
    }

    /** As somebody sees it to whom a confidential ticket does not open. */
    Handling withheld() {
        return new Handling(
                lead.withheld(),
                helpers.stream().map(Assignment::withheld).toList(),
                new Rule(rule.id(), rule.version(), Appeal.WITHHELD),
                ticket,
                round,
                null,
                Dispute.NONE,
                grace.withheld(),
                shares.stream().map(Share::withheld).toList(),
                Review.NONE);
    }

    Handling with(Grace other) {
        return new Handling(lead, helpers, rule, ticket, round, reply, dispute, other, shares, review);
    }

    Handling helpedBy(List<Assignment> more) {
        return helped(Stream.concat(helpers.stream(), more.stream()).toList());
    }

    Handling coReplied(String unitCode, CoReply given) {
        return helped(helpers.stream()
                .map(helper -> helper.unit().code().equals(unitCode) ? helper.replied(given) : helper)
                .toList());
    }

    private Handling helped(List<Assignment> all) {
        return new Handling(lead, all, rule, ticket, round, reply, dispute, grace, shares, review);
    }

    /** Whether somebody who was asked for help may still say something in time. */
    boolean awaitsHelp(Instant now) {
        return helpers.stream().map(Assignment::errand).anyMatch(errand -> errand != null && errand.awaited(now));
    }

    /**
     * Until when this handling must be finished to be in time: by the ticket's clock, or when reopened by its own, with
     * what was granted.
     */
    public Instant finishBy() {
        return grace.finishBy(clock().deadlines());
    }

    /** Until when the unit that leads must finish, by its own clock and with what was granted. */
    public Instant ownFinishBy() {
        return grace.ownFinishBy(lead.timing().deadlines());
    }

    /** The clock by which this handling must be finished. */
    Timing clock() {
        return round == 1 ? ticket : lead.timing();
    }

    private static List<Assignment> helpers(Order order, Timing timing) {
        return order.coUnits().stream()
                .filter(unit -> !unit.code().equals(order.lead().code()))
                .map(unit -> Assignment.of(unit, timing))
                .toList();
    }
}
