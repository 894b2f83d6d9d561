package cn.hotline.intake.registration.model;

import org.jspecify.annotations.Nullable;

/**
 * 诉求地点, as far as the caller said.
 *
 * @param divisionCode county (6), street (9) or community (12 digits)
 * @param longitude degrees, WGS 84; null with latitude
 */
public record Place(
        @Nullable String text,
        @Nullable String divisionCode,
        @Nullable Double longitude,
        @Nullable Double latitude) {

    public static final Place UNKNOWN = new Place(null, null, null, null);
}
