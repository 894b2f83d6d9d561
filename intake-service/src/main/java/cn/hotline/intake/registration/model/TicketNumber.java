package cn.hotline.intake.registration.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * 工单编号, such as {@code XN240618-000123}: the tenant's prefix, the day it was registered, and at least six digits.
 * Numbers may be skipped, but never come twice.
 */
public record TicketNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{1,4}\\d{6}-\\d{6,9}");
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
}
