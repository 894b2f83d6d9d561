package cn.hotline.routing.place.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A county, street (town) or community (village) by the statistics bureau's codes of 6, 9 and 12 digits; the code of
 * what it belongs to is its beginning.
 *
 * @param from first day of its code; null when it has always been there, as far as anybody asks
 */
public record Division(String code, String name, @Nullable LocalDate from) {

    private static final int COUNTY = 6;
    private static final int STREET = 9;
    private static final int COMMUNITY = 12;

    /** One that has always been there. */
    public Division(String code, String name) {
        this(code, name, null);
    }

    /** Whether its code was valid on that day, or before. */
    public boolean existsOn(LocalDate day) {
        return from == null || !day.isBefore(from);
    }

    public String countyCode() {
        return code.substring(0, COUNTY);
    }

    public boolean isCounty() {
        return code.length() == COUNTY;
    }

    public boolean isStreet() {
        return code.length() == STREET;
    }

    public boolean isCommunity() {
        return code.length() == COMMUNITY;
    }

    /** Code of the street it is or lies in; only for streets and communities. */
    public String streetCode() {
        return code.substring(0, STREET);
    }

    /** Whether the other is this division or lies in it. */
    public boolean holds(Division other) {
        return other.code.startsWith(code);
    }
}
