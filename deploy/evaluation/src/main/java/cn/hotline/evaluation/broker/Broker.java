package cn.hotline.evaluation.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Apache Kafka broker that is its own controller (KRaft), with its log on disk.
 *
 * <p>An acknowledged record is in the operating system's page cache: it survives the end of this process, however
 * sudden, and is synced to the disk at most a second later. See RATIONALE.md.
 */
public final class Broker implements AutoCloseable {

    /** Fixed, so that a folder can be opened again. */
    private static final String CLUSTER = "aG90bGluZS0xMjM0NQ";

    private static final String NODE = "1";

    private final KafkaRaftServer server;
    private final String servers;

    private Broker(KafkaRaftServer server, String servers) {
        this.server = server;
        this.servers = servers;
    }

    /**
     * Opens the log of a folder, making it when it is not there, and listens.
     *
     * @param bind for producers and consumers
     * @param controller for the broker's own talk with itself
     */
    public static Broker start(Path folder, InetSocketAddress bind, InetSocketAddress controller) throws IOException {
        Files.createDirectories(folder);
        format(folder);
        KafkaRaftServer server = new KafkaRaftServer(
                new KafkaConfig(settings(folder, text(bind), text(controller)), false), Time.SYSTEM);
        server.startup();
        return new Broker(server, text(bind));
    }

    private static Map<String, String> settings(Path folder, String bind, String controller) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE);
        settings.put("controller.quorum.voters", NODE + "@" + controller);
        settings.put("listeners", "CLIENTS://" + bind + ",CONTROLLER://" + controller);
        settings.put("advertised.listeners", "CLIENTS://" + bind);
        settings.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "CLIENTS");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");

        // A loss of power costs at most the last second; a killed process nothing.
        settings.put("log.flush.interval.ms", "1000");
        settings.put("log.flush.scheduler.interval.ms", "1000");

        // One broker has no replicas to keep in step.
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");

        // After a sudden end the same broker comes back: it need not wait long for its own former self to expire.
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("group.min.session.timeout.ms", "1000");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // Groups that were away for a long weekend and more find their place again.
        settings.put("offsets.retention.minutes", String.valueOf(365 * 24 * 60));

        // Small: some fifty partitions of a small city.
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 << 20));
        settings.put("log.segment.bytes", String.valueOf(256 << 20));
        settings.put("log.index.size.max.bytes", String.valueOf(1 << 20));
        settings.put("queued.max.requests", "100");
        settings.put("metric.reporters", "");
        return settings;
    }

    private static void format(Path folder) throws IOException {
        var formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(CLUSTER)
                .setNodeId(Integer.parseInt(NODE))
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .setIgnoreFormatted(true);
        try {
            formatter.run();
        } catch (IOException | RuntimeException broken) {
            throw broken;
        } catch (Exception broken) {
            throw new IOException(broken);
        }
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** Bootstrap servers for clients. */
    public String servers() {
        return servers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
