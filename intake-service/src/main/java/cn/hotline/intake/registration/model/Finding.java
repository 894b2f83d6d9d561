package cn.hotline.intake.registration.model;

import org.jspecify.annotations.Nullable;

/**
 * 分类定位: what routing found a matter to be about and where; holds wherever the operator left it open.
 *
 * @param category category code; null when nothing was found
 * @param divisionCode the most exact one that is certain; null when no place was found
 */
public record Finding(
        @Nullable String category,
        @Nullable Urgency urgency,
        @Nullable String divisionCode) {

    public static final Finding NONE = new Finding(null, null, null);
}
