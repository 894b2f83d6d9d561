package cn.hotline.routing.place.model;

/**
 * A county, street (town) or community (village) by the statistics bureau's codes of 6, 9 and 12 digits; the code of
 * what it belongs to is its beginning.
 */
public record Division(String code, String name) {

    private static final int COUNTY = 6;
    private static final int STREET = 9;
    private static final int COMMUNITY = 12;

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
