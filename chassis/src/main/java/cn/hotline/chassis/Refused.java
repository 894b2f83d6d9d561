package cn.hotline.chassis;

import java.util.List;

/**
 * An expected "no". Carries no stack trace: it is an answer, not a fault. Bugs stay ordinary exceptions.
 *
 * <p>Immutable.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal reason;
    private final transient List<FieldError> errors;

    public Refused(Refusal reason) {
        this(reason, List.of());
    }

    /** A refusal that names the fields at fault. */
    public Refused(Refusal reason, List<FieldError> errors) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.errors = List.copyOf(errors);
    }

    /** @throws Refused with the reason, unless the condition holds */
    public static void unless(boolean condition, Refusal reason) {
        if (!condition) {
            throw new Refused(reason);
        }
    }

    public Refusal reason() {
        return reason;
    }

    /** Fields at fault; empty when the refusal is not about fields. */
    public List<FieldError> errors() {
        return errors;
    }

    /**
     * One field at fault.
     *
     * @param field path of the field, such as {@code place.divisionCode}
     * @param detail Chinese sentence
     */
    public record FieldError(String field, String detail) {}
}
