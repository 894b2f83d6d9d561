package cn.hotline.routing.learning;

import java.util.List;

/** What a lexicon makes of a text: not an answer, but something to learn from. */
@FunctionalInterface
public interface Hints {

    Hints NONE = plain -> List.of();

    /** @param plain as {@code WordIndex.plain} makes it */
    List<Hint> in(String plain);

    /**
     * A word of the lexicon.
     *
     * @param code of what it speaks for
     * @param end exclusive
     */
    record Hint(String code, int start, int end) {}
}
