package cn.hotline.routing.dispatch.web;

import cn.hotline.routing.dispatch.model.Act;
import cn.hotline.routing.dispatch.model.Assignment.Taker;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.Errand;
import cn.hotline.routing.dispatch.model.Extension;
import cn.hotline.routing.dispatch.model.Handling;
import cn.hotline.routing.dispatch.model.Reply;
import cn.hotline.routing.dispatch.model.Share;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.Viewer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which acts a page offers of a ticket to whoever looks. Whether they are done, the ticket itself decides. */
public final class TicketActs {

    private final Dispatch dispatch;
    private final Staff staff;
    private final @Nullable Handling handling;
    private final Optional<Share> share;
    private final Optional<Share> passedOn;

    TicketActs(Dispatch dispatch, Viewer viewer) {
        this.dispatch = dispatch;
        this.staff = viewer.person();
        this.handling = dispatch.handling();
        this.share = handling == null || staff.unit() == null
                ? Optional.empty()
                : handling.share(staff.unit().code());
        this.passedOn = handling == null
                ? Optional.empty()
                : handling.below().stream()
                        .filter(below -> staff.isOf(below.from().code()))
                        .findFirst();
    }

    /** Whether the unit of whoever looks leads. */
    public boolean led() {
        return handling != null && staff.isOf(handling.lead().unit().code());
    }

    /** Whether it was passed down to the unit of whoever looks. */
    public boolean below() {
        return share.isPresent();
    }

    /** Who passed it down to that unit; null where nobody did. */
    public @Nullable String above() {
        return share.map(passed -> passed.from().name()).orElse(null);
    }

    /** Whether that unit handles it, as lead or below; helpers read. */
    public boolean holds() {
        return led() || below();
    }

    /** Whether that unit has anything to do now. */
    public boolean any() {
        return acknowledge() || reply() || contact() || sendBack() || takeBack();
    }

    public boolean acknowledge() {
        if (below()) {
            return may(Act.TAKE_ON) && share.orElseThrow().to().acknowledgedAt() == null;
        }
        return led()
                && may(Act.ACKNOWLEDGE)
                && handling != null
                && handling.lead().acknowledgedAt() == null;
    }

    public boolean contact() {
        return holds() && may(Act.CONTACT);
    }

    /** 答复, or below the lead 上报. */
    public boolean reply() {
        return holds() && may(below() ? Act.HAND_UP : Act.REPLY) && !acknowledge();
    }

    /** Whether the unit may still say it is not theirs; when too late, they hear so. */
    public boolean sendBack() {
        if (below()) {
            return may(Act.GIVE_BACK);
        }
        return led()
                && may(Act.RETURN)
                && handling != null
                && handling.dispute().ruling() == null;
    }

    /** 转办 to a unit below, while nobody below has it from here. */
    public boolean passDown() {
        return holds() && may(Act.PASS_DOWN) && passedOn.isEmpty() && !acknowledge();
    }

    /** 收回 from the unit below. */
    public boolean takeBack() {
        return holds() && may(Act.TAKE_BACK) && passedOn.isPresent();
    }

    /** What the unit below reports is not enough. */
    public boolean handBack() {
        return holds() && may(Act.HAND_BACK) && passedOn.map(Share::report).isPresent();
    }

    /** Files that the unit below showed in its report: the answer takes them over. */
    public List<String> reported() {
        return passedOn.map(Share::report).map(Reply::attachments).orElse(List.of());
    }

    /** Who has it from here; null for nobody. */
    public @Nullable String passedOnTo() {
        return passedOn.map(passed -> passed.to().unit().name()).orElse(null);
    }

    /** 吹哨. */
    public boolean whistle() {
        return holds() && may(Act.BLOW_WHISTLE) && !acknowledge();
    }

    /** 报到, of a department that was called and is not there yet. */
    public boolean checkIn() {
        return may(Act.CHECK_IN)
                && errand().map(Errand::call)
                        .filter(call -> call.arrivedAt() == null)
                        .isPresent();
    }

    public boolean askForTime() {
        return led()
                && may(Act.ASK_FOR_TIME)
                && handling != null
                && handling.grace().extensions().stream().allMatch(Extension::refused);
    }

    public boolean askForHelp() {
        return led() && may(Act.ASK_FOR_HELP);
    }

    /** 改分类, of a ticket it has taken on. */
    public boolean reclassify() {
        return led() && may(Act.CONTACT);
    }

    /** Whether the unit of whoever looks helps, and may say what it did. */
    public boolean coReply() {
        return may(Act.CO_REPLY)
                && handling != null
                && staff.unit() != null
                && handling.helper(staff.unit().code()).isPresent();
    }

    public boolean claim() {
        return led() && may(Act.CLAIM) && taker() == null;
    }

    public boolean release() {
        Taker taker = taker();
        return led() && may(Act.RELEASE) && taker != null && (taker.account().equals(staff.account()) || staff.leads());
    }

    public boolean assign() {
        return led() && may(Act.ASSIGN) && staff.leads();
    }

    /** Whether whoever looks may let a clerk handle a confidential ticket. */
    public boolean name() {
        return dispatch.appeal().confidential() && staff.leads();
    }

    public boolean dispatch() {
        return may(Act.DISPATCH);
    }

    /** Whether a dispatcher may give it to another unit, or take it back. */
    public boolean giveElsewhere() {
        return dispatch.status() == DispatchStatus.DISPATCHED;
    }

    public boolean decideReturn() {
        return may(Act.DECIDE_RETURN);
    }

    public boolean rule() {
        return may(Act.RULE);
    }

    public boolean decideReply() {
        return may(Act.DECIDE_REPLY);
    }

    public boolean suspend() {
        return may(Act.SUSPEND);
    }

    /** 销账, or back to work without. */
    public boolean writeOff() {
        return may(Act.WRITE_OFF);
    }

    /** 请协办 by the hotline. */
    public boolean sendForHelp() {
        return may(Act.ASK_FOR_HELP);
    }

    /** Whether there is anybody who helps, whom the lead or the hotline may need no longer. */
    public boolean endHelp() {
        return (led() || staff.unit() == null)
                && may(Act.END_HELP)
                && handling != null
                && !handling.helpers().isEmpty();
    }

    private boolean may(Act act) {
        return act.startsFrom(dispatch.status());
    }

    private Optional<Errand> errand() {
        return handling == null || staff.unit() == null
                ? Optional.empty()
                : handling.helper(staff.unit().code()).map(helper -> helper.errand());
    }

    private @Nullable Taker taker() {
        return handling == null ? null : handling.lead().taker();
    }
}
