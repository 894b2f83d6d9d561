package cn.hotline.routing.dispatch.model;

import cn.hotline.routing.contract.RoutingEvent.Rule;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.LimitKind;
import cn.hotline.routing.deadline.model.Timing;
import cn.hotline.routing.deadline.model.WorkingCalendar;
import cn.hotline.routing.dispatch.model.Errand.CoReply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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
                sharesGone(timing.startedAt(), Share.Ground.GONE),
                review);
    }

    Handling acknowledged(Instant at) {
        return with(lead.acknowledged(at));
    }

    Handling contacted(Contact contact) {
        return with(lead.contacted(contact));
    }

    /** All that still have something to do have been told what there is to tell. */
    Handling reminded(Instant to) {
        return with(lead.reminded(to))
                .shared(shares.stream()
                        .map(share -> share.isAwaited() ? share.with(share.to().reminded(to)) : share)
                        .toList());
    }

    /** What they have who must act by deadlines of their own: the lead, and whom it was passed down to as long as they have
     * not reported. */
    List<Assignment> answering() {
        return Stream.concat(
                        Stream.of(lead),
                        shares.stream().filter(Share::isAwaited).map(Share::to))
                .toList();
    }

    /** Whether that is still to be done by whoever has this part. The caller is spoken with once for all of them. */
    boolean awaits(LimitKind item, Assignment part) {
        return switch (item) {
            case ACKNOWLEDGE -> part.acknowledgedAt() == null;
            case CONTACT -> lead.contact() == null;
            case FINISH -> true;
        };
    }

    /** Until when whoever has this part must do that. */
    Instant dueAt(LimitKind item, Assignment part) {
        return item == LimitKind.FINISH && part.equals(lead)
                ? ownFinishBy()
                : item.of(part.timing().deadlines());
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

    /** What to say beside its deadlines of the calendar they were counted by; empty when its holidays are all known. */
    public Optional<String> calendarNote() {
        return assumed() ? Optional.of(WorkingCalendar.ASSUMED) : Optional.empty();
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
                sharesGone(timing.startedAt(), Share.Ground.REOPENED),
                review);
    }

    /** 退回重办: the same handling, with less time for all. Who was spoken with counts on; what came up from below does not. */
    Handling reworked(Timing timing) {
        return new Handling(
                lead.reworked(timing),
                helpers,
                rule,
                ticket,
                round,
                reply,
                dispute,
                grace.forAnotherUnit(),
                shares.stream()
                        .map(share -> share.stands() ? share.reworked(timing) : share)
                        .toList(),
                review);
    }

    /** A successor takes the place of a unit that is no more, wherever that unit stands. */
    Handling succeeded(Unit former, Unit successor) {
        Assignment leads = lead.succeeded(former, successor);
        return new Handling(
                leads,
                withoutDoubles(helpers.stream()
                        .map(helper -> helper.succeeded(former, successor))
                        .filter(helper -> !helper.unit().equals(leads.unit()))),
                rule,
                ticket,
                round,
                reply,
                dispute,
                grace,
                shares.stream().map(share -> share.succeeded(former, successor)).toList(),
                review);
    }

    /** Of a unit that helps twice, since it succeeded another that helped, what came first. */
    private static List<Assignment> withoutDoubles(Stream<Assignment> helpers) {
        Map<Unit, Assignment> first = new LinkedHashMap<>();
        helpers.forEach(helper -> first.putIfAbsent(helper.unit(), helper));
        return List.copyOf(first.values());
    }

    /** @param taker null for nobody */
    Handling inHandOf(Assignment.@Nullable Taker taker) {
        return with(lead.inHandOf(taker));
    }

    /** The units that have the ticket, the lead first. */
    List<Unit> units() {
        return Stream.of(Stream.of(lead), below().stream().map(Share::to), helpers.stream())
                .flatMap(some -> some)
                .map(Assignment::unit)
                .distinct()
                .toList();
    }

    /** Whom it was passed down to and who have it now, from above to below. */
    public List<Share> below() {
        return shares.stream().filter(Share::stands).toList();
    }

    /** Whether that unit said before that it is not its own. */
    boolean wasGivenBackBy(Unit unit) {
        return shares.stream()
                .filter(share -> share.to().unit().equals(unit))
                .map(Share::end)
                .anyMatch(end -> end != null && end.ground() == Share.Ground.GIVEN_BACK);
    }

    /** What a unit below the lead has of it now. */
    public Optional<Share> share(String unitCode) {
        return below().stream()
                .filter(share -> share.to().unit().code().equals(unitCode))
                .findFirst();
    }

    /** Whom that unit passed it down to, and who has it now. */
    Optional<Share> passedBy(Unit unit) {
        return below().stream().filter(share -> share.from().equals(unit)).findFirst();
    }

    /** What the lowest unit has that has it: the lead, as long as it is not passed down. */
    public Assignment inHand() {
        List<Share> below = below();
        return below.isEmpty() ? lead : below.get(below.size() - 1).to();
    }

    /** Who had it when, one after the other, from when this handling began until it was answered. */
    public List<Held> held(Instant now) {
        Instant start = lead.timing().startedAt();
        Instant until = reply == null || reply.at().isBefore(start) ? now : reply.at();
        List<Instant> changes = Stream.of(
                        Stream.of(start, until),
                        shares.stream().map(share -> share.to().timing().startedAt()),
                        shares.stream().map(Share::end).filter(Objects::nonNull).map(Share.End::at))
                .flatMap(some -> some)
                .filter(at -> !at.isBefore(start) && !at.isAfter(until))
                .distinct()
                .sorted()
                .toList();
        List<Held> all = new ArrayList<>();
        for (int i = 0; i + 1 < changes.size(); i++) {
            Instant from = changes.get(i);
            Unit holder = shares.stream()
                    .filter(share -> share.stoodAt(from))
                    .reduce((above, lower) -> lower)
                    .map(share -> share.to().unit())
                    .orElse(lead.unit());
            all.add(new Held(holder, from, changes.get(i + 1)));
        }
        return all;
    }

    /**
     * A stretch of time in which one unit had the ticket in hand.
     *
     * @param to not included
     */
    public record Held(Unit unit, Instant from, Instant to) {}

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
                new Rule(Appeal.WITHHELD, rule.version(), Appeal.WITHHELD),
                ticket,
                round,
                null,
                Dispute.NONE,
                grace.withheld(),
                shares.stream().map(Share::withheld).toList(),
                Review.NONE);
    }

    Handling with(Assignment other) {
        return new Handling(other, helpers, rule, ticket, round, reply, dispute, grace, shares, review);
    }

    Handling with(Review other) {
        return new Handling(lead, helpers, rule, ticket, round, reply, dispute, grace, shares, other);
    }

    Handling passedDown(Share more) {
        return shared(Stream.concat(shares.stream(), Stream.of(more)).toList());
    }

    /** With another share of that unit, which has one now. */
    Handling with(Share other) {
        return shared(shares.stream()
                .map(share ->
                        share.stands() && share.to().unit().equals(other.to().unit()) ? other : share)
                .toList());
    }

    /** Without what that unit has of it, and without what any unit below has. */
    Handling withoutShare(Share over, Instant at, Share.Ground ground) {
        int first = shares.indexOf(over);
        return shared(IntStream.range(0, shares.size())
                .mapToObj(i ->
                        i < first ? shares.get(i) : shares.get(i).ended(at, i == first ? ground : Share.Ground.GONE))
                .toList());
    }

    Handling withoutShares(Predicate<String> unwanted, Instant at) {
        return below().stream()
                .filter(share -> unwanted.test(share.to().unit().code()))
                .findFirst()
                .map(share -> withoutShare(share, at, Share.Ground.GONE))
                .orElse(this);
    }

    private Handling shared(List<Share> all) {
        return new Handling(lead, helpers, rule, ticket, round, reply, dispute, grace, all, review);
    }

    private List<Share> sharesGone(Instant at, Share.Ground ground) {
        return shares.stream().map(share -> share.ended(at, ground)).toList();
    }

    /** More time for whoever leads is more time for whom it was passed down to. */
    Handling granted(Grace more) {
        Handling granted = with(more);
        return granted.shared(shares.stream()
                .map(share -> share.stands() ? share.endingBy(granted.ownFinishBy()) : share)
                .toList());
    }

    Handling with(Grace other) {
        return new Handling(lead, helpers, rule, ticket, round, reply, dispute, other, shares, review);
    }

    Handling helpedBy(List<Assignment> more) {
        return helped(Stream.concat(helpers.stream(), more.stream()).toList());
    }

    Handling coReplied(String unitCode, CoReply given) {
        return helping(unitCode, helper -> helper.replied(given));
    }

    Handling helping(String unitCode, UnaryOperator<Assignment> change) {
        return helped(helpers.stream()
                .map(helper -> helper.unit().code().equals(unitCode) ? change.apply(helper) : helper)
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
