package cn.hotline.routing.dispatch.model;

/**
 * 工单编号, such as {@code XN240618-000123}; given by intake, the same everywhere.
 *
 * @param value 1 to 40 characters of digits, capital letters and dashes
 */
public record TicketNumber(String value) {

    private static final String FORM = "[0-9A-Z-]{1,40}";

    /** @throws IllegalArgumentException when it cannot be a ticket number */
    public TicketNumber {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("not a ticket number");
        }
    }
}
