package cn.hotline.followup.supervision.model;

import cn.hotline.followup.revisit.model.Matter;
import java.time.Instant;

/**
 * 提级办理: the ticket is one for those above its unit.
 *
 * @param reason a Chinese sentence, masked
 * @param by {@code AUTO} or account of who decided
 */
public record Escalation(EscalationGround ground, String reason, String by, Instant at) {

    /** Without what may tell of a confidential matter. */
    Escalation withheld() {
        return new Escalation(ground, by.equals(Supervision.AUTO) ? reason : Matter.WITHHELD, by, at);
    }
}
