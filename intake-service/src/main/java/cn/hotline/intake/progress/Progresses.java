package cn.hotline.intake.progress;

import cn.hotline.intake.progress.model.Progress;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The progress of all tickets of the tenant in force. */
public interface Progresses {

    /** The progress of a ticket; without steps when nothing was said. */
    Mono<Progress> find(String number);

    /** The progress of several tickets by number; tickets of which nothing was said are left out. */
    Mono<Map<String, Progress>> find(Collection<String> numbers);

    /** Takes a step down, once per event. */
    default Mono<Progress> note(String number, Progress.Step step) {
        return note(number, any -> step);
    }

    /** Takes a step down that follows from what is known, once per event. */
    Mono<Progress> note(String number, Function<Progress, Progress.Step> said);

    /** Takes down who of a unit was named, once per event. */
    Mono<Progress> name(String number, Progress.Clerk clerk);
}
