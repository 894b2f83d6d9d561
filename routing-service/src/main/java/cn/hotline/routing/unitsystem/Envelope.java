package cn.hotline.routing.unitsystem;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.event.EventFamily.Told;
import cn.hotline.routing.contract.UnitNotice;
import java.time.Instant;

/**
 * A letter as one JSON object: CloudEvents 1.0 in structured mode, for webhooks and for whoever fetches. Its id is the
 * same as on the unit's topic.
 */
public record Envelope(
        String specversion,
        String id,
        String type,
        String source,
        String subject,
        Instant time,
        String tenant,
        long sequence,
        String datacontenttype,
        UnitNotice data) {

    public static Envelope of(Letter letter, String tenant) {
        Told told = told(letter, tenant);
        return new Envelope(
                "1.0",
                told.id(),
                told.type(),
                told.source(),
                told.subject(),
                told.time(),
                tenant,
                told.sequence(),
                "application/json",
                letter.notice());
    }

    /** The same letter for a topic. */
    public static Told told(Letter letter, String tenant) {
        return Letter.FAMILY.tell(
                letter.notice(),
                UnitNotice.STREAMS + letter.unit(),
                letter.sequence(),
                Cause.command(tenant, "routing", null, null));
    }
}
