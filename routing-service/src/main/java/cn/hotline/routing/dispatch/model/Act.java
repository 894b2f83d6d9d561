package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.Act.Doer.HELPER;
import static cn.hotline.routing.dispatch.model.Act.Doer.HOTLINE;
import static cn.hotline.routing.dispatch.model.Act.Doer.ITSELF;
import static cn.hotline.routing.dispatch.model.Act.Doer.LEAD;
import static cn.hotline.routing.dispatch.model.Act.Move.from;
import static cn.hotline.routing.dispatch.model.Act.Move.stay;
import static cn.hotline.routing.dispatch.model.DispatchStatus.ARBITRATION;
import static cn.hotline.routing.dispatch.model.DispatchStatus.CLOSED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.DISPATCHED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.ESCALATED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.IN_PROGRESS;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_DISPATCH;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_FOLLOWUP;
import static cn.hotline.routing.dispatch.model.DispatchStatus.RETURN_REVIEW;
import static cn.hotline.routing.dispatch.model.DispatchStatus.REWORK;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SECOND_HANDLING;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SUSPENDED;

import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Termed;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * 办件状态表: every act that moves a ticket or is only possible in some of its states; who may do it, from where, to
 * where, and what somebody hears who comes at the wrong time. What else an act asks for (grounds, time, who is accused)
 * is said where it is carried out.
 */
public enum Act implements Termed {
    DISPATCH(
            "派单",
            Set.of(HOTLINE, ITSELF),
            DispatchRefusal.ALREADY_TAKEN_ON,
            from(PENDING_DISPATCH, DISPATCHED).to(DISPATCHED)),
    RECALL(
            "收回",
            Set.of(HOTLINE),
            DispatchRefusal.ALREADY_TAKEN_ON,
            from(DISPATCHED).to(PENDING_DISPATCH)),
    RECUSE(
            "回避收回",
            Set.of(ITSELF),
            DispatchRefusal.ALREADY_TAKEN_ON,
            from(DISPATCHED, IN_PROGRESS, SECOND_HANDLING, RETURN_REVIEW, ARBITRATION, SUSPENDED)
                    .to(PENDING_DISPATCH)),
    ACKNOWLEDGE(
            "签收",
            Set.of(LEAD),
            DispatchRefusal.NOT_WAITING_TO_BE_ACKNOWLEDGED,
            from(DISPATCHED).to(IN_PROGRESS),
            stay(ARBITRATION)),
    CONTACT(
            "首次联系",
            Set.of(LEAD),
            DispatchRefusal.NOT_TO_BE_CONTACTED,
            stay(IN_PROGRESS),
            stay(RETURN_REVIEW),
            stay(ARBITRATION),
            stay(SECOND_HANDLING)),
    RETURN(
            "退单",
            Set.of(LEAD),
            DispatchRefusal.NOT_TO_BE_RETURNED,
            from(DISPATCHED, IN_PROGRESS).to(RETURN_REVIEW, ARBITRATION)),
    DECIDE_RETURN(
            "审核退单",
            Set.of(HOTLINE),
            DispatchRefusal.NO_RETURN_TO_DECIDE,
            from(RETURN_REVIEW).to(PENDING_DISPATCH, DISPATCHED, IN_PROGRESS)),
    RULE(
            "裁定",
            Set.of(HOTLINE),
            DispatchRefusal.NOTHING_TO_RULE,
            from(ARBITRATION).to(DISPATCHED, IN_PROGRESS)),
    ASK_FOR_TIME("申请延期", Set.of(LEAD), DispatchRefusal.NOT_TO_BE_EXTENDED, stay(IN_PROGRESS), stay(SECOND_HANDLING)),
    DECIDE_EXTENSION(
            "审批延期", Set.of(HOTLINE), DispatchRefusal.NO_EXTENSION_TO_DECIDE, stay(IN_PROGRESS), stay(SECOND_HANDLING)),
    SUSPEND(
            "挂账",
            Set.of(HOTLINE),
            DispatchRefusal.NOT_TO_BE_SUSPENDED,
            from(IN_PROGRESS, SECOND_HANDLING).to(SUSPENDED)),
    RESUME(
            "结束挂账",
            Set.of(HOTLINE),
            DispatchRefusal.NOT_SUSPENDED,
            from(SUSPENDED).to(IN_PROGRESS, SECOND_HANDLING)),
    ASK_FOR_HELP(
            "请协办",
            Set.of(LEAD, HOTLINE),
            DispatchRefusal.NOT_TO_BE_HELPED,
            stay(IN_PROGRESS),
            stay(ARBITRATION),
            stay(SECOND_HANDLING)),
    CO_REPLY(
            "协办意见",
            Set.of(HELPER),
            DispatchRefusal.NOT_TO_BE_HELPED,
            stay(DISPATCHED),
            stay(IN_PROGRESS),
            stay(RETURN_REVIEW),
            stay(ARBITRATION),
            stay(SECOND_HANDLING)),
    CLAIM(
            "认领",
            Set.of(LEAD),
            DispatchRefusal.NOT_TO_BE_CLAIMED,
            stay(DISPATCHED),
            stay(IN_PROGRESS),
            stay(RETURN_REVIEW),
            stay(ARBITRATION),
            stay(SECOND_HANDLING)),
    RELEASE(
            "放回",
            Set.of(LEAD),
            DispatchRefusal.NOT_TO_BE_CLAIMED,
            stay(DISPATCHED),
            stay(IN_PROGRESS),
            stay(RETURN_REVIEW),
            stay(ARBITRATION),
            stay(SECOND_HANDLING)),
    ASSIGN(
            "指派",
            Set.of(LEAD),
            DispatchRefusal.NOT_TO_BE_CLAIMED,
            stay(DISPATCHED),
            stay(IN_PROGRESS),
            stay(RETURN_REVIEW),
            stay(ARBITRATION),
            stay(SECOND_HANDLING)),
    REPLY(
            "答复",
            Set.of(LEAD),
            DispatchRefusal.NOT_BEING_HANDLED,
            from(IN_PROGRESS, SECOND_HANDLING, ARBITRATION).to(PENDING_FOLLOWUP)),
    REOPEN(
            "二次办理",
            Set.of(ITSELF),
            DispatchRefusal.NOT_WAITING_FOR_REVISIT,
            from(PENDING_FOLLOWUP).to(SECOND_HANDLING)),
    CLOSE(
            "办结",
            Set.of(ITSELF),
            DispatchRefusal.NOT_WAITING_FOR_REVISIT,
            from(PENDING_FOLLOWUP).to(CLOSED)),
    REMIND(
            "到期提醒",
            Set.of(ITSELF),
            DispatchRefusal.NOTHING_TO_REMIND_OF,
            stay(DISPATCHED),
            stay(IN_PROGRESS),
            stay(RETURN_REVIEW),
            stay(ARBITRATION),
            stay(SECOND_HANDLING)),
    RECOUNT(
            "时限重算",
            Set.of(ITSELF),
            DispatchRefusal.NOTHING_TO_RECOUNT,
            stay(PENDING_DISPATCH),
            stay(DISPATCHED),
            stay(IN_PROGRESS),
            stay(RETURN_REVIEW),
            stay(ARBITRATION),
            stay(SUSPENDED),
            stay(REWORK),
            stay(SECOND_HANDLING),
            stay(ESCALATED)),
    RECLASSIFY(
            "改分类",
            Set.of(HOTLINE, LEAD),
            DispatchRefusal.NOT_TO_BE_RECLASSIFIED,
            stay(PENDING_DISPATCH),
            stay(DISPATCHED),
            stay(IN_PROGRESS),
            stay(RETURN_REVIEW),
            stay(ARBITRATION),
            stay(SUSPENDED),
            stay(SECOND_HANDLING),
            stay(PENDING_FOLLOWUP));

    private final String term;
    private final Set<Doer> doers;
    private final DispatchRefusal refusal;
    private final List<Move> moves;

    Act(String term, Set<Doer> doers, DispatchRefusal refusal, Move... moves) {
        this.term = term;
        this.doers = doers;
        this.refusal = refusal;
        this.moves = List.of(moves);
    }

    @Override
    public String term() {
        return term;
    }

    public Set<Doer> doers() {
        return doers;
    }

    /** Where it leads, by where it is done; for whoever reads the table. */
    public List<Move> moves() {
        return moves;
    }

    /** Whether it may be done to a ticket in that status. */
    public boolean startsFrom(DispatchStatus status) {
        return moves.stream().anyMatch(move -> move.from().contains(status));
    }

    /** Whether it may lead from the one status to the other. */
    public boolean leads(DispatchStatus from, DispatchStatus to) {
        return moves.stream()
                .anyMatch(move -> move.from().contains(from) && move.to().contains(to));
    }

    void refuseUnlessFrom(DispatchStatus status) {
        Refused.unless(startsFrom(status), refusal);
    }

    /** Who acts. */
    public enum Doer implements Termed {
        HOTLINE("热线"),
        LEAD("主办单位"),
        HELPER("协办单位"),
        /** By an event of another service, or because a rule says so. */
        ITSELF("系统");

        private final String term;

        Doer(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }

    /** From any of these to any of those. */
    public record Move(Set<DispatchStatus> from, Set<DispatchStatus> to) {

        static Move from(DispatchStatus first, DispatchStatus... others) {
            return new Move(EnumSet.of(first, others), Set.of());
        }

        static Move stay(DispatchStatus status) {
            return new Move(Set.of(status), Set.of(status));
        }

        Move to(DispatchStatus first, DispatchStatus... others) {
            return new Move(from, EnumSet.of(first, others));
        }
    }
}
