package cn.hotline.intake.registration.web;

import cn.hotline.chassis.web.Fields;
import cn.hotline.intake.callers.model.Identity;
import cn.hotline.intake.registration.model.Call;
import cn.hotline.intake.registration.model.CallOutcome;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a call that was sent into values, or refuses it whole with everything that is wrong. */
final class CallReader {

    private static final int LONGEST_LINE = 50;
    private static final int LONGEST_NOTE = 4_000;
    private static final int MOST_TICKETS = 20;

    private final Clock clock;

    CallReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * @return the call, once it has its id
     * @throws cn.hotline.chassis.Refused when anything is at fault
     */
    Function<String, Call> read(CallRequest sent) {
        Fields fields = new Fields();
        String line = fields.optional("line", sent.line(), LONGEST_LINE);
        Instant startedAt = startedAt(fields, sent.startedAt());
        Instant endedAt = endedAt(fields, sent.endedAt(), startedAt);
        CallOutcome outcome = fields.requiredCode("outcome", sent.outcome(), CallOutcome.class);
        List<String> tickets = tickets(fields, sent.tickets());
        String note = masked(fields.optional("note", sent.note(), LONGEST_NOTE));
        fields.refuseFaults();
        return id -> new Call(id, line, startedAt, endedAt, outcome, tickets, note);
    }

    /** Nobody's key closes what is said of a call without ticket: it is kept masked. */
    private static @Nullable String masked(@Nullable String note) {
        return note == null ? null : Identity.UNKNOWN.mask(note);
    }

    private Instant startedAt(Fields fields, @Nullable Instant sent) {
        fields.check(sent != null, "startedAt", "请填写通话开始时间");
        return Moments.received(fields, "startedAt", "通话开始时间", sent, clock.instant());
    }

    private @Nullable Instant endedAt(Fields fields, @Nullable Instant sent, Instant startedAt) {
        if (sent == null) {
            return null;
        }
        fields.check(!sent.isBefore(startedAt), "endedAt", "通话结束时间不能早于开始时间");
        fields.check(!sent.isAfter(clock.instant().plus(Moments.AHEAD)), "endedAt", "通话结束时间不能晚于现在");
        return sent.truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<String> tickets(Fields fields, @Nullable List<@Nullable String> sent) {
        List<String> tickets = sent == null
                ? List.of()
                : sent.stream()
                        .map(number -> number == null ? "" : number)
                        .distinct()
                        .toList();
        fields.check(tickets.size() <= MOST_TICKETS, "tickets", "一次来电最多关联 " + MOST_TICKETS + " 张工单");
        return tickets;
    }
}
