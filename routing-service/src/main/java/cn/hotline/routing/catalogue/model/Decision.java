package cn.hotline.routing.catalogue.model;

import cn.hotline.chassis.Termed;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.recusal.model.Concern;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one ticket, as far as it teaches something about the catalogue.
 *
 * @param confidential whether more than its number is for named people only
 * @param matter what it is about as it reads now
 * @param proposed code of whom the catalogue named for it when it was last classified; null when nobody
 * @param given to whom it was given, one after the other; empty while it waits for the first
 * @param lost whether whoever had it last has it no longer: taken back, or returned with approval
 */
public record Decision(
        String number,
        boolean confidential,
        Matter matter,
        @Nullable String proposed,
        List<Given> given,
        boolean lost) {

    public Decision {
        given = List.copyOf(given);
    }

    /** The same ticket as another class. */
    public Decision as(@Nullable String other) {
        Matter same = new Matter(other, matter.place, matter.placeText, matter.text, matter.concerns);
        return new Decision(number, confidential, same, proposed, given, lost);
    }

    public @Nullable String category() {
        return matter.category;
    }

    public @Nullable PlaceSuggestion place() {
        return matter.place;
    }

    public String text() {
        return matter.text;
    }

    /** Units it accuses. */
    public List<Concern> concerns() {
        return matter.concerns;
    }

    /** Whether the first unit kept it (首派命中): nobody gave it to another, and it was not taken away. */
    public boolean firstUnitKeptIt() {
        return !lost
                && given.stream().allMatch(one -> one.unit().equals(given.get(0).unit()));
    }

    /**
     * What it is about.
     *
     * @param category code of its class; null when nobody knows
     * @param place null when nobody knows
     * @param placeText the place field; null when it is empty
     * @param text title and content, masked
     * @param concerns units it accuses
     */
    public record Matter(
            @Nullable String category,
            @Nullable PlaceSuggestion place,
            @Nullable String placeText,
            String text,
            List<Concern> concerns) {

        public Matter {
            concerns = List.copyOf(concerns);
        }
    }

    /**
     * One decision who is to answer.
     *
     * @param unit code of the lead
     * @param rule catalogue entry, or what stands in its place
     * @param category code of the class at that time
     * @param reason in the words of whoever decided, masked; null when the catalogue did
     */
    public record Given(
            String unit,
            String rule,
            @Nullable String category,
            Source by,
            Instant at,
            @Nullable String reason) {}

    /** Who decided. */
    public enum Source implements Termed {
        CATALOGUE("系统派单"),
        DISPATCHER("派单员指定"),
        RETURN("退单核准"),
        RULING("会商裁定");

        private final String term;

        Source(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }
}
