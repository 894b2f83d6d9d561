package cn.hotline.routing.dispatch.model;

import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 宽限: what was granted beyond the deadlines that came with a dispatch. Those never move; what was granted stands
 * beside them.
 *
 * @param extensions oldest first; only the last may wait for its decision
 * @param suspensions oldest first; only the last may still go on
 * @param finishBy until when this handling is to be finished after all that was granted; null when nothing was
 * @param ownFinishBy the same by the clock of the unit that leads; null when nothing was granted to it
 * @param assumed whether that was counted over a year whose holidays are not published yet
 */
public record Grace(
        List<Extension> extensions,
        List<Suspension> suspensions,
        @Nullable Instant finishBy,
        @Nullable Instant ownFinishBy,
        @Nullable Boolean assumed) {

    static final Grace NONE = new Grace(List.of(), List.of(), null, null, false);

    public Grace(
            @Nullable List<Extension> extensions,
            @Nullable List<Suspension> suspensions,
            @Nullable Instant finishBy,
            @Nullable Instant ownFinishBy,
            @Nullable Boolean assumed) {
        this.extensions = extensions == null ? List.of() : List.copyOf(extensions);
        this.suspensions = suspensions == null ? List.of() : List.copyOf(suspensions);
        this.finishBy = finishBy;
        this.ownFinishBy = ownFinishBy;
        this.assumed = assumed != null && assumed;
    }

    Grace asked(Extension extension) {
        return new Grace(
                Stream.concat(extensions.stream(), Stream.of(extension)).toList(),
                suspensions,
                finishBy,
                ownFinishBy,
                assumed);
    }

    Grace decided(Decision decision) {
        List<Extension> all = new ArrayList<>(extensions);
        all.set(all.size() - 1, all.get(all.size() - 1).decided(decision));
        return new Grace(all, suspensions, finishBy, ownFinishBy, assumed);
    }

    Grace suspended(Suspension suspension) {
        return new Grace(
                extensions,
                Stream.concat(suspensions.stream(), Stream.of(suspension)).toList(),
                finishBy,
                ownFinishBy,
                assumed);
    }

    Grace resumed(Instant at) {
        List<Suspension> all = new ArrayList<>(suspensions);
        all.set(all.size() - 1, all.get(all.size() - 1).ended(at));
        return new Grace(extensions, all, finishBy, ownFinishBy, assumed);
    }

    Grace until(@Nullable Instant finish, @Nullable Instant own, boolean overUnpublished) {
        return new Grace(extensions, suspensions, finish, own, overUnpublished);
    }

    /** Another unit has a clock of its own; what is still open was between the former one and the hotline. */
    Grace forAnotherUnit() {
        return settled(finishBy);
    }

    /** A later handling has deadlines of its own. */
    Grace forAnotherRound() {
        return settled(null);
    }

    /** Without anything that somebody wrote. */
    Grace withheld() {
        return new Grace(List.of(), List.of(), finishBy, ownFinishBy, assumed);
    }

    private Grace settled(@Nullable Instant finish) {
        return new Grace(
                extensions.stream()
                        .filter(extension -> extension.decision() != null)
                        .toList(),
                suspensions.stream()
                        .filter(suspension -> suspension.until() != null)
                        .toList(),
                finish,
                null,
                finish != null && assumed());
    }

    /** The extension that waits for a decision. */
    public Optional<Extension> waiting() {
        return extensions.stream()
                .filter(extension -> extension.decision() == null)
                .findFirst();
    }

    /** The suspension that goes on. */
    public Optional<Suspension> standing() {
        return suspensions.stream()
                .filter(suspension -> suspension.until() == null)
                .findFirst();
    }

    /** Since when the clock runs again; empty when it never stood still. */
    Optional<Instant> ranFrom() {
        return suspensions.stream()
                .map(Suspension::until)
                .filter(Objects::nonNull)
                .reduce((before, later) -> later);
    }

    Instant finishBy(Deadlines deadlines) {
        return finishBy == null ? deadlines.finishBy() : finishBy;
    }

    Instant ownFinishBy(Deadlines deadlines) {
        return ownFinishBy == null ? deadlines.finishBy() : ownFinishBy;
    }
}
