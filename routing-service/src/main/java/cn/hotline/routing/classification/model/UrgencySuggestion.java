package cn.hotline.routing.classification.model;

import java.util.List;

/**
 * How urgent an appeal is.
 *
 * @param evidence the words that say so; empty when kind or class decided
 */
public record UrgencySuggestion(Urgency urgency, List<String> evidence) {

    public String code() {
        return urgency.name();
    }

    public String term() {
        return urgency.term();
    }
}
