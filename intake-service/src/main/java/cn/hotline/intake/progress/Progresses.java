package cn.hotline.intake.progress;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.Versioned;
import cn.hotline.intake.progress.model.Progress;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The progress of all tickets of the tenant in force. */
public interface Progresses {

    /** The progress of a ticket; {@link Progress#NONE} when nothing was said. */
    Mono<Progress> find(String number);

    /** The progress of several tickets by number; tickets of which nothing was said are left out. */
    Mono<Map<String, Progress>> find(Collection<String> numbers);

    Mono<Versioned<Progress>> note(String number, Function<Progress, Change<Progress, Void>> what);
}
