package cn.hotline.intake.callers.model;

import cn.hotline.chassis.PersonalData;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * 电话号码: digits alone, a leading {@code +} for other countries. The same number is the same value however it was
 * written, so that a caller is known again.
 */
public record PhoneNumber(String value) {

    private static final Pattern FORM = Pattern.compile("\\+?[0-9]{3,20}");
    private static final Pattern BETWEEN = Pattern.compile("[ ().-]");
    private static final Pattern OWN_COUNTRY = Pattern.compile("(?:\\+|00)?86(?=1[0-9]{10}$)");

    /** @throws IllegalArgumentException when it is not digits alone */
    public PhoneNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a phone number");
        }
    }

    /** Reads a number as people write it, with blanks, dashes, country code or in full-width digits. */
    public static Optional<PhoneNumber> read(String text) {
        String plain = BETWEEN.matcher(PersonalData.spelledPlainly(text)).replaceAll("");
        String digits = OWN_COUNTRY.matcher(plain).replaceFirst("");
        return FORM.matcher(digits).matches() ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
    }

    /** {@code 138****6627}. */
    public String masked() {
        return PersonalData.maskPhone(value);
    }

    /** The text with this number masked wherever it stands, with whatever people write between digits. */
    public String hiddenIn(String text) {
        boolean may = text.chars().filter(Character::isDigit).count() >= value.length() - 1;
        return may ? PersonalData.replaced(text, written(), found -> masked()) : text;
    }

    /** A short number is itself only where it stands alone: 110 is not part of 5110. */
    private Pattern written() {
        String digits = value.chars()
                .mapToObj(c -> Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining(PersonalData.GAP));
        return Pattern.compile(value.length() < 7 ? "(?<!\\d)" + digits + "(?!\\d)" : digits);
    }

    /** Kept out of logs. */
    @Override
    public String toString() {
        return masked();
    }
}
