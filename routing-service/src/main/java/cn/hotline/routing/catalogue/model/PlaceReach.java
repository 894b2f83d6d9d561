package cn.hotline.routing.catalogue.model;

import cn.hotline.chassis.Termed;
import cn.hotline.routing.place.model.PlaceSuggestion;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How exactly a place must be known for a catalogue entry to apply; the most exact that applies wins. */
public enum PlaceReach implements Termed {
    /** Applies wherever it is, also when nobody knows. */
    ANYWHERE("不限属地", 0),
    COUNTY("县区", 6),
    STREET("街道乡镇", 9),
    COMMUNITY("社区村", 12);

    private static final String STANDS_IN = "@";

    private final String term;
    private final int digits;

    PlaceReach(String term, int digits) {
        this.term = term;
        this.digits = digits;
    }

    @Override
    public String term() {
        return term;
    }

    public boolean reachedBy(@Nullable PlaceSuggestion place) {
        return this == ANYWHERE || codeOf(place).isPresent();
    }

    /** Code of the county, street or community that the place lies in; empty when that is not known. */
    public Optional<String> codeOf(@Nullable PlaceSuggestion place) {
        if (place == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (this) {
                    case ANYWHERE -> null;
                    case COUNTY -> place.countyCode();
                    case STREET -> place.streetCode();
                    case COMMUNITY -> place.communityCode();
                });
    }

    /** How its name is told: of the county, of the street. */
    public Optional<String> nameOf(PlaceSuggestion place) {
        return Optional.ofNullable(
                switch (this) {
                    case ANYWHERE -> null;
                    case COUNTY -> place.county();
                    case STREET -> place.street();
                    case COMMUNITY -> place.community();
                });
    }

    /** {@code @COUNTY}: what stands in an entry for the unit of the county, street or community of the place. */
    public String stand() {
        return STANDS_IN + name();
    }

    /** The level such a stand-in means; empty for the code of a unit. */
    public static Optional<PlaceReach> ofStand(String code) {
        return Arrays.stream(values())
                .filter(reach -> reach != ANYWHERE && reach.stand().equals(code))
                .findFirst();
    }

    /** The level of a division with such a code. */
    public static PlaceReach ofDivision(String code) {
        return Arrays.stream(values())
                .filter(reach -> reach.digits == code.length())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a division's code has 6, 9 or 12 digits"));
    }
}
