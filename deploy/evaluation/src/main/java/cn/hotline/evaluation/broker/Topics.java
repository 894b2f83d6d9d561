package cn.hotline.evaluation.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.yaml.snakeyaml.Yaml;

/**
 * The list {@code deploy/kafka/topics.yml}.
 *
 * @param names of the topics
 * @param partitions of each of them, never changed
 * @param replicas as many as there are brokers, at most this many
 * @param config of each of them
 */
public record Topics(List<String> names, int partitions, int replicas, Map<String, String> config) {

    private static final String LIST = "/kafka/topics.yml";
    private static final String IN_SYNC = "min.insync.replicas";
    private static final int PATIENCE_SECONDS = 15;

    /** The list as it was packed with this program. */
    public static Topics packed() {
        try (InputStream list = Topics.class.getResourceAsStream(LIST)) {
            return of(new Yaml().load(list));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Topics of(Map<String, ?> list) {
        Map<String, String> config = new HashMap<>();
        ((Map<?, ?>) list.get("config")).forEach((name, value) -> config.put(String.valueOf(name), value.toString()));
        return new Topics(
                ((List<?>) list.get("topics")).stream().map(String::valueOf).toList(),
                (Integer) list.get("partitions"),
                (Integer) list.get("replicas"),
                Map.copyOf(config));
    }

    /**
     * Makes those that are not there yet; leaves those that are as they are.
     *
     * @throws BrokerUnavailable when the servers do not answer within 15 s
     */
    public void create(String servers) {
        try (Admin admin = Admin.create(settings(servers))) {
            int brokers = admin.describeCluster()
                    .nodes()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .size();
            Set<String> missing = new HashSet<>(names);
            missing.removeAll(admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            admin.createTopics(
                            missing.stream().map(name -> topic(name, brokers)).toList())
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable(servers, interrupted);
        } catch (ExecutionException | TimeoutException refused) {
            throw new BrokerUnavailable(servers, refused);
        }
    }

    private static Map<String, Object> settings(String servers) {
        int patience = PATIENCE_SECONDS * 1_000;
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                patience,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                patience / 3);
    }

    private NewTopic topic(String name, int brokers) {
        int copies = Math.min(replicas, brokers);
        Map<String, String> adjusted = new HashMap<>(config);
        adjusted.computeIfPresent(
                IN_SYNC,
                (setting, wanted) -> String.valueOf(Math.max(1, Math.min(Integer.parseInt(wanted), copies - 1))));
        return new NewTopic(name, partitions, (short) copies).configs(adjusted);
    }
}
