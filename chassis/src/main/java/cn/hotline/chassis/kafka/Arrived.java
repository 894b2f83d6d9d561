package cn.hotline.chassis.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.chassis.PersonalData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * A record as it came from Kafka.
 *
 * @param subject the key; empty when there was none
 * @param headers those that are text
 */
public record Arrived(
        String topic, int partition, long offset, String subject, Map<String, String> headers, byte[] body) {

    /** So much is kept of what was written by somebody who may have written anything. */
    private static final int KEPT = 64 << 10;

    /** The records of one batch of the binder, in its order. */
    @SuppressWarnings("unchecked")
    static List<Arrived> in(Message<List<byte[]>> batch) {
        var headers = batch.getHeaders();
        var keys = (List<byte[]>) headers.get(KafkaHeaders.RECEIVED_KEY, List.class);
        var topics = (List<String>) headers.get(KafkaHeaders.RECEIVED_TOPIC, List.class);
        var partitions = (List<Integer>) headers.get(KafkaHeaders.RECEIVED_PARTITION, List.class);
        var offsets = (List<Long>) headers.get(KafkaHeaders.OFFSET, List.class);
        var envelopes = (List<Map<String, Object>>) headers.get(KafkaHeaders.BATCH_CONVERTED_HEADERS, List.class);
        List<Arrived> all = new ArrayList<>();
        for (int i = 0; i < batch.getPayload().size(); i++) {
            all.add(new Arrived(
                    topics.get(i),
                    partitions.get(i),
                    offsets.get(i),
                    keys.get(i) == null ? "" : new String(keys.get(i), UTF_8),
                    texts(envelopes.get(i)),
                    bytes(batch.getPayload().get(i))));
        }
        return all;
    }

    /** The same, told apart by that name from what other readers keep of the record. */
    Arrived under(String name) {
        return name.equals(topic) ? this : new Arrived(name, partition, offset, subject, headers, body);
    }

    /** The same with its text masked and its length bounded: what is kept of a record nobody has read yet. */
    public Arrived masked() {
        String text = new String(body, 0, Math.min(body.length, KEPT), UTF_8);
        Map<String, String> plain = new HashMap<>();
        headers.forEach((name, value) -> plain.put(PersonalData.mask(name), PersonalData.mask(value)));
        return new Arrived(
                topic,
                partition,
                offset,
                PersonalData.mask(subject),
                plain,
                PersonalData.mask(text).getBytes(UTF_8));
    }

    /** A record without a body comes as an object of its own. */
    private static byte[] bytes(Object payload) {
        return payload instanceof byte[] body ? body : new byte[0];
    }

    private static Map<String, String> texts(Map<String, Object> envelope) {
        Map<String, String> texts = new HashMap<>();
        envelope.forEach((name, value) -> {
            if (value instanceof byte[] bytes) {
                texts.put(name, new String(bytes, UTF_8));
            } else if (value instanceof String text) {
                texts.put(name, text);
            }
        });
        return texts;
    }
}
