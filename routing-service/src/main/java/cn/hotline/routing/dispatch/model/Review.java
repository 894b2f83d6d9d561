package cn.hotline.routing.dispatch.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 答复审核: what became of the replies to a ticket.
 *
 * @param answeredBy account of who wrote the last one; null before the first
 * @param decisions by people, oldest first
 */
public record Review(@Nullable String answeredBy, List<Decision> decisions) {

    static final Review NONE = new Review(null, List.of());

    public Review(@Nullable String answeredBy, @Nullable List<Decision> decisions) {
        this.answeredBy = answeredBy;
        this.decisions = decisions == null ? List.of() : List.copyOf(decisions);
    }

    Review answered(Staff by) {
        return new Review(by.account(), decisions);
    }

    Review decided(Decision made) {
        return new Review(
                answeredBy, Stream.concat(decisions.stream(), Stream.of(made)).toList());
    }

    /** How often a reply was sent back (退回重办). */
    public int reworks() {
        return (int) decisions.stream().filter(decision -> !decision.approved()).count();
    }
}
