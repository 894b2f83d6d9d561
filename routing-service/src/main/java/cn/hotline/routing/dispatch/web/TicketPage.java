package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Secrecy;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.recusal.model.Concern;
import java.time.Clock;
import java.util.List;

/** One ticket as the pages show it to somebody: everything already in words, by matter. */
public final class TicketPage {

    private final Dispatch dispatch;
    private final long version;
    private final Viewer viewer;
    private final TicketHead head;
    private final TicketClocks clocks;
    private final TicketCourse course;
    private final TicketActs acts;

    TicketPage(Versioned<Dispatch> stored, Viewer viewer, Clock clock) {
        this.dispatch = stored.state();
        this.version = stored.version();
        this.viewer = viewer;
        this.head = new TicketHead(dispatch);
        this.clocks = new TicketClocks(dispatch, clock);
        this.course = new TicketCourse(dispatch, clock);
        this.acts = new TicketActs(dispatch, viewer);
    }

    public String number() {
        return head.number();
    }

    /** By which a form says what its writer has seen. */
    public long version() {
        return version;
    }

    public TicketHead head() {
        return head;
    }

    public TicketClocks clocks() {
        return clocks;
    }

    public TicketCourse course() {
        return course;
    }

    public TicketActs may() {
        return acts;
    }

    /** Whether it is kept from whoever looks. */
    public boolean withheld() {
        return !dispatch.opensTo(viewer);
    }

    /** Whether somebody else has asked to open it in need, and a second person is awaited. */
    public boolean awaitsSecond() {
        Secrecy secrecy = dispatch.sight().secrecy();
        return secrecy != null && secrecy.awaitsSecond(viewer.at());
    }

    /** Units it accuses, to which it is not given. */
    public List<Concern> concerns() {
        return dispatch.concerns();
    }

    /** The lead's code, or before a dispatch the code of the best candidate. */
    public String leadCode() {
        if (head.leadCode() != null) {
            return head.leadCode();
        }
        return head.candidates().isEmpty() ? "" : head.candidates().get(0).code();
    }
}
