package cn.hotline.chassis.event;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One publisher's sealed family of events: where it travels and what its records are called on the wire.
 *
 * @param <E> the sealed interface
 */
public final class EventFamily<E> {

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
}
