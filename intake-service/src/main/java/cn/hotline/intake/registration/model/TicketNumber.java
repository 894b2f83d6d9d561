package cn.hotline.intake.registration.model;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 工单编号, such as {@code XN240618-000123}: the tenant's prefix, the day it was registered, and at least six digits.
 * Numbers may be skipped, but never come twice.
 */
public record TicketNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{1,4}\\d{6}-\\d{6,9}");
    private static final Pattern SPOKEN = Pattern.compile("([A-Z]{0,4})(\\d{2}(?:0[1-9]|1[0-2])[0-3]\\d)(\\d{6,9})");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    /** @throws IllegalArgumentException when the text is no ticket number */
    public TicketNumber {
        if (!looksLikeOne(value)) {
            throw new IllegalArgumentException("Not a ticket number");
        }
    }

    public static TicketNumber of(String prefix, LocalDate day, long running) {
        return new TicketNumber(prefix + DAY.format(day) + "-" + "%06d".formatted(running));
    }

    public static boolean looksLikeOne(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * A number as somebody types what a caller reads out: small letters, blanks instead of the dash, or the digits
     * alone.
     *
     * @param prefix stands before digits alone
     */
    public static Optional<TicketNumber> read(String text, String prefix) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[ \\-]", "");
        Matcher spoken = SPOKEN.matcher(plain);
        // A day has a month, so no phone number is taken for one.
        return spoken.matches()
                ? Optional.of(new TicketNumber((spoken.group(1).isEmpty() ? prefix : spoken.group(1)) + spoken.group(2)
                        + "-" + spoken.group(3)))
                : Optional.empty();
    }
}
