package cn.hotline.routing.dispatch.model;

import static cn.hotline.routing.dispatch.model.Act.Doer.BELOW;
import static cn.hotline.routing.dispatch.model.Act.Doer.HELPER;
import static cn.hotline.routing.dispatch.model.Act.Doer.HOTLINE;
import static cn.hotline.routing.dispatch.model.Act.Doer.ITSELF;
import static cn.hotline.routing.dispatch.model.Act.Doer.LEAD;
import static cn.hotline.routing.dispatch.model.Act.Move.from;
import static cn.hotline.routing.dispatch.model.Act.Move.stay;
import static cn.hotline.routing.dispatch.model.DispatchStatus.ARBITRATION;
import static cn.hotline.routing.dispatch.model.DispatchStatus.BEFORE_REVISIT;
import static cn.hotline.routing.dispatch.model.DispatchStatus.CLOSED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.CLOSED_UNSOLVABLE;
import static cn.hotline.routing.dispatch.model.DispatchStatus.DISPATCHED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.ESCALATED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.IN_PROGRESS;
import static cn.hotline.routing.dispatch.model.DispatchStatus.IN_WORK;
import static cn.hotline.routing.dispatch.model.DispatchStatus.MERGED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.OPEN;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_DISPATCH;
import static cn.hotline.routing.dispatch.model.DispatchStatus.PENDING_FOLLOWUP;
import static cn.hotline.routing.dispatch.model.DispatchStatus.REPLIED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.RETURN_REVIEW;
import static cn.hotline.routing.dispatch.model.DispatchStatus.REWORK;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SECOND_HANDLING;
import static cn.hotline.routing.dispatch.model.DispatchStatus.SUSPENDED;
import static cn.hotline.routing.dispatch.model.DispatchStatus.TAKEN_ON;
import static cn.hotline.routing.dispatch.model.DispatchStatus.WITHDRAWN;
import static cn.hotline.routing.dispatch.model.DispatchStatus.WITH_A_UNIT;

import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Termed;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
            from(PENDING_DISPATCH, DISPATCHED, ESCALATED).to(DISPATCHED)),
    RECALL(
            "收回",
            Set.of(HOTLINE),
            DispatchRefusal.ALREADY_TAKEN_ON,
            from(DISPATCHED).to(PENDING_DISPATCH)),
    RECUSE(
            "回避收回",
            Set.of(ITSELF),
            DispatchRefusal.ALREADY_TAKEN_ON,
            from(WITH_A_UNIT).to(PENDING_DISPATCH),
            from(SUSPENDED).to(PENDING_DISPATCH)),
    ACKNOWLEDGE(
            "签收",
            Set.of(LEAD),
            DispatchRefusal.NOT_WAITING_TO_BE_ACKNOWLEDGED,
            from(DISPATCHED).to(IN_PROGRESS),
            stay(ARBITRATION, ESCALATED)),
    CLAIM("认领", Set.of(LEAD), DispatchRefusal.NOT_TO_BE_CLAIMED, stay(WITH_A_UNIT)),
    RELEASE("放回", Set.of(LEAD), DispatchRefusal.NOT_TO_BE_CLAIMED, stay(WITH_A_UNIT)),
    ASSIGN("指派", Set.of(LEAD), DispatchRefusal.NOT_TO_BE_CLAIMED, stay(WITH_A_UNIT)),
    CONTACT("首次联系", Set.of(LEAD, BELOW), DispatchRefusal.NOT_TO_BE_CONTACTED, stay(TAKEN_ON)),
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
    ASK_FOR_TIME("申请延期", Set.of(LEAD), DispatchRefusal.NOT_TO_BE_EXTENDED, stay(IN_PROGRESS, SECOND_HANDLING)),
    DECIDE_EXTENSION(
            "审批延期", Set.of(HOTLINE), DispatchRefusal.NO_EXTENSION_TO_DECIDE, stay(IN_PROGRESS, SECOND_HANDLING)),
    SUSPEND(
            "挂账",
            Set.of(HOTLINE),
            DispatchRefusal.NOT_TO_BE_SUSPENDED,
            from(IN_PROGRESS, SECOND_HANDLING).to(SUSPENDED)),
    RESUME(
            "恢复办理",
            Set.of(HOTLINE),
            DispatchRefusal.NOT_SUSPENDED,
            from(SUSPENDED).to(IN_PROGRESS, SECOND_HANDLING)),
    WRITE_OFF(
            "销账",
            Set.of(HOTLINE),
            DispatchRefusal.NOT_SUSPENDED,
            from(SUSPENDED).to(IN_PROGRESS, SECOND_HANDLING)),
    ASK_FOR_HELP("请协办", Set.of(LEAD, HOTLINE), DispatchRefusal.NOT_TO_BE_HELPED, stay(IN_WORK)),
    END_HELP("不再协办", Set.of(LEAD, HOTLINE), DispatchRefusal.NOT_TO_BE_HELPED, stay(WITH_A_UNIT)),
    CO_REPLY("协办意见", Set.of(HELPER), DispatchRefusal.NOT_TO_BE_HELPED, stay(WITH_A_UNIT)),
    BLOW_WHISTLE("吹哨", Set.of(LEAD, BELOW), DispatchRefusal.NOT_TO_BE_HELPED, stay(IN_WORK)),
    CHECK_IN("报到", Set.of(HELPER), DispatchRefusal.NOT_TO_BE_HELPED, stay(WITH_A_UNIT)),
    PASS_DOWN("下交", Set.of(LEAD, BELOW), DispatchRefusal.NOT_TO_BE_PASSED_DOWN, stay(IN_WORK)),
    TAKE_ON("下级签收", Set.of(BELOW), DispatchRefusal.NOT_TO_BE_PASSED_DOWN, stay(TAKEN_ON)),
    HAND_UP("上报", Set.of(BELOW), DispatchRefusal.NOT_TO_BE_PASSED_DOWN, stay(TAKEN_ON)),
    HAND_BACK("上报退回", Set.of(LEAD, BELOW), DispatchRefusal.NOT_TO_BE_PASSED_DOWN, stay(TAKEN_ON)),
    GIVE_BACK("下级退回", Set.of(BELOW), DispatchRefusal.NOT_TO_BE_PASSED_DOWN, stay(TAKEN_ON)),
    TAKE_BACK("上级收回", Set.of(LEAD, BELOW), DispatchRefusal.NOT_TO_BE_PASSED_DOWN, stay(TAKEN_ON)),
    REPLY("答复", Set.of(LEAD), DispatchRefusal.NOT_BEING_HANDLED, from(IN_WORK).to(REPLIED, PENDING_FOLLOWUP)),
    DECIDE_REPLY(
            "审核答复",
            Set.of(HOTLINE),
            DispatchRefusal.NO_REPLY_TO_DECIDE,
            from(REPLIED).to(REWORK, PENDING_FOLLOWUP)),
    REOPEN(
            "二次办理",
            Set.of(ITSELF),
            DispatchRefusal.NOT_WAITING_FOR_REVISIT,
            from(PENDING_FOLLOWUP).to(SECOND_HANDLING),
            stay(BEFORE_REVISIT),
            stay(MERGED)),
    CLOSE(
            "办结",
            Set.of(ITSELF),
            DispatchRefusal.NOT_WAITING_FOR_REVISIT,
            from(PENDING_FOLLOWUP, MERGED).to(CLOSED)),
    EXCLUDE(
            "剔除",
            Set.of(ITSELF),
            DispatchRefusal.NOT_WAITING_FOR_REVISIT,
            from(PENDING_FOLLOWUP, MERGED).to(CLOSED_UNSOLVABLE)),
    COUNT_AGAIN(
            "撤销剔除",
            Set.of(ITSELF),
            DispatchRefusal.NOT_EXCLUDED,
            from(CLOSED_UNSOLVABLE).to(PENDING_FOLLOWUP)),
    ESCALATE(
            "提级",
            Set.of(ITSELF),
            DispatchRefusal.NOT_OPEN,
            from(DISPATCHED, IN_PROGRESS, REWORK, SECOND_HANDLING).to(ESCALATED),
            stay(
                    PENDING_DISPATCH,
                    RETURN_REVIEW,
                    ARBITRATION,
                    SUSPENDED,
                    REPLIED,
                    PENDING_FOLLOWUP,
                    ESCALATED,
                    MERGED)),
    SUPPLEMENT("补充", Set.of(ITSELF), DispatchRefusal.NOT_OPEN, stay(OPEN), stay(MERGED)),
    URGE("催办", Set.of(ITSELF), DispatchRefusal.NOT_OPEN, stay(OPEN), stay(MERGED)),
    WITHDRAW(
            "撤单",
            Set.of(ITSELF),
            DispatchRefusal.NOT_OPEN,
            from(OPEN).to(WITHDRAWN),
            from(MERGED).to(WITHDRAWN)),
    MERGE("并单", Set.of(ITSELF), DispatchRefusal.NOT_OPEN, from(OPEN).to(MERGED)),
    UNDO_MERGE("撤销并单", Set.of(ITSELF), DispatchRefusal.NOT_MERGED, from(MERGED).to(OPEN)),
    SUCCEED("承接", Set.of(ITSELF), DispatchRefusal.NOTHING_TO_HAND_OVER, stay(OPEN)),
    DISSOLVE(
            "撤并收回",
            Set.of(ITSELF),
            DispatchRefusal.NOTHING_TO_HAND_OVER,
            from(WITH_A_UNIT).to(PENDING_DISPATCH),
            from(SUSPENDED).to(PENDING_DISPATCH)),
    REMIND("到期提醒", Set.of(ITSELF), DispatchRefusal.NOTHING_TO_REMIND_OF, stay(WITH_A_UNIT)),
    RECOUNT(
            "时限重算",
            Set.of(ITSELF),
            DispatchRefusal.NOTHING_TO_RECOUNT,
            stay(PENDING_DISPATCH, SUSPENDED),
            stay(WITH_A_UNIT)),
    RECLASSIFY("改分类", Set.of(HOTLINE, LEAD), DispatchRefusal.NOT_TO_BE_RECLASSIFIED, stay(OPEN));

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
        return moves.stream().anyMatch(move -> move.leads(from, to));
    }

    /** What a unit hears that comes for what others do. @param part null when it has no part in the ticket */
    Refusal refusalOf(@Nullable Doer part) {
        if (Collections.disjoint(doers, Set.of(LEAD, BELOW, HELPER))) {
            return DispatchRefusal.ONLY_HOTLINE;
        }
        if (doers.equals(Set.of(HELPER))) {
            return DispatchRefusal.ONLY_HELPERS;
        }
        if (part == null) {
            return Refusal.General.NOT_FOUND;
        }
        return switch (part) {
            case HELPER -> DispatchRefusal.HELPERS_DO_NOT_ANSWER;
            case BELOW -> DispatchRefusal.ONLY_LEAD;
            default -> DispatchRefusal.ONLY_BELOW;
        };
    }

    /** Of what is set aside everybody hears so, whatever they came for. */
    void refuseUnlessFrom(DispatchStatus status) {
        Refused.unless(
                startsFrom(status),
                switch (status) {
                    case WITHDRAWN -> DispatchRefusal.WITHDRAWN_BY_CALLER;
                    case MERGED -> DispatchRefusal.MERGED_INTO_ANOTHER;
                    default -> refusal;
                });
    }

    /** Who acts. */
    public enum Doer implements Termed {
        HOTLINE("热线"),
        LEAD("主办单位"),
        /** A unit it was passed down to. */
        BELOW("下级承办单位"),
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

    /**
     * From any of these to any of those.
     *
     * @param to empty when it stays where it is
     */
    public record Move(Set<DispatchStatus> from, Set<DispatchStatus> to) {

        static Move from(DispatchStatus first, DispatchStatus... others) {
            return from(EnumSet.of(first, others));
        }

        static Move from(Set<DispatchStatus> any) {
            return new Move(any, Set.of());
        }

        static Move stay(DispatchStatus first, DispatchStatus... others) {
            return from(first, others);
        }

        static Move stay(Set<DispatchStatus> any) {
            return from(any);
        }

        Move to(DispatchStatus first, DispatchStatus... others) {
            return to(EnumSet.of(first, others));
        }

        Move to(Set<DispatchStatus> any) {
            return new Move(from, any);
        }

        boolean leads(DispatchStatus one, DispatchStatus other) {
            return from.contains(one) && (to.isEmpty() ? one == other : to.contains(other));
        }
    }
}
