package cn.hotline.routing.classification.model;

import java.util.List;

/**
 * One class an appeal may belong to.
 *
 * @param path terms from level 1 down to this class
 * @param confidence 0 to 1
 * @param evidence the words that speak for it, weightiest first
 * @param by who or what said so: {@code OPERATOR}, else the version of the lexicon, and of the model where there is one
 */
public record CategorySuggestion(
        String code, String term, List<String> path, double confidence, List<String> evidence, String by) {

    /** Who decided, when it was chosen at registration. */
    public static final String OPERATOR = "OPERATOR";

    /** How sure, in whole percent. */
    public long percent() {
        return Math.round(confidence * 100);
    }
}
