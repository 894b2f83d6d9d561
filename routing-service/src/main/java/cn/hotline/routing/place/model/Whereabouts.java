package cn.hotline.routing.place.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is given of a place; each part but the day may be null.
 *
 * @param text address in words
 * @param divisionCode 6, 9 or 12 digits; certain when given
 * @param longitude in degrees east
 * @param latitude in degrees north; null together with longitude
 * @param on the day of the appeal: codes are understood as they hold then
 */
public record Whereabouts(
        @Nullable String text,
        @Nullable String divisionCode,
        @Nullable Double longitude,
        @Nullable Double latitude,
        LocalDate on) {

    /** A place of which nothing but words is given, or not even these. */
    public static Whereabouts written(@Nullable String text, LocalDate on) {
        return new Whereabouts(text, null, null, null, on);
    }
}
