package cn.hotline.intake.registration;

import cn.hotline.intake.registration.model.Kind;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.registration.model.TicketStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a list shows. By what a ticket is about or who calls, no confidential one (保密) is found: what one is not
 * shown, one cannot try out either.
 */
public record TicketFilter(Sought sought, Traits traits, Received received) {

    /** Everything. */
    public static final TicketFilter ALL =
            new TicketFilter(Sought.ANYTHING, new Traits(null, null, null, null, null), new Received(null, null));

    /** Whether it asks what a ticket is about. */
    public boolean asksForContents() {
        return sought.words() != null || traits.category() != null || traits.division() != null;
    }

    /**
     * The tickets of a caller.
     *
     * @param asker account that asks: who calls is what a confidential ticket keeps to whoever registered it
     */
    public static TicketFilter ofCaller(String token, String asker) {
        return new TicketFilter(new Sought(null, null, new OfCaller(token, asker), null), ALL.traits, ALL.received);
    }

    /** All tickets that are merged into one. */
    public static TicketFilter following(TicketNumber master) {
        return new TicketFilter(new Sought(null, null, null, master), ALL.traits, ALL.received);
    }

    /**
     * What somebody looks for; a null component does not restrict.
     *
     * @param words stand in title or content
     * @param caller whose they are; of the confidential ones only those that whoever asks registered
     * @param master the ticket they are merged into
     */
    public record Sought(
            @Nullable TicketNumber number,
            @Nullable String words,
            @Nullable OfCaller caller,
            @Nullable TicketNumber master) {

        public static final Sought ANYTHING = new Sought(null, null, null, null);
    }

    /**
     * Whose tickets, and for whom.
     *
     * @param token of the caller
     * @param asker account that asks
     */
    public record OfCaller(String token, String asker) {}

    /**
     * What a ticket must be; a null component does not restrict. Category and division are what the operator chose,
     * else what routing found.
     *
     * @param division code of a county, street or community: tickets that lie in it
     */
    public record Traits(
            @Nullable TicketStatus status,
            @Nullable Kind kind,
            @Nullable String channel,
            @Nullable String category,
            @Nullable String division) {}

    /** When it reached the city: from, and before; null does not restrict. */
    public record Received(@Nullable Instant from, @Nullable Instant before) {}
}
