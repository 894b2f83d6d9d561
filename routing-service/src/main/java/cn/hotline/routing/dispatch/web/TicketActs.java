package cn.hotline.routing.dispatch.web;

import cn.hotline.routing.dispatch.model.Act;
import cn.hotline.routing.dispatch.model.Assignment.Taker;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.Extension;
import cn.hotline.routing.dispatch.model.Handling;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.Viewer;
import org.jspecify.annotations.Nullable;

/** Which acts a page offers of a ticket to whoever looks. Whether they are done, the ticket itself decides. */
public final class TicketActs {

    private final Dispatch dispatch;
    private final Staff staff;
    private final @Nullable Handling handling;

    TicketActs(Dispatch dispatch, Viewer viewer) {
        this.dispatch = dispatch;
        this.staff = viewer.person();
        this.handling = dispatch.handling();
    }

    /** Whether the unit of whoever looks leads; helpers read. */
    public boolean led() {
        return handling != null && staff.isOf(handling.lead().unit().code());
    }

    /** Whether the unit that leads has anything to do now. */
    public boolean any() {
        return led() && (acknowledge() || reply() || contact() || sendBack());
    }

    public boolean dispatch() {
        return may(Act.DISPATCH);
    }

    /** Whether a dispatcher may give it to another unit, or take it back. */
    public boolean giveElsewhere() {
        return dispatch.status() == DispatchStatus.DISPATCHED;
    }

    public boolean acknowledge() {
        return may(Act.ACKNOWLEDGE) && handling != null && handling.lead().acknowledgedAt() == null;
    }

    public boolean contact() {
        return may(Act.CONTACT);
    }

    public boolean reply() {
        return may(Act.REPLY) && !acknowledge();
    }

    /** Whether the unit may still say it is not theirs; when too late, they hear so. */
    public boolean sendBack() {
        return may(Act.RETURN) && handling != null && handling.dispute().ruling() == null;
    }

    public boolean askForTime() {
        return may(Act.ASK_FOR_TIME)
                && handling != null
                && handling.grace().extensions().stream().allMatch(Extension::refused);
    }

    public boolean askForHelp() {
        return may(Act.ASK_FOR_HELP);
    }

    public boolean reclassify() {
        return may(Act.CONTACT);
    }

    /** Whether the unit of whoever looks helps, and may say what it did. */
    public boolean coReply() {
        return may(Act.CO_REPLY)
                && handling != null
                && staff.unit() != null
                && handling.helper(staff.unit().code()).isPresent();
    }

    public boolean claim() {
        return may(Act.CLAIM) && taker() == null;
    }

    public boolean release() {
        Taker taker = taker();
        return may(Act.RELEASE) && taker != null && (taker.account().equals(staff.account()) || staff.leads());
    }

    public boolean assign() {
        return may(Act.ASSIGN) && staff.leads();
    }

    /** Whether whoever looks may let a clerk handle a confidential ticket. */
    public boolean name() {
        return dispatch.appeal().confidential() && staff.leads();
    }

    public boolean decideReturn() {
        return may(Act.DECIDE_RETURN);
    }

    public boolean rule() {
        return may(Act.RULE);
    }

    public boolean suspend() {
        return may(Act.SUSPEND);
    }

    public boolean resume() {
        return may(Act.RESUME);
    }

    private boolean may(Act act) {
        return act.startsFrom(dispatch.status());
    }

    private @Nullable Taker taker() {
        return handling == null ? null : handling.lead().taker();
    }
}
