package cn.hotline.reporting.ledger.model;

import cn.hotline.followup.contract.FollowupEvent.ExclusionRevoked;
import cn.hotline.followup.contract.FollowupEvent.RevisitAttempted;
import cn.hotline.followup.contract.FollowupEvent.RevisitRecorded;
import cn.hotline.followup.contract.FollowupEvent.TicketClosed;
import cn.hotline.followup.contract.FollowupEvent.TicketExcluded;
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
 * @param exclusion why no rate of the unit counts the ticket; null while all do
 * @param steps oldest first
 */
public record Followup(
        List<Revisit> revisits,
        List<String> revisitDays,
        int reopenings,
        @Nullable Instant closedAt,
        @Nullable Exclusion exclusion,
        List<Step> steps) {

    static final Followup NONE = new Followup(List.of(), List.of(), 0, null, null, List.of());

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
                exclusion,
                steps.stream().map(Step::withheld).toList());
    }

    Followup attempted(RevisitAttempted told) {
        return new Followup(
                revisits,
                revisitDays,
                reopenings,
                closedAt,
                exclusion,
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
                exclusion,
                Step.after(steps, new Step(StepKind.REVISITED, told.at(), null, told.satisfaction(), null)));
    }

    Followup reopened(TicketReopened told) {
        return new Followup(
                revisits,
                revisitDays,
                reopenings + 1,
                null,
                exclusion,
                Step.after(steps, new Step(StepKind.REOPENED, told.at(), null, null, told.reason())));
    }

    Followup closed(TicketClosed told) {
        return new Followup(
                revisits,
                revisitDays,
                reopenings,
                told.at(),
                exclusion,
                Step.after(steps, new Step(StepKind.CLOSED, told.at(), null, told.how(), null)));
    }

    Followup excluded(TicketExcluded told) {
        return new Followup(
                revisits,
                revisitDays,
                reopenings,
                told.at(),
                new Exclusion(told.ground(), told.unit(), told.at()),
                Step.after(steps, new Step(StepKind.EXCLUDED, told.at(), null, told.ground(), told.reason())));
    }

    Followup countedAgain(ExclusionRevoked told) {
        return new Followup(
                revisits,
                revisitDays,
                reopenings,
                null,
                null,
                Step.after(steps, new Step(StepKind.EXCLUSION_REVOKED, told.at(), null, null, told.reason())));
    }

    private static <T> List<T> added(List<T> before, T one) {
        List<T> all = new ArrayList<>(before);
        all.add(one);
        return all;
    }

    /**
     * 剔除: two people found that no unit could be asked to meet the demand.
     *
     * @param ground code
     * @param unit code of the unit whose score leaves it out
     */
    public record Exclusion(String ground, String unit, Instant at) {}

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
