package cn.hotline.intake.progress;

import cn.hotline.intake.progress.model.Progress;
import cn.hotline.intake.progress.model.Progress.Clerk;
import cn.hotline.intake.progress.model.Progress.Step;
import cn.hotline.intake.progress.model.Stage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** 办理进度: takes down what the other services say. */
public final class ProgressDesk {

    /** Who holds a ticket that is to be dispatched anew. */
    private static final String HOTLINE = "12345热线";

    private final Progresses progresses;

    public ProgressDesk(Progresses progresses) {
        this.progresses = progresses;
    }

    /** Notes a step that leaves holder and promise as they are. */
    public Mono<Progress> note(String number, Instant at, Stage stage) {
        return progresses.note(number, new Step(at, stage, null, null, null));
    }

    /** Notes who holds it yet; waiting for a dispatcher, it is the hotline's again. */
    public Mono<Progress> recalled(String number, Instant at, List<String> left, boolean waiting) {
        return progresses.note(
                number,
                known -> new Step(
                        at, waiting ? Stage.DISPATCHED : stageOf(known), waiting ? HOTLINE : null, left, null));
    }

    /** Notes that it is nobody's question any more whose it is; given to another unit, its dispatch is told beside. */
    public Mono<Progress> settled(String number, Instant at, String unit) {
        return progresses.note(number, known -> {
            boolean stays =
                    known.holders().stream().findFirst().filter(unit::equals).isPresent();
            Stage stage = stays && known.reached(Stage.IN_PROGRESS) ? Stage.IN_PROGRESS : Stage.DISPATCHED;
            return new Step(at, stage, null, null, null);
        });
    }

    /** Notes until when it is promised now; null when that does not change. */
    public Mono<Progress> promised(String number, Instant at, @Nullable Instant finishBy) {
        return progresses.note(number, known -> new Step(at, stageOf(known), null, null, finishBy));
    }

    /** Notes that its clocks run again. */
    public Mono<Progress> resumed(String number, Instant at, Instant finishBy) {
        return progresses.note(number, new Step(at, Stage.IN_PROGRESS, null, null, finishBy));
    }

    /** Notes that more units hold it. */
    public Mono<Progress> joined(String number, Instant at, List<String> holders) {
        return progresses.note(number, known -> new Step(at, stageOf(known), null, holders, null));
    }

    /** Notes that a successor has it in the place of a unit that is no more. */
    public Mono<Progress> succeeded(String number, Instant at, String unit, List<String> holders) {
        return progresses.note(number, known -> new Step(at, stageOf(known), unit, holders, null));
    }

    /** Notes that nobody can be asked to meet it, and until when the caller may appeal against that. */
    public Mono<Progress> excluded(String number, Instant at, Instant appealUntil) {
        return progresses.note(number, new Step(at, Stage.CLOSED_UNSOLVABLE, null, null, null, appealUntil));
    }

    /** Notes whom of a unit a confidential ticket opens to; the caller is told nothing of it. */
    public Mono<Progress> named(String number, String unit, String account) {
        return progresses.name(number, new Clerk(unit, account));
    }

    private static Stage stageOf(Progress known) {
        return known.stage().orElse(Stage.DISPATCHED);
    }

    /** Notes a new holder with its promise. */
    public Mono<Progress> dispatched(String number, Instant at, String unit, List<String> holders, Instant finishBy) {
        return progresses.note(number, new Step(at, Stage.DISPATCHED, unit, holders, finishBy));
    }
}
