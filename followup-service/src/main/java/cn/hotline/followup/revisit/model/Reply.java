package cn.hotline.followup.revisit.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the responsible unit answered (答复).
 *
 * @param contacted whether the unit says that it spoke with the caller
 * @param publicReply what the caller may read; masked by routing
 * @param by account of who answered; null for answers from before people signed in
 */
public record Reply(
        Unit unit,
        Outcome outcome,
        boolean contacted,
        String publicReply,
        Instant repliedAt,
        @Nullable String by) {

    /** Without what may tell of a confidential matter. */
    Reply withheld() {
        return new Reply(unit, outcome, contacted, Matter.WITHHELD, repliedAt, by);
    }

    /** Who answered (承办单位). */
    public record Unit(String code, String name) {}
}
