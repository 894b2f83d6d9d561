package cn.hotline.intake.callers.model;

import cn.hotline.chassis.PersonalData;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * 电话号码: digits alone, a leading {@code +} for other countries. The same number is the same value however it was
 * written, so that a caller is known again.
 */
public record PhoneNumber(String value) {

    private static final Pattern FORM = Pattern.compile("\\+?[0-9]{3,20}");
    private static final Pattern BETWEEN = Pattern.compile("[ \\u00a0()\\-\\u2010-\\u2015]");
    private static final Pattern OWN_COUNTRY = Pattern.compile("(?:\\+|00)?86(?=1[0-9]{10}$)");

    /** @throws IllegalArgumentException when it is not digits alone */
    public PhoneNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a phone number");
        }
    }

    /** Reads a number as people write it, with blanks, dashes, country code or in full-width digits. */
    public static Optional<PhoneNumber> read(String text) {
        String plain = BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        String digits = OWN_COUNTRY.matcher(plain).replaceFirst("");
        return FORM.matcher(digits).matches() ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
    }

    /** {@code 138****6627}. */
    public String masked() {
        return PersonalData.maskPhone(value);
    }

    /** The text with this number masked wherever it stands, also with blanks or dashes in it. */
    public String hiddenIn(String text) {
        if (text.chars().filter(c -> c >= '0' && c <= '9').count() < Math.min(5, value.length())) {
            return text;
        }
        Pattern written = Pattern.compile(value.chars()
                .mapToObj(c -> Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining("[ \\u00a0\\-]?")));
        return written.matcher(text).replaceAll(masked());
    }

    /** Kept out of logs. */
    @Override
    public String toString() {
        return masked();
    }
}
