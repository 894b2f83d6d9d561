package cn.hotline.intake.registration.model;

import java.time.Instant;
import java.util.List;

/**
 * 登记: how a request came in, from whom, and what the desk decided about it. Never changes.
 *
 * @param by account of who registered it
 */
public record Registration(
        Arrival arrival, Caller caller, Decision decision, List<Attached> attachments, String by, Instant at) {

    public Registration {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }
}
