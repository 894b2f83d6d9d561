package cn.hotline.routing.catalogue.model;

import cn.hotline.routing.place.model.PlaceSuggestion;
import org.jspecify.annotations.Nullable;

/** How exactly a place must be known for a catalogue entry to apply; the most exact that applies wins. */
public enum PlaceReach {
    /** Applies wherever it is, also when nobody knows. */
    ANYWHERE,
    COUNTY,
    STREET,
    COMMUNITY;

    public boolean reachedBy(@Nullable PlaceSuggestion place) {
        return switch (this) {
            case ANYWHERE -> true;
            case COUNTY -> place != null;
            case STREET -> place != null && place.streetCode() != null;
            case COMMUNITY -> place != null && place.communityCode() != null;
        };
    }
}
