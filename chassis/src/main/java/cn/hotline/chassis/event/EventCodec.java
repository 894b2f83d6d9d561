package cn.hotline.chassis.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.chassis.Cause;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as records of Kafka and back: CloudEvents 1.0, Kafka protocol binding, binary mode. The envelope travels in
 * headers, the body is the event and nothing more.
 *
 * <p>Thread-safe.
 */
public final class EventCodec<E> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final EventFamily<E> family;

    public EventCodec(EventFamily<E> family) {
        this.family = family;
    }

    public EventFamily<E> family() {
        return family;
    }

    /** Puts an event in its envelope. */
    public Told tell(E event, String source, long sequence, Cause cause) {
        return new Told(
                source,
                sequence,
                family.wireNameOf(event),
                family.subjectOf(event),
                cause.tenant(),
                family.timeOf(event),
                cause.traceparent(),
                JSON.writeValueAsString(event));
    }

    /** @throws RuntimeException when type or body cannot be understood */
    public E read(String type, byte[] body) {
        return JSON.readValue(body, family.typeOf(type));
    }

    /** The record to send for an event in its envelope. The key decides the partition, so one subject keeps its order. */
    public static ProducerRecord<byte[], byte[]> record(String topic, Told told) {
        Iterable<Header> headers = Stream.of(
                        header("content-type", "application/json"),
                        header("ce_specversion", "1.0"),
                        header("ce_id", told.id()),
                        header("ce_type", told.type()),
                        header("ce_source", told.source()),
                        header("ce_time", told.time().toString()),
                        header("ce_subject", told.subject()),
                        header("ce_tenant", told.tenant()),
                        header("ce_sequence", Long.toString(told.sequence())),
                        header("traceparent", told.traceparent()))
                .toList();
        return new ProducerRecord<>(
                topic, null, told.subject().getBytes(UTF_8), told.json().getBytes(UTF_8), headers);
    }

    /**
     * Why an event of this family is being handled.
     *
     * @throws IllegalArgumentException when the envelope lacks what is needed
     */
    public Cause cause(Map<String, ?> headers) {
        return Cause.event(
                required(headers, "ce_tenant"),
                required(headers, "ce_source"),
                Long.parseLong(required(headers, "ce_sequence")),
                text(headers, "traceparent"));
    }

    /** @throws IllegalArgumentException when the header is missing */
    public static String required(Map<String, ?> headers, String name) {
        String value = text(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("Header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String text(Map<String, ?> headers, String name) {
        Object value = headers.get(name);
        return value instanceof byte[] bytes ? new String(bytes, UTF_8) : value == null ? null : value.toString();
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
