package cn.hotline.followup.revisit.model;

import java.time.Instant;

/**
 * What the responsible unit answered (答复).
 *
 * @param contacted whether the unit says that it spoke with the caller
 * @param publicReply what the caller may read; masked by routing
 */
public record Reply(Unit unit, Outcome outcome, boolean contacted, String publicReply, Instant repliedAt) {

    /** Who answered (承办单位). */
    public record Unit(String code, String name) {}
}
