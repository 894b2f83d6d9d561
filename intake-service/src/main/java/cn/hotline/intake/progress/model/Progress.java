package cn.hotline.intake.progress.model;

import cn.hotline.chassis.Change;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 办理进度: what the other services said about one ticket, in the order in which it happened, whatever the order in
 * which it arrived.
 *
 * @param steps oldest first
 * @param located where routing found the matter to lie
 */
public record Progress(List<Step> steps, @Nullable Located located) {

    public static final Progress NONE = new Progress(List.of(), null);

    private static final int STEPS_KEPT = 200;

    public Progress {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    public Change<Progress, Void> with(Step step) {
        List<Step> all = Stream.concat(steps.stream(), Stream.of(step))
                .sorted(Comparator.comparing(Step::at).thenComparing(Step::stage))
                .toList();
        return Change.of(new Progress(all.subList(Math.max(0, all.size() - STEPS_KEPT), all.size()), located));
    }

    public Change<Progress, Void> at(Located place) {
        return Change.of(new Progress(steps, place));
    }

    /** Where the ticket stands; empty while nobody has said anything. */
    public Optional<Stage> stage() {
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(steps.get(steps.size() - 1).stage());
    }

    /** Who holds it. */
    public Optional<String> unit() {
        return latest().filter(step -> step.unit() != null).map(Step::unit).findFirst();
    }

    /** Until when it is promised. */
    public Optional<Instant> finishBy() {
        return latest().filter(step -> step.finishBy() != null)
                .map(Step::finishBy)
                .findFirst();
    }

    private Stream<Step> latest() {
        return steps.stream().sorted(Comparator.comparing(Step::at).reversed());
    }

    /**
     * One thing that happened.
     *
     * @param unit name of the unit that holds the ticket from then on; null when that does not change
     * @param finishBy until when it is promised from then on; null when that does not change
     */
    public record Step(
            Instant at,
            Stage stage,
            @Nullable String unit,
            @Nullable Instant finishBy) {}

    /** Names of county, street and community; street and community are null when not certain. */
    public record Located(
            String county,
            @Nullable String street,
            @Nullable String community) {}
}
