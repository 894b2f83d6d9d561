package cn.hotline.routing.units.model;

import org.jspecify.annotations.Nullable;

/**
 * Who may be made responsible for an appeal.
 *
 * @param code ASCII, stable, never used again for another unit
 * @param countyCode six-digit code of the county it belongs to, null for units of the whole city
 * @param parent code of the unit that stays accountable for it, null at the top
 */
public record Unit(
        String code,
        String name,
        UnitLevel level,
        @Nullable String countyCode,
        @Nullable String parent) {}
