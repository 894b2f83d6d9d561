package cn.hotline.intake.progress.model;

import cn.hotline.chassis.Change;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 办理进度: what the other services said about one ticket, in the order in which it happened, whatever the order in
 * which it arrived.
 *
 * @param number of the ticket
 * @param steps oldest first
 * @param clerks of units, whom a confidential ticket opens to while their unit holds it
 */
public record Progress(String number, List<Step> steps, Set<Clerk> clerks) {

    private static final int STEPS_KEPT = 200;
    private static final Comparator<Step> AS_IT_HAPPENED =
            Comparator.comparing(Step::at).thenComparing(Step::stage);

    public Progress {
        steps = steps == null ? List.of() : List.copyOf(steps);
        clerks = clerks == null ? Set.of() : Set.copyOf(clerks);
    }

    /** Nothing said yet. */
    public static Progress of(String number) {
        return new Progress(number, List.of(), Set.of());
    }

    public Change<Progress, Void> with(Step step) {
        List<Step> all = Stream.concat(steps.stream(), Stream.of(step))
                .sorted(AS_IT_HAPPENED)
                .toList();
        return Change.of(new Progress(number, all.subList(Math.max(0, all.size() - STEPS_KEPT), all.size()), clerks));
    }

    /** 指定经办人. */
    public Change<Progress, Void> with(Clerk clerk) {
        return Change.of(new Progress(
                number, steps, Stream.concat(clerks.stream(), Stream.of(clerk)).collect(Collectors.toSet())));
    }

    /** Where the ticket stands; empty while nobody has said anything. */
    public Optional<Stage> stage() {
        return latest(Step::stage);
    }

    /** Who holds it. */
    public Optional<String> unit() {
        return latest(Step::unit);
    }

    /** Codes of the units that hold it, the one that leads first. */
    public List<String> holders() {
        return latest(Step::holders).orElse(List.of());
    }

    /** Whether it ever came so far. */
    public boolean reached(Stage stage) {
        return steps.stream().anyMatch(step -> step.stage() == stage);
    }

    /** Until when it is promised. */
    public Optional<Instant> finishBy() {
        return latest(Step::finishBy);
    }

    /** Until when the caller may appeal against how it ended; empty where it stands otherwise. */
    public Optional<Instant> appealUntil() {
        return stage().filter(Stage.CLOSED_UNSOLVABLE::equals).flatMap(closed -> latest(Step::appealUntil));
    }

    /** The last that was said of something. */
    private <T> Optional<T> latest(Function<Step, @Nullable T> said) {
        return steps.stream()
                .map(step -> Optional.<T>ofNullable(said.apply(step)))
                .reduce(Optional.empty(), (a, b) -> b.or(() -> a));
    }

    /**
     * One thing that happened.
     *
     * @param unit name of the unit that holds the ticket from then on; null when that does not change
     * @param holders codes of that unit and of those that help it; null when that does not change
     * @param finishBy until when it is promised from then on; null when that does not change
     * @param appealUntil until when the caller may appeal against it; null where there is nothing to appeal against
     */
    public record Step(
            Instant at,
            Stage stage,
            @Nullable String unit,
            @Nullable List<String> holders,
            @Nullable Instant finishBy,
            @Nullable Instant appealUntil) {

        /** Nothing to appeal against. */
        public Step(
                Instant at,
                Stage stage,
                @Nullable String unit,
                @Nullable List<String> holders,
                @Nullable Instant finishBy) {
            this(at, stage, unit, holders, finishBy, null);
        }
    }

    /**
     * Somebody of a unit.
     *
     * @param unit its code
     */
    public record Clerk(String unit, String account) {}
}
