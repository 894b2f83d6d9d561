package cn.hotline.routing.dispatch.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at dispatches, or acts on them, now. Rows open by keys: a ticket keeps the list of those it opens to
 * ({@link Sight}), whoever looks brings theirs, and one in common is enough; so every query asks the same one question.
 *
 * @param staff null for the service itself, which reacts to an event and sees everything
 * @param keys what opens rows and texts to them; no ticket has two of a unit's
 * @param overview whether they see that a ticket is there, with its deadlines, where its text does not open to them
 * @param at when they look
 */
public record Viewer(@Nullable Staff staff, List<String> keys, boolean overview, Instant at) {

    public Viewer {
        keys = List.copyOf(keys);
    }

    /** The service itself, on account of an event. */
    public static Viewer itself(Instant at) {
        return new Viewer(null, List.of(), true, at);
    }

    /** Somebody of the hotline who dispatches or supervises. */
    public static Viewer ofHotline(Staff staff, Instant at) {
        return new Viewer(staff, List.of(Sight.HOTLINE, Sight.named(staff.account())), true, at);
    }

    /** Somebody of a unit; of whoever else comes, nothing opens to them. */
    public static Viewer ofUnit(Staff staff, Instant at) {
        List<String> keys = new ArrayList<>();
        if (staff.unit() != null) {
            String code = staff.unit().code();
            keys.add(code);
            keys.add(staff.leads() ? Sight.heads(code) : Sight.clerk(code, staff.account()));
        }
        return new Viewer(staff, keys, false, at);
    }

    /** Whoever looks, where only a person can. */
    public Staff person() {
        return Objects.requireNonNull(staff, "the service itself acts on events only");
    }

    /** Whether nothing is kept from them. */
    public boolean isTheService() {
        return staff == null;
    }
}
