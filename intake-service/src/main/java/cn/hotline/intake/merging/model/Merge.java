package cn.hotline.intake.merging.model;

import static cn.hotline.intake.merging.model.MergeRefusal.NOT_MERGED;
import static cn.hotline.intake.merging.model.MergeRefusal.STILL_MERGING;
import static cn.hotline.intake.merging.model.MergeRefusal.TOO_LATE;
import static cn.hotline.intake.merging.model.MergeStatus.FAILED;
import static cn.hotline.intake.merging.model.MergeStatus.MERGED;
import static cn.hotline.intake.merging.model.MergeStatus.MERGING;
import static cn.hotline.intake.merging.model.MergeStatus.UNDOING;
import static cn.hotline.intake.merging.model.MergeStatus.UNDONE;

import cn.hotline.chassis.Refused;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 并单: one act that makes tickets follow another. Says what is to happen before anything does, so that whoever finds it
 * unfinished can carry it on; what each ticket decides stands in that ticket.
 *
 * @param duplicates tickets that are to follow; once merged, those that do
 * @param reason masked
 * @param undone who wants it undone, and when; null while nobody does
 */
public record Merge(
        String id,
        TicketNumber master,
        List<TicketNumber> duplicates,
        String reason,
        String by,
        Instant at,
        MergeStatus status,
        @Nullable Undone undone) {

    public Merge {
        duplicates = duplicates == null ? List.of() : List.copyOf(duplicates);
    }

    public static Merge begun(
            String id, TicketNumber master, List<TicketNumber> duplicates, String reason, String by, Instant at) {
        return new Merge(id, master, duplicates, reason, by, at, MERGING, null);
    }

    /** Whether nothing of it holds. */
    public boolean isVoid() {
        return status == FAILED || status == UNDONE;
    }

    /** These tickets follow now; the others changed at the last moment. */
    public Merge merged(List<TicketNumber> joined) {
        return status == MERGING
                ? new Merge(id, master, joined, reason, by, at, joined.isEmpty() ? FAILED : MERGED, null)
                : this;
    }

    /**
     * 撤销.
     *
     * @param within how long it may be undone
     */
    public Merge undo(String who, Instant now, Duration within) {
        Refused.unless(status != FAILED, NOT_MERGED);
        Refused.unless(status != MERGING, STILL_MERGING);
        if (undone != null) {
            return this;
        }
        Refused.unless(!now.isAfter(at.plus(within)), TOO_LATE);
        return new Merge(id, master, duplicates, reason, by, at, UNDOING, new Undone(who, now));
    }

    /** All that could stand alone again do. */
    public Merge split() {
        return new Merge(id, master, duplicates, reason, by, at, UNDONE, undone);
    }

    public record Undone(String by, Instant at) {}
}
