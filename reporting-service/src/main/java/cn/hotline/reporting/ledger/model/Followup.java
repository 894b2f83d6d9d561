package cn.hotline.reporting.ledger.model;

import cn.hotline.followup.contract.FollowupEvent.RevisitAttempted;
import cn.hotline.followup.contract.FollowupEvent.RevisitRecorded;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.contract.FollowupEvent.TicketReopened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What followup told of a ticket.
 *
 * @param revisits every recorded revisit, of whatever round, oldest first
 * @param revisitDays the day of each revisit, for finding the revisits of a day
 * @param reopenings how often the caller was not served
 * @param closedAt null while something is due
 * @param steps oldest first
 */
public record Followup(
        List<Revisit> revisits,
        List<String> revisitDays,
        int reopenings,
        @Nullable Instant closedAt,
        List<Step> steps) {

    static final Followup NONE = new Followup(List.of(), List.of(), 0, null, List.of());

    public Followup {
        revisits = revisits == null ? List.of() : List.copyOf(revisits);
        revisitDays = revisitDays == null ? List.of() : List.copyOf(revisitDays);
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** As it is shown of a confidential ticket. */
    Followup withheld() {
        return new Followup(
                revisits,
                revisitDays,
                reopenings,
                closedAt,
                steps.stream().map(Step::withheld).toList());
    }

    Followup attempted(RevisitAttempted told) {
        return new Followup(
                revisits,
                revisitDays,
                reopenings,
                closedAt,
                Step.after(steps, new Step(StepKind.REVISIT_ATTEMPTED, told.at(), null, told.result(), null)));
    }

    Followup revisited(RevisitRecorded told) {
        String day = LedgerEntry.dayOf(told.at());
        return new Followup(
                added(
                        revisits,
                        new Revisit(
                                day,
                                told.at(),
                                told.round(),
                                told.unit(),
                                told.contacted(),
                                told.solved(),
                                told.satisfaction())),
                added(revisitDays, day),
                reopenings,
                closedAt,
                Step.after(steps, new Step(StepKind.REVISITED, told.at(), null, told.satisfaction(), null)));
    }

    Followup reopened(TicketReopened told) {
        return new Followup(
                revisits,
                revisitDays,
                reopenings + 1,
                null,
                Step.after(steps, new Step(StepKind.REOPENED, told.at(), null, null, told.reason())));
    }

    Followup closed(TicketClosed told) {
        return new Followup(
                revisits,
                revisitDays,
                reopenings,
                told.at(),
                Step.after(steps, new Step(StepKind.CLOSED, told.at(), null, told.how(), null)));
    }

    private static <T> List<T> added(List<T> before, T one) {
        List<T> all = new ArrayList<>(before);
        all.add(one);
        return all;
    }

    /**
     * What the caller said of one handling.
     *
     * @param on day of the revisit, which is the day it counts on
     * @param round which handling, from 1
     * @param unit code of the unit that answered
     */
    public record Revisit(
            String on,
            Instant at,
            int round,
            @Nullable String unit,
            boolean contacted,
            @Nullable String solved,
            @Nullable String satisfaction) {}
}
