package cn.hotline.intake.codes.model;

/**
 * 区划: county (6 digits), street or township (9) or community (12).
 *
 * @param name of its own, without those above
 */
public record Division(String code, String name) {

    /** Whether it is a county or a street: as exact as an operator chooses. */
    public boolean isCountyOrStreet() {
        return code.length() <= 9;
    }
}
