package cn.hotline.routing.dispatch.web;

import cn.hotline.routing.dispatch.model.Assignment;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.dispatch.model.Handling;
import cn.hotline.ui.ClockText;
import cn.hotline.ui.Deadline;
import cn.hotline.ui.DeadlineKind;
import cn.hotline.ui.DeadlineView;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Until when what must be done to a ticket, in words and in the six grades. */
public final class TicketClocks {

    private final Dispatch dispatch;
    private final Clock clock;
    private final ClockText times;

    TicketClocks(Dispatch dispatch, Clock clock) {
        this.dispatch = dispatch;
        this.clock = clock;
        this.times = new ClockText(clock);
    }

    /** What must be done next, for a tag in a list; null before a dispatch. */
    public @Nullable DeadlineView next() {
        Handling handling = dispatch.handling();
        return handling == null ? null : toAcknowledge(handling) ? acknowledge(handling) : finish(handling);
    }

    /** Signature or contact, whichever is to come; then the finish. Empty before a dispatch. */
    public List<DeadlineView> all() {
        Handling handling = dispatch.handling();
        if (handling == null) {
            return List.of();
        }
        List<DeadlineView> all = new ArrayList<>();
        if (toAcknowledge(handling)) {
            all.add(acknowledge(handling));
        } else if (open() && handling.lead().contact() == null) {
            all.add(contact(handling));
        }
        all.add(finish(handling));
        return all;
    }

    /** When it came to routing. */
    public String since() {
        return times.full(dispatch.turn().since());
    }

    /** 签收截止 in words; null before a dispatch. */
    public @Nullable String acknowledgeBy() {
        Handling handling = dispatch.handling();
        return handling == null
                ? null
                : times.full(handling.lead().timing().deadlines().acknowledgeBy());
    }

    /** 首次联系截止 in words; null before a dispatch. */
    public @Nullable String contactBy() {
        Handling handling = dispatch.handling();
        return handling == null
                ? null
                : times.full(handling.lead().timing().deadlines().contactBy());
    }

    /** 办结截止 by the clock that counts for this handling. */
    public @Nullable String finishBy() {
        Handling handling = dispatch.handling();
        return handling == null ? null : times.full(handling.finishBy());
    }

    /** The unit's own finish deadline where it differs from the ticket's, as after 改派; else null. */
    public @Nullable String ownFinishBy() {
        Handling handling = dispatch.handling();
        if (handling == null || handling.ownFinishBy().equals(handling.finishBy())) {
            return null;
        }
        return times.full(handling.ownFinishBy());
    }

    /** What to say beside deadlines that run of the calendar they were counted by; null when its holidays are all known. */
    public @Nullable String calendarNote() {
        Handling handling = dispatch.handling();
        return handling == null || dispatch.turn().calendar() == null
                ? null
                : handling.calendarNote().orElse(null);
    }

    /** Since when nothing was done, such as 11-20 10:42; null where nobody must do anything. */
    public @Nullable String stirred() {
        Instant at = dispatch.turn().stirredAt();
        return at == null || !DispatchStatus.WITH_A_UNIT.contains(dispatch.status()) ? null : times.full(at);
    }

    private boolean open() {
        return DispatchStatus.WITH_A_UNIT.contains(dispatch.status());
    }

    private boolean toAcknowledge(Handling handling) {
        return open() && handling.lead().acknowledgedAt() == null;
    }

    private DeadlineView acknowledge(Handling handling) {
        Assignment lead = handling.lead();
        return view(Deadline.running(
                DeadlineKind.ACKNOWLEDGE,
                lead.timing().startedAt(),
                lead.timing().deadlines().acknowledgeBy()));
    }

    private DeadlineView contact(Handling handling) {
        Assignment lead = handling.lead();
        return view(Deadline.running(
                DeadlineKind.CONTACT,
                lead.timing().startedAt(),
                lead.timing().deadlines().contactBy()));
    }

    private DeadlineView finish(Handling handling) {
        Instant startedAt =
                (handling.round() == 1 ? handling.ticket() : handling.lead().timing()).startedAt();
        Deadline running = Deadline.running(DeadlineKind.RESOLVE, startedAt, handling.finishBy());
        if (dispatch.status() == DispatchStatus.SUSPENDED) {
            return view(running.pausedNow());
        }
        return open() || handling.reply() == null
                ? view(running)
                : view(running.doneAt(handling.reply().at()));
    }

    private DeadlineView view(Deadline deadline) {
        return DeadlineView.of(deadline, clock.instant());
    }
}
