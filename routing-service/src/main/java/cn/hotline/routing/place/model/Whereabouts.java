package cn.hotline.routing.place.model;

import org.jspecify.annotations.Nullable;

/**
 * What is given of a place; each part may be null.
 *
 * @param text address in words
 * @param divisionCode 6, 9 or 12 digits; certain when given
 * @param longitude in degrees east
 * @param latitude in degrees north; null together with longitude
 */
public record Whereabouts(
        @Nullable String text,
        @Nullable String divisionCode,
        @Nullable Double longitude,
        @Nullable Double latitude) {}
