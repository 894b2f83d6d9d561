package cn.hotline.intake.reveal.model;

import cn.hotline.chassis.Refused;
import cn.hotline.intake.codes.model.ChannelFamily;
import cn.hotline.intake.progress.model.Progress;
import cn.hotline.intake.progress.model.Stage;
import cn.hotline.intake.registration.model.Call;
import cn.hotline.intake.registration.model.Registration;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.Ticket;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 查看规则: who may look at what is sealed of a ticket, and on what grounds.
 *
 * @param liveCall how long after registering a call counts as going on, unless it is recorded as ended
 */
public record RevealPolicy(Duration liveCall, NeededClasses needed) {

    private static final int SHORTEST_REASON = 4;

    /** @throws Refused when there are no grounds */
    public Grounds decide(Asked asked) {
        return asked.viewer().unit() == null ? forTheHotline(asked) : forAUnit(asked);
    }

    /** Whether doors, whether plates are shown to a unit that handles this. */
    public boolean showsDoors(Ticket ticket) {
        return needed.doorsIn(ticket.category().orElse(""));
    }

    public boolean showsPlates(Ticket ticket) {
        return needed.platesIn(ticket.category().orElse(""));
    }

    /** Whether a unit that handles this may be shown anything beyond what everybody sees. */
    public boolean showsUnits(Ticket ticket, boolean relayIsDown) {
        return !ticket.isConfidential() && (relayIsDown || showsDoors(ticket) || showsPlates(ticket));
    }

    private Grounds forAUnit(Asked asked) {
        Refused.unless(asked.held(), RegistrationRefusal.UNKNOWN_TICKET);
        if (asked.glassIsBroken()) {
            return Grounds.BREAK_GLASS;
        }
        Refused.unless(!asked.ticket().isConfidential(), RevealRefusal.CONFIDENTIAL);
        if (asked.relayIsDown() && says(asked.reason())) {
            return Grounds.RELAY_DOWN;
        }
        Refused.unless(showsDoors(asked.ticket()) || showsPlates(asked.ticket()), RevealRefusal.NOT_NEEDED);
        return Grounds.HANDLING;
    }

    private Grounds forTheHotline(Asked asked) {
        if (asked.glassIsBroken()) {
            return Grounds.BREAK_GLASS;
        }
        Refused.unless(!asked.viewer().supervisor(), RevealRefusal.ONLY_TOGETHER);
        Refused.unless(
                !asked.viewer().revisitor() || asked.progress().reached(Stage.REVISITING),
                RegistrationRefusal.UNKNOWN_TICKET);
        Refused.unless(!asked.ticket().isConfidential() || isOwn(asked), RevealRefusal.CONFIDENTIAL);
        if (isLiveCall(asked)) {
            return Grounds.LIVE_CALL;
        }
        if (asked.viewer().revisitor()
                && asked.progress().stage().filter(Stage.REVISITING::equals).isPresent()) {
            return Grounds.LIVE_REVISIT;
        }
        Refused.unless(says(asked.reason()), RevealRefusal.REASON_NEEDED);
        return Grounds.STATED;
    }

    private boolean isLiveCall(Asked asked) {
        Registration registration = asked.ticket().registration();
        Call call = asked.call();
        Instant ended = call == null ? null : call.endedAt();
        return isOwn(asked)
                && registration.arrival().family() == ChannelFamily.CALL
                && asked.at().isBefore(registration.at().plus(liveCall))
                && (ended == null || ended.isAfter(asked.at()));
    }

    private static boolean isOwn(Asked asked) {
        return asked.ticket().registration().by().equals(asked.viewer().account());
    }

    private static boolean says(@Nullable String reason) {
        return reason != null && reason.strip().codePointCount(0, reason.strip().length()) >= SHORTEST_REASON;
    }

    /**
     * A wish to look, and the facts it is judged by.
     *
     * @param held whether the ticket is there for the viewer, as somebody of a unit
     * @param call the ticket was registered in; null when none is recorded
     * @param glassIsBroken whether two people opened this ticket together, the viewer one of them
     * @param relayIsDown whether the caller could not be reached through a relay number just now
     * @param reason in the viewer's words; null when none is given
     */
    public record Asked(
            Viewer viewer,
            Ticket ticket,
            boolean held,
            Progress progress,
            @Nullable Call call,
            boolean glassIsBroken,
            boolean relayIsDown,
            @Nullable String reason,
            Instant at) {}
}
