package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.Termed;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.deadline.model.Timing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 下交: what a unit below has of a ticket that was passed down to it (二级、三级承办). Who passed it down stays accountable.
 *
 * @param to what it has, with a clock of its own that ends no later than the lead's
 * @param from who passed it down
 * @param note masked
 * @param late whether more than half of the time was over for who passed it down
 * @param report what it says it did, to who passed it down; null before, and when more is wanted
 * @param end null while it has it
 */
public record Share(
        Assignment to,
        Unit from,
        String note,
        boolean late,
        @Nullable Reply report,
        @Nullable End end) {

    public Share {
        note = PersonalData.mask(note);
    }

    /** Whether it has the ticket now. */
    public boolean stands() {
        return end == null;
    }

    /** Whether its unit has still to say what it did. */
    boolean isAwaited() {
        return stands() && report == null;
    }

    /** How far it has come. */
    public Stand stand() {
        return report != null ? Stand.REPORTED : to.acknowledgedAt() == null ? Stand.GIVEN : Stand.TAKEN_ON;
    }

    /** Whether it had the ticket at that moment. */
    boolean stoodAt(Instant at) {
        return !at.isBefore(to.timing().startedAt()) && (end == null || at.isBefore(end.at()));
    }

    Share succeeded(Unit former, Unit successor) {
        return new Share(
                to.succeeded(former, successor), from.equals(former) ? successor : from, note, late, report, end);
    }

    Share with(Assignment other) {
        return new Share(other, from, note, late, report, end);
    }

    /** To be done once more, by when the lead has to. */
    Share reworked(Timing later) {
        return with(to.reworked(later.endingBy(later.deadlines().finishBy()))).reporting(null);
    }

    /** Finished when the lead must have. */
    Share endingBy(Instant last) {
        return with(to.recounted(to.timing().endingBy(last)));
    }

    Share reporting(@Nullable Reply given) {
        return new Share(to, from, note, late, given, end);
    }

    Share ended(Instant at, Ground ground) {
        return end == null ? new Share(to, from, note, late, report, new End(at, ground)) : this;
    }

    /** As somebody sees it to whom a confidential ticket does not open. */
    Share withheld() {
        return new Share(to.withheld(), from, "", late, null, end);
    }

    /** How far a unit below has come. */
    public enum Stand implements Termed {
        GIVEN("待签收"),
        TAKEN_ON("办理中"),
        REPORTED("已上报");

        private final String term;

        Stand(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }

    /** When and why a unit has it no longer. */
    public record End(Instant at, Ground ground) {}

    /** Why a unit has it no longer. */
    public enum Ground implements Termed {
        GIVEN_BACK("下级退回"),
        TAKEN_BACK("上级收回"),
        REOPENED("二次办理"),
        /** It went to another unit, or the unit above lost it. */
        GONE("工单转出");

        private final String term;

        Ground(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }
}
