package cn.hotline.chassis.event;

import java.time.Instant;

/**
 * An event with what its envelope says of it (CloudEvents 1.0, Kafka binding, binary mode).
 *
 * @param source stream, such as {@code /intake/ticket}
 * @param sequence counts the events of one subject in the stream, from 1 without gaps
 * @param type wire name
 * @param subject what it speaks of; the Kafka key
 * @param json the event itself
 */
public record Told(
        String source,
        long sequence,
        String type,
        String subject,
        String tenant,
        Instant time,
        String traceparent,
        String json) {

    /** Unique within the source. */
    public String id() {
        return subject + "." + sequence;
    }
}
