package cn.hotline.evaluation.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
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

    private Broker(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * Opens the log of a folder, making it when it is not there, and listens.
     *
     * @param bind for our own producers and consumers, who may do everything
     * @param units for systems of units, who say who they are and may do what they were given rights to
     * @param controller for the broker's own talk with itself
     */
    public static Broker start(
            Path folder, InetSocketAddress bind, InetSocketAddress units, InetSocketAddress controller)
            throws IOException {
        Files.createDirectories(folder);
        format(folder);
        KafkaRaftServer server = new KafkaRaftServer(
                new KafkaConfig(settings(folder, address(bind), address(units), address(controller)), false),
                Time.SYSTEM);
        server.startup();
        return new Broker(server);
    }

    private static Map<String, String> settings(Path folder, String bind, String units, String controller) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE);
        settings.put("controller.quorum.voters", NODE + "@" + controller);
        settings.put("listeners", "CLIENTS://" + bind + ",UNITS://" + units + ",CONTROLLER://" + controller);
        settings.put("advertised.listeners", "CLIENTS://" + bind + ",UNITS://" + units);
        settings.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,UNITS:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "CLIENTS");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", folder.toString());

        // Whoever comes by the units' listener has a name and a password, and no right that was not given to that name.
        // Whoever comes by ours has no name, and is trusted as this machine is.
        settings.put("listener.name.units.sasl.enabled.mechanisms", "SCRAM-SHA-512,SCRAM-SHA-256");
        for (String mechanism : List.of("scram-sha-512", "scram-sha-256")) {
            settings.put(
                    "listener.name.units." + mechanism + ".sasl.jaas.config",
                    ScramLoginModule.class.getName() + " required;");
        }
        settings.put("authorizer.class.name", StandardAuthorizer.class.getName());
        settings.put("super.users", KafkaPrincipal.ANONYMOUS.toString());
        settings.put("allow.everyone.if.no.acl.found", "false");

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

    /** The bootstrap server of a listener. */
    public static String address(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
