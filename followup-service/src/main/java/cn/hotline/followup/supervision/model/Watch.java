package cn.hotline.followup.supervision.model;

import static cn.hotline.followup.supervision.model.EscalationGround.OFFICE;
import static cn.hotline.followup.supervision.model.Level.SUPERVISE;
import static cn.hotline.followup.supervision.model.Level.URGE;
import static cn.hotline.followup.supervision.model.Standing.LIFTED;
import static cn.hotline.followup.supervision.model.Standing.OPEN;
import static cn.hotline.followup.supervision.model.Supervision.AUTO;
import static cn.hotline.followup.supervision.model.SupervisionRefusal.ALREADY_ANSWERED;
import static cn.hotline.followup.supervision.model.SupervisionRefusal.ALREADY_ESCALATED;
import static cn.hotline.followup.supervision.model.SupervisionRefusal.ALREADY_LIFTED;
import static cn.hotline.followup.supervision.model.SupervisionRefusal.NO_UNIT;
import static cn.hotline.followup.supervision.model.SupervisionRefusal.TICKET_OVER;
import static cn.hotline.followup.supervision.model.SupervisionRefusal.UNKNOWN_SUPERVISION;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Refused;
import cn.hotline.followup.contract.FollowupEvent;
import cn.hotline.followup.contract.FollowupEvent.SupervisionAnswered;
import cn.hotline.followup.contract.FollowupEvent.SupervisionIssued;
import cn.hotline.followup.contract.FollowupEvent.SupervisionLifted;
import cn.hotline.followup.contract.FollowupEvent.TicketEscalated;
import cn.hotline.followup.contract.FollowupEvent.UrgeIssued;
import cn.hotline.followup.revisit.model.TicketNumber;
import cn.hotline.followup.supervision.model.Supervision.Answer;
import cn.hotline.followup.supervision.model.Supervision.Lift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 督办台账: how one ticket goes, and what presses for it. At most one urge or supervision stands; the next one overtakes
 * it. A ticket is escalated once.
 *
 * @param current the latest; null before the first
 * @param earlier those overtaken, oldest first, the last {@value #KEPT}
 * @param escalation null while it is not escalated
 * @param issued how many acts there were, for their ids
 * @param lookAt when time alone will change something; null when it will not
 */
public record Watch(
        TicketNumber ticket,
        Course course,
        @Nullable Supervision current,
        List<Supervision> earlier,
        @Nullable Escalation escalation,
        int issued,
        @Nullable Instant lookAt) {

    private static final int KEPT = 50;

    public Watch {
        earlier = earlier == null ? List.of() : List.copyOf(earlier);
    }

    /** The watch over a ticket of which nothing else is known yet. */
    public static Watch of(TicketNumber ticket) {
        return new Watch(ticket, Course.NONE, null, List.of(), null, 0, null);
    }

    /** 派单, 改派. */
    public Change<Watch, FollowupEvent> dispatched(Unit unit, SupervisionPolicy policy, Instant at) {
        return goesOn(course.dispatched(unit), policy, at);
    }

    /**
     * 收回.
     *
     * @param left who leads now; null when it waits for a dispatcher
     * @param wronglyHad codes of units that had it by mistake
     */
    public Change<Watch, FollowupEvent> recalled(
            @Nullable Unit left, List<String> wronglyHad, SupervisionPolicy policy, Instant at) {
        return goesOn(course.recalled(left, wronglyHad), policy, at);
    }

    /**
     * 逾期: the lead is urged, and when it is late again supervised.
     *
     * @param finishBy the deadline that passed, when it was that for finishing; null for another
     * @param what which deadline, in Chinese
     * @param workdays told with it
     */
    public Change<Watch, FollowupEvent> overdue(
            Unit unit,
            String what,
            @Nullable Instant finishBy,
            Workdays workdays,
            SupervisionPolicy policy,
            Instant at) {
        if (course.over() || !course.isLedBy(unit)) {
            return Change.of(this);
        }
        Decided decided = new Decided(in(course.overdue(finishBy, workdays)));
        if (course.pressed() == null) {
            decided.press(URGE, what + "时限已过，请抓紧办理并说明进展。", policy, at);
        } else {
            decided.supervise(what + "时限也已过，请说明原因和办结时间。", policy, at);
        }
        return decided.done(policy, at);
    }

    /** 答复, or more time: nothing presses any more but what somebody asked for in person. */
    public Change<Watch, FollowupEvent> inTime(SupervisionPolicy policy, Instant at) {
        Decided decided = new Decided(in(course.inTime()));
        decided.liftUnless(Supervision::isByHand, at);
        return decided.done(policy, at);
    }

    /** 退回重办, 二次办理. */
    public Change<Watch, FollowupEvent> reworked(SupervisionPolicy policy, Instant at) {
        return goesOn(course.reworked(), policy, at);
    }

    /** 办结, 撤单, 并单: nothing more is expected of anybody. */
    public Change<Watch, FollowupEvent> over(SupervisionPolicy policy, Instant at) {
        Decided decided = new Decided(in(course.over(true)));
        decided.liftUnless(one -> false, at);
        return decided.done(policy, at);
    }

    /** 恢复办理. */
    public Change<Watch, FollowupEvent> restored(@Nullable Unit lead, SupervisionPolicy policy, Instant at) {
        return lead == null ? Change.of(in(course.over(false))) : goesOn(course.dispatched(lead), policy, at);
    }

    /** Time has gone by. */
    public Change<Watch, FollowupEvent> looked(SupervisionPolicy policy, Instant now) {
        Decided decided = new Decided(this);
        if (!course.over() && policy.supervises(course, now)) {
            decided.supervise("逾期后仍未办结，请书面说明原因和办结时间。", policy, now);
        }
        return decided.done(policy, now);
    }

    /**
     * 催办, 督办 by somebody in person.
     *
     * @param text masked
     * @param answerBy null for as long as the policy gives
     */
    public Change<Watch, FollowupEvent> issue(
            Level level, String text, @Nullable Instant answerBy, String by, SupervisionPolicy policy, Instant at) {
        Unit lead = leadToPress();
        Decided decided = new Decided(this);
        Instant until = answerBy == null ? policy.answerBy(level, course, at) : answerBy;
        decided.issue(level, lead, text, until, by, at);
        return decided.done(policy, at);
    }

    /**
     * 提级 by somebody in person.
     *
     * @param reason masked
     */
    public Change<Watch, FollowupEvent> escalate(String reason, String by, SupervisionPolicy policy, Instant at) {
        leadToPress();
        Refused.unless(escalation == null, ALREADY_ESCALATED);
        Decided decided = new Decided(this);
        decided.escalate(new Escalation(OFFICE, reason, by, at));
        return decided.done(policy, at);
    }

    /**
     * 回复.
     *
     * @param unit code of who answers; what is not theirs is not there
     * @param text masked
     */
    public Change<Watch, FollowupEvent> answer(String id, String unit, String text, String by, Instant at) {
        Supervision asked =
                find(id).filter(one -> one.unit().code().equals(unit)).orElseThrow(Watch::unknown);
        Refused.unless(asked.standing() != LIFTED, ALREADY_LIFTED);
        Refused.unless(asked.standing() == OPEN, ALREADY_ANSWERED);
        return Change.of(
                with(asked.answered(new Answer(text, by, at))),
                new SupervisionAnswered(ticket.value(), id, unit, !at.isAfter(asked.answerBy()), by, at));
    }

    /** 解除. */
    public Change<Watch, FollowupEvent> lift(String id, String by, Instant at) {
        Supervision asked = find(id).orElseThrow(Watch::unknown);
        Refused.unless(asked.standing() != LIFTED, ALREADY_LIFTED);
        return Change.of(
                with(asked.lifted(new Lift(by, at))),
                new SupervisionLifted(ticket.value(), id, asked.unit().code(), by, at));
    }

    /** All of them, the latest first. */
    public List<Supervision> all() {
        List<Supervision> all = new ArrayList<>();
        if (current != null) {
            all.add(current);
        }
        for (int i = earlier.size() - 1; i >= 0; i--) {
            all.add(earlier.get(i));
        }
        return all;
    }

    /** Whether this unit has the ticket, or had it last when it is over. */
    public boolean isWith(String unit) {
        return course.lead() != null && course.lead().code().equals(unit);
    }

    /** Without what others were asked and answered. */
    public Watch ownOf(String unit) {
        List<Supervision> own = Stream.concat(earlier.stream(), Stream.ofNullable(current))
                .filter(one -> one.unit().code().equals(unit))
                .toList();
        return own.isEmpty()
                ? pressedBy(null, List.of())
                : pressedBy(own.get(own.size() - 1), own.subList(0, own.size() - 1));
    }

    /** Without what may tell of a confidential matter: every word that somebody wrote. */
    public Watch withheld() {
        Watch pressed = pressedBy(
                current == null ? null : current.withheld(),
                earlier.stream().map(Supervision::withheld).toList());
        return escalation == null ? pressed : pressed.escalated(escalation.withheld());
    }

    private Change<Watch, FollowupEvent> goesOn(Course next, SupervisionPolicy policy, Instant at) {
        Decided decided = new Decided(in(next));
        decided.liftUnless(one -> next.isLedBy(one.unit()), at);
        return decided.done(policy, at);
    }

    private Unit leadToPress() {
        Refused.unless(!course.over(), TICKET_OVER);
        if (course.lead() == null) {
            throw new Refused(NO_UNIT);
        }
        return course.lead();
    }

    /** Only the one that stands can be answered or lifted; those before it are lifted. */
    private Optional<Supervision> find(String id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private static Refused unknown() {
        return new Refused(UNKNOWN_SUPERVISION);
    }

    private Watch in(Course next) {
        return new Watch(ticket, next, current, earlier, escalation, issued, lookAt);
    }

    private Watch with(Supervision changed) {
        return pressedBy(changed, earlier);
    }

    private Watch pressedBy(@Nullable Supervision latest, List<Supervision> before) {
        return new Watch(ticket, course, latest, before, escalation, issued, lookAt);
    }

    private Watch escalated(Escalation given) {
        return new Watch(ticket, course, current, earlier, given, issued, lookAt);
    }

    /** What a decision comes to, step by step. */
    private static final class Decided {

        private final List<FollowupEvent> told = new ArrayList<>();
        private Watch watch;

        Decided(Watch watch) {
            this.watch = watch;
        }

        void press(Level level, String text, SupervisionPolicy policy, Instant at) {
            if (watch.course.lead() != null) {
                watch = watch.in(watch.course.pressed(level));
                issue(level, watch.course.lead(), text, policy.answerBy(level, watch.course, at), AUTO, at);
            }
        }

        void supervise(String text, SupervisionPolicy policy, Instant at) {
            if (watch.course.pressed() != SUPERVISE) {
                press(SUPERVISE, text, policy, at);
            }
        }

        void issue(Level level, Unit unit, String text, Instant answerBy, String by, Instant at) {
            liftUnless(one -> false, at);
            String id = watch.ticket.value() + "-" + (watch.issued + 1);
            Supervision issued = Supervision.issued(id, level, unit, text, answerBy, by, at);
            Stream<Supervision> former = Stream.concat(watch.earlier.stream(), Stream.ofNullable(watch.current));
            List<Supervision> all = former.toList();
            watch = new Watch(
                    watch.ticket,
                    watch.course,
                    issued,
                    all.subList(Math.max(0, all.size() - KEPT), all.size()),
                    watch.escalation,
                    watch.issued + 1,
                    watch.lookAt);
            told.add(
                    level == URGE
                            ? new UrgeIssued(watch.ticket.value(), id, unit.code(), text, answerBy, by, at)
                            : new SupervisionIssued(watch.ticket.value(), id, unit.code(), text, answerBy, by, at));
        }

        void liftUnless(Predicate<Supervision> stays, Instant at) {
            Supervision one = watch.current;
            if (one != null && one.standing() != LIFTED && !stays.test(one)) {
                watch = watch.with(one.lifted(new Lift(AUTO, at)));
                told.add(new SupervisionLifted(
                        watch.ticket.value(), one.id(), one.unit().code(), AUTO, at));
            }
        }

        void escalate(Escalation given) {
            watch = watch.escalated(given);
            told.add(new TicketEscalated(
                    watch.ticket.value(), given.ground().name(), given.reason(), given.by(), given.at()));
        }

        /** Escalates if it is time for that, and says when to look again. */
        Change<Watch, FollowupEvent> done(SupervisionPolicy policy, Instant at) {
            if (watch.escalation == null && !watch.course.over()) {
                policy.escalates(watch.course, at)
                        .map(ground -> new Escalation(ground, policy.reason(ground, watch.course), AUTO, at))
                        .ifPresent(this::escalate);
            }
            Watch then = new Watch(
                    watch.ticket,
                    watch.course,
                    watch.current,
                    watch.earlier,
                    watch.escalation,
                    watch.issued,
                    policy.nextLook(watch.course, watch.escalation != null, at));
            return new Change<>(then, told);
        }
    }
}
