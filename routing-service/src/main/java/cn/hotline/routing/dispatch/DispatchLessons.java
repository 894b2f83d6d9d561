package cn.hotline.routing.dispatch;

import cn.hotline.routing.classification.model.CategorySuggestion;
import cn.hotline.routing.dispatch.model.Classification;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.learning.LabelledText;
import cn.hotline.routing.training.LabelledTickets;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import reactor.core.publisher.Flux;

/**
 * What tickets teach: of every ticket the class it has now, if a person chose it, or it was closed and nobody had chosen
 * another.
 */
public final class DispatchLessons implements LabelledTickets {

    private static final Set<String> PEOPLE =
            Set.of(CategorySuggestion.OPERATOR, Classification.DISPATCHER, Classification.UNIT);
    private static final int PAGE = 200;

    private final Dispatches dispatches;
    private final Clock clock;

    public DispatchLessons(Dispatches dispatches, Clock clock) {
        this.dispatches = dispatches;
        this.clock = clock;
    }

    /** Page by page, as far as somebody reads on. */
    @Override
    public Flux<LabelledText> newest() {
        return dispatches
                .all(DispatchFilter.ALL, clock.instant(), PAGE)
                .filter(DispatchLessons::teaches)
                .map(this::lesson);
    }

    private static boolean teaches(Dispatch ticket) {
        var seen = ticket.classification();
        return seen.topic() != null
                && !ticket.appeal().confidential()
                && (PEOPLE.contains(seen.by()) || ticket.status() == DispatchStatus.CLOSED);
    }

    private LabelledText lesson(Dispatch ticket) {
        return new LabelledText(
                ticket.number().value(),
                ticket.appeal().title(),
                ticket.appeal().content(),
                Objects.requireNonNull(ticket.classification().topic()).code());
    }
}
