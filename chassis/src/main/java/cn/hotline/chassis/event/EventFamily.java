package cn.hotline.chassis.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.chassis.Cause;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One publisher's sealed family of events: where it travels, what its records are called on the wire, and how they are
 * written and read: CloudEvents 1.0, Kafka protocol binding, binary mode. The envelope travels in headers, the body is
 * the event and nothing more.
 *
 * <p>Immutable, thread-safe.
 *
 * @param <E> the sealed interface
 */
public final class EventFamily<E> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final Class<E> type;
    private final String topic;
    private final Map<String, Class<? extends E>> byName;
    private final Map<Class<? extends E>, String> byType;
    private final Function<E, String> subject;
    private final Function<E, Instant> at;

    /**
     * @param wireNames wire name of every permitted record
     * @param subject what an event speaks of; the Kafka key
     * @throws IllegalArgumentException when a permitted record has no wire name
     */
    public EventFamily(
            Class<E> type,
            String topic,
            Map<String, Class<? extends E>> wireNames,
            Function<E, String> subject,
            Function<E, Instant> at) {
        this.type = type;
        this.topic = topic;
        this.byName = Map.copyOf(wireNames);
        this.byType = wireNames.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        this.subject = subject;
        this.at = at;
        for (Class<?> record : type.getPermittedSubclasses()) {
            if (!byType.containsKey(record)) {
                throw new IllegalArgumentException(record.getName() + " has no wire name");
            }
        }
    }

    public Class<E> type() {
        return type;
    }

    public String topic() {
        return topic;
    }

    /** @throws IllegalArgumentException for a name this family does not know */
    public Class<? extends E> typeOf(String wireName) {
        Class<? extends E> found = byName.get(wireName);
        if (found == null) {
            throw new IllegalArgumentException("Unknown event type " + wireName);
        }
        return found;
    }

    public String wireNameOf(E event) {
        String name = byType.get(event.getClass());
        if (name == null) {
            throw new IllegalArgumentException(event.getClass() + " is not of this family");
        }
        return name;
    }

    public String subjectOf(E event) {
        return subject.apply(event);
    }

    public Instant timeOf(E event) {
        return at.apply(event);
    }

    /** Puts an event in its envelope. */
    public Told tell(E event, String source, long sequence, Cause cause) {
        return new Told(
                source,
                sequence,
                wireNameOf(event),
                subjectOf(event),
                cause.tenant(),
                timeOf(event),
                cause.traceparent(),
                written(event));
    }

    /** The event itself, as JSON. */
    public String written(E event) {
        return JSON.writeValueAsString(event);
    }

    /** @throws RuntimeException when type or body cannot be understood */
    public E read(String type, byte[] body) {
        return JSON.readValue(body, typeOf(type));
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
}
