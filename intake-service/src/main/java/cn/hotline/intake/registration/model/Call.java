package cn.hotline.intake.registration.model;

import cn.hotline.chassis.Change;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.contract.IntakeEvent.CallRecorded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 来电: one answered call (件次). It has exactly one outcome and none, one or several tickets (件).
 *
 * @param line dialled line
 * @param tickets registered before the call was recorded; tickets registered later name the call themselves
 * @param note for the desk; stays in intake
 */
public record Call(
        String callId,
        @Nullable String line,
        Instant startedAt,
        @Nullable Instant endedAt,
        CallOutcome outcome,
        List<String> tickets,
        @Nullable String note) {

    public Call {
        tickets = tickets == null ? List.of() : List.copyOf(tickets);
    }

    /** 来电记录. */
    public Change<Call, IntakeEvent> record(Instant at) {
        return Change.of(this, new CallRecorded(callId, line, startedAt, endedAt, outcome.name(), tickets, at));
    }
}
