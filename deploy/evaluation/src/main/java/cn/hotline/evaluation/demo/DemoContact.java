package cn.hotline.evaluation.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person getting in touch: a call or a message, with whatever tickets come of it.
 *
 * @param at when
 * @param call what is recorded of the call itself; null for a message, and for a call of which only the ticket is
 *     entered
 */
record DemoContact(Instant at, @Nullable DemoCall call, List<DemoTicket> tickets) {

    /**
     * @param key the same at every run of the same day
     * @param outcome code, such as {@code TICKETS} or {@code SILENT}
     */
    record DemoCall(String key, Instant startedAt, Instant endedAt, String outcome) {}
}
