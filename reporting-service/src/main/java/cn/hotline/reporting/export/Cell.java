package cn.hotline.reporting.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What stands in one place of a table, so that a number stays a number and a text is never taken for a formula. */
public sealed interface Cell {

    /** A text; the empty one where there is none. */
    static Cell of(@Nullable String text) {
        return new Words(text == null ? "" : text);
    }

    static Cell of(long number) {
        return new Whole(number);
    }

    /** A time as the hotline's clocks show it; nothing where there is none. */
    static Cell of(@Nullable Instant at) {
        return at == null ? new Words("") : new Moment(at);
    }

    /** A share of a whole; nothing where the whole is nothing. */
    static Cell share(long part, long whole) {
        return whole == 0 ? new Words("") : new Share((double) part / whole);
    }

    record Words(String text) implements Cell {

        /**
         * Whether a program for tables would take it for a formula, or for what begins one after a line break (OWASP, CSV
         * injection); full-width signs are read like narrow ones where Chinese is written.
         */
        boolean looksLikeAFormula() {
            return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
        }
    }

    record Whole(long value) implements Cell {}

    /** @param value 0 to 1 */
    record Share(double value) implements Cell {}

    record Moment(Instant at) implements Cell {}
}
