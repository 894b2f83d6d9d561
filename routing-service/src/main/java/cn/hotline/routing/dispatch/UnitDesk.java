package cn.hotline.routing.dispatch;

import static cn.hotline.routing.dispatch.model.DispatchRefusal.NOT_BELOW;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.ONLY_STREETS_WHISTLE;
import static cn.hotline.routing.dispatch.model.DispatchRefusal.WHISTLE_FOR_DEPARTMENTS;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.DeadlinePolicy;
import cn.hotline.routing.dispatch.ReplyReading.Found;
import cn.hotline.routing.dispatch.model.Answering;
import cn.hotline.routing.dispatch.model.Assignment.Taker;
import cn.hotline.routing.dispatch.model.Claiming;
import cn.hotline.routing.dispatch.model.Contact;
import cn.hotline.routing.dispatch.model.Delaying;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Errand.CoReply;
import cn.hotline.routing.dispatch.model.Extension;
import cn.hotline.routing.dispatch.model.Helping;
import cn.hotline.routing.dispatch.model.Objection;
import cn.hotline.routing.dispatch.model.Opening;
import cn.hotline.routing.dispatch.model.PassingDown;
import cn.hotline.routing.dispatch.model.Reply;
import cn.hotline.routing.dispatch.model.ReplyOutcome;
import cn.hotline.routing.dispatch.model.ReturnGround;
import cn.hotline.routing.dispatch.model.Returning;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.Whistling;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.UnitLevel;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** 承办单位: what a responsible unit may do with a ticket it leads. */
public final class UnitDesk {

    private final Dispatches dispatches;
    private final Units units;
    private final Assessor assessor;
    private final EmergencyCover cover;
    private final Supplier<DeadlinePolicy> policy;
    private final ReplyReading reading;
    private final Clock clock;

    public UnitDesk(
            Dispatches dispatches,
            Units units,
            Assessor assessor,
            EmergencyCover cover,
            Supplier<DeadlinePolicy> policy,
            ReplyReading reading,
            Clock clock) {
        this.dispatches = dispatches;
        this.units = units;
        this.assessor = assessor;
        this.cover = cover;
        this.policy = policy;
        this.reading = reading;
        this.clock = clock;
    }

    /** 签收, of a ticket it leads or of one that was passed down to it. */
    public Mono<Versioned<Dispatch>> acknowledge(Holding ticket) {
        return act(
                ticket,
                (dispatch, by, now) -> dispatch.isPassedDownTo(by.ofUnit())
                        ? PassingDown.acknowledge(dispatch, by, now)
                        : dispatch.acknowledge(by, now));
    }

    /** 首次联系. */
    public Mono<Versioned<Dispatch>> contact(Holding ticket, Contact contact) {
        return act(ticket, (dispatch, by, now) -> dispatch.contact(contact, by, now));
    }

    /** 退单; what was passed down goes back to the unit above. */
    public Mono<Versioned<Dispatch>> sendBack(Holding ticket, Grounds grounds) {
        return act(ticket, (dispatch, by, now) -> {
            Objection objection = grounds.by(by, now);
            return dispatch.isPassedDownTo(by.ofUnit())
                    ? PassingDown.giveBack(dispatch, objection.words(), grounds.attachments(), by, now)
                    : Returning.request(dispatch, objection, policy.get());
        });
    }

    /** 下交 to a unit right below. */
    public Mono<Versioned<Dispatch>> passDown(Holding ticket, Unit to, String note) {
        return cover.below(to)
                .flatMap(covered -> act(ticket, (dispatch, by, now) -> {
                    Refused.unless(
                            by.ofUnit().code().equals(units.require(to.code()).parent()), NOT_BELOW);
                    assessor.refuseBarred(dispatch, null, Stream.of(to.code()));
                    covered.refuse(dispatch);
                    return PassingDown.pass(dispatch, to, note, by, policy.get(), now);
                }));
    }

    /** 上报退回. */
    public Mono<Versioned<Dispatch>> handBack(Holding ticket, String reason) {
        return act(ticket, (dispatch, by, now) -> PassingDown.handBack(dispatch, reason, by, now));
    }

    /** 上级收回. */
    public Mono<Versioned<Dispatch>> takeBack(Holding ticket, String reason) {
        return act(ticket, (dispatch, by, now) -> PassingDown.takeBack(dispatch, reason, by, now));
    }

    /** 吹哨, by a street or a county. */
    public Mono<Versioned<Dispatch>> whistle(Holding ticket, Whistle whistle) {
        return cover.helpers("departments", whistle.departments())
                .flatMap(covered -> act(ticket, (dispatch, by, now) -> {
                    refuseUnlessFromStreetToDepartments(by.ofUnit(), whistle.departments());
                    covered.refuse(dispatch);
                    return Whistling.blow(
                            dispatch, whistle.departments(), whistle.by(), whistle.note(), by, policy.get(), now);
                }));
    }

    private void refuseUnlessFromStreetToDepartments(Unit caller, List<Unit> departments) {
        UnitLevel level = units.require(caller.code()).level();
        Refused.unless(level == UnitLevel.STREET || level == UnitLevel.COUNTY, ONLY_STREETS_WHISTLE);
        Refused.unless(
                departments.stream()
                        .map(department -> units.require(department.code()).level())
                        .allMatch(UnitLevel::isCalled),
                WHISTLE_FOR_DEPARTMENTS);
    }

    /** 报到. */
    public Mono<Versioned<Dispatch>> checkIn(Holding ticket) {
        return act(ticket, (dispatch, by, now) -> Whistling.checkIn(dispatch, by, now));
    }

    /** 申请延期. */
    public Mono<Versioned<Dispatch>> askForTime(Holding ticket, MoreTime wanted) {
        return act(ticket, (dispatch, by, now) -> Delaying.ask(dispatch, wanted.by(by, now), policy.get()));
    }

    /** 协办意见. */
    public Mono<Versioned<Dispatch>> coReply(Holding ticket, String content) {
        return act(ticket, (dispatch, by, now) -> Helping.reply(dispatch, new CoReply(content, by, now)));
    }

    /** 答复检查: what would be doubted of an answer; nothing is kept. */
    public Mono<List<ReplyDoubt>> check(Holding ticket, Answer answer) {
        return read(ticket, answer).map(Found::doubts);
    }

    /** 答复; of what was passed down, 上报 to the unit above, whose own answer is checked. */
    public Mono<Versioned<Dispatch>> reply(Holding ticket, Answer answer) {
        return read(ticket, answer).flatMap(found -> act(
                        ticket,
                        (dispatch, by, now) -> dispatch.isPassedDownTo(by.ofUnit())
                                ? PassingDown.handUp(dispatch, answer.at(now), by)
                                : Answering.reply(dispatch, answer.checked(found, now), by))
                .doOnNext(stored -> reading.count(stored.state(), found)));
    }

    private Mono<Found> read(Holding ticket, Answer answer) {
        return dispatches
                .find(ticket.viewer(), ticket.number())
                .switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)))
                .flatMap(found -> reading.of(found.state(), answer, ticket.viewer()));
    }

    /** 指定经办人 of a confidential ticket. */
    public Mono<Versioned<Dispatch>> name(Holding ticket, String account) {
        return act(ticket, (dispatch, by, now) -> Opening.name(dispatch, account, by, now));
    }

    /** 认领. */
    public Mono<Versioned<Dispatch>> claim(Holding ticket) {
        return act(ticket, (dispatch, by, now) -> Claiming.claim(dispatch, by, now));
    }

    /** 放回. */
    public Mono<Versioned<Dispatch>> release(Holding ticket) {
        return act(ticket, (dispatch, by, now) -> Claiming.release(dispatch, by, now));
    }

    /** 指派. */
    public Mono<Versioned<Dispatch>> assign(Holding ticket, Taker to) {
        return act(ticket, (dispatch, by, now) -> Claiming.assign(dispatch, to, by, now));
    }

    private Mono<Versioned<Dispatch>> act(Holding ticket, Act act) {
        Staff by = ticket.viewer().person();
        return dispatches.change(
                ticket.viewer(),
                ticket.number(),
                ticket.version(),
                dispatch -> act.decide(dispatch, by, dispatch.notBefore(clock.instant())));
    }

    /** What somebody does to a ticket, at a moment that is never before what happened last. */
    private interface Act {

        Change<Dispatch, RoutingEvent> decide(Dispatch ticket, Staff by, Instant now);
    }

    /**
     * Whom a unit calls to the spot.
     *
     * @param by until when they are to be there
     */
    public record Whistle(List<Unit> departments, Instant by, String note) {}

    /** Why a unit sends a ticket back; see {@link Objection}. */
    public record Grounds(ReturnGround ground, @Nullable Unit shouldBe, String basis, List<String> attachments) {

        private Objection by(Staff staff, Instant now) {
            return new Objection(staff.ofUnit(), ground, shouldBe, basis, attachments, staff, now, null);
        }
    }

    /** How much more time a unit wants, and why; see {@link Extension}. */
    public record MoreTime(
            int days, String reason, @Nullable String interim) {

        private Extension by(Staff staff, Instant now) {
            return new Extension(days, reason, interim, staff, now, null);
        }
    }

    /**
     * What a unit writes into its answer; see {@link Reply}.
     *
     * @param override why it is to be sent in spite of doubts; null when it is not
     */
    public record Answer(
            @Nullable Boolean verified,
            boolean contacted,
            @Nullable Instant contactedAt,
            ReplyOutcome outcome,
            String account,
            String publicReply,
            List<String> attachments,
            @Nullable String override) {

        private Reply at(Instant now) {
            return new Reply(verified, contacted, contactedAt, outcome, account, publicReply, now, attachments);
        }

        private Reply checked(Found found, Instant now) {
            return at(now).checked(found.doubts(), found.marks(), override);
        }
    }
}
