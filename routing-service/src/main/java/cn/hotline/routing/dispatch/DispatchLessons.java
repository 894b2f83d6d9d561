package cn.hotline.routing.dispatch;

import cn.hotline.routing.classification.Categories;
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
 * another. A class of the third level is learned as the one of the second it lies in: these have the tickets that a model needs,
 * and the third level decides among so few that its words in the lexicon do.
 */
public final class DispatchLessons implements LabelledTickets {

    private static final Set<String> PEOPLE =
            Set.of(CategorySuggestion.OPERATOR, Classification.DISPATCHER, Classification.UNIT);
    private static final int PAGE = 200;
    private static final int SECOND = 2;

    private final Dispatches dispatches;
    private final Categories categories;
    private final Clock clock;

    public DispatchLessons(Dispatches dispatches, Categories categories, Clock clock) {
        this.dispatches = dispatches;
        this.categories = categories;
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
                learned(Objects.requireNonNull(ticket.classification().topic()).code()));
    }

    private String learned(String code) {
        return categories
                .find(code)
                .map(category -> categories.upTo(SECOND, category).code())
                .orElse(code);
    }
}
