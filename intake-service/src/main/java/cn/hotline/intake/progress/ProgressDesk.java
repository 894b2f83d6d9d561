package cn.hotline.intake.progress;

import cn.hotline.chassis.Versioned;
import cn.hotline.intake.progress.model.Progress;
import cn.hotline.intake.progress.model.Progress.Located;
import cn.hotline.intake.progress.model.Progress.Step;
import cn.hotline.intake.progress.model.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** 办理进度: takes down what the other services say. */
public final class ProgressDesk {

    private final Progresses progresses;

    public ProgressDesk(Progresses progresses) {
        this.progresses = progresses;
    }

    public Mono<Versioned<Progress>> locate(String number, Located where) {
        return progresses.note(number, progress -> progress.at(where));
    }

    public Mono<Versioned<Progress>> note(String number, Instant at, Stage stage) {
        return note(number, at, stage, null, null);
    }

    /** Notes a step that names a new holder or a new promise. */
    public Mono<Versioned<Progress>> note(
            String number, Instant at, Stage stage, @Nullable String unit, @Nullable Instant finishBy) {
        return progresses.note(number, progress -> progress.with(new Step(at, stage, unit, finishBy)));
    }
}
