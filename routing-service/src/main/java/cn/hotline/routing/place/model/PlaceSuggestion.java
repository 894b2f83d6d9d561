package cn.hotline.routing.place.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One county an appeal may speak of, and as much below it as the words tell.
 *
 * @param confidence 0 to 1, that the county is right
 * @param evidence the words that speak for it
 * @param learned those of them that confirmed tickets taught us, with how many lie where
 * @param streetIsTaught whether nothing but these leads to the street
 */
public record PlaceSuggestion(
        String countyCode,
        String county,
        @Nullable String streetCode,
        @Nullable String street,
        @Nullable String communityCode,
        @Nullable String community,
        double confidence,
        List<String> evidence,
        List<LearnedName> learned,
        boolean streetIsTaught) {

    private static final double ROUNDING = 1e-9;

    /** Whether as much speaks for the one as for the other. */
    public boolean ties(PlaceSuggestion other) {
        return Math.abs(confidence - other.confidence) < ROUNDING;
    }

    /** A place that somebody has told, or that was found before. */
    public static PlaceSuggestion known(
            String countyCode,
            String county,
            @Nullable String streetCode,
            @Nullable String street,
            @Nullable String communityCode,
            @Nullable String community) {
        return new PlaceSuggestion(
                countyCode, county, streetCode, street, communityCode, community, 1, List.of(), List.of(), false);
    }
}
