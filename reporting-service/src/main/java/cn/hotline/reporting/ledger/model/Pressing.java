package cn.hotline.reporting.ledger.model;

import cn.hotline.followup.contract.FollowupEvent.SupervisionAnswered;
import cn.hotline.followup.contract.FollowupEvent.SupervisionIssued;
import cn.hotline.followup.contract.FollowupEvent.SupervisionLifted;
import cn.hotline.followup.contract.FollowupEvent.TicketEscalated;
import cn.hotline.followup.contract.FollowupEvent.UrgeIssued;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What supervision told of a ticket: a stream of its own beside that of revisits, so a part of its own.
 *
 * @param urges how often a unit was urged
 * @param supervisions how often a unit was supervised
 * @param escalatedAt null while it is not escalated
 * @param steps oldest first
 */
public record Pressing(
        int urges, int supervisions, @Nullable Instant escalatedAt, List<Step> steps) {

    static final Pressing NONE = new Pressing(0, 0, null, List.of());

    public Pressing {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** As it is shown of a confidential ticket. */
    Pressing withheld() {
        return new Pressing(
                urges,
                supervisions,
                escalatedAt,
                steps.stream().map(Step::withheld).toList());
    }

    Pressing urged(UrgeIssued told) {
        return new Pressing(urges + 1, supervisions, escalatedAt, after(StepKind.URGED, told.at(), told.text()));
    }

    Pressing supervised(SupervisionIssued told) {
        return new Pressing(urges, supervisions + 1, escalatedAt, after(StepKind.SUPERVISED, told.at(), told.text()));
    }

    Pressing answered(SupervisionAnswered told) {
        return new Pressing(urges, supervisions, escalatedAt, after(StepKind.SUPERVISION_ANSWERED, told.at(), null));
    }

    Pressing lifted(SupervisionLifted told) {
        return new Pressing(urges, supervisions, escalatedAt, after(StepKind.SUPERVISION_LIFTED, told.at(), null));
    }

    Pressing escalated(TicketEscalated told) {
        return new Pressing(urges, supervisions, told.at(), after(StepKind.ESCALATED, told.at(), told.reason()));
    }

    private List<Step> after(StepKind kind, Instant at, @Nullable String note) {
        return Step.after(steps, new Step(kind, at, null, null, note));
    }
}
