package cn.hotline.evaluation;

import cn.hotline.evaluation.broker.Broker;
import cn.hotline.evaluation.broker.BrokerUnavailable;
import cn.hotline.evaluation.broker.Topics;
import cn.hotline.evaluation.identity.DemoRosters;
import cn.hotline.evaluation.identity.IdentityApplication;
import cn.hotline.evaluation.store.EvaluationStore;
import cn.hotline.evaluation.store.StoreUnavailable;
import cn.hotline.followup.FollowupApplication;
import cn.hotline.gateway.GatewayApplication;
import cn.hotline.intake.IntakeApplication;
import cn.hotline.intake.callers.keys.KeysUnavailable;
import cn.hotline.reporting.ReportingApplication;
import cn.hotline.routing.RoutingApplication;
import java.io.IOException;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;

/**
 * One running hotline: the broker beside the documents and sign-in, which need none; then the services one after another
 * (contexts started side by side in one process trip over each other now and then), then the gateway; stopped in the
 * opposite order.
 */
final class Instance implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);
    private static final String STARTING = "启动中 Starting";
    private static final int STEPS = 9;

    private final Options options;
    private final Ports ports;
    private final Console console;
    private final Deque<AutoCloseable> running = new ConcurrentLinkedDeque<>();
    private final CompletableFuture<Fault> failure = new CompletableFuture<>();
    private int step;

    Instance(Options options, Console console) {
        this.options = options;
        this.ports = new Ports(options.port());
        this.console = console;
    }

    /**
     * @throws Fault for everything expected
     */
    void start(DataFolder data) {
        Ports.requireFree(ports());
        String kafka = options.kafka() == null ? Broker.address(Ports.loopback(ports.broker())) : options.kafka();
        CompletableFuture<Void> messages =
                CompletableFuture.runAsync(() -> messages(kafka, data), Together::inThreadOfItsOwn);
        try {
            String mongo = options.mongo() == null ? documents(data) : options.mongo();
            DemoRosters.write(data.rosters());
            String units = options.kafka() == null ? ports.unitServers() : kafka;
            services(new Contexts(kafka, units, mongo, ports, data), messages);
        } catch (PortInUseException lostTheRace) {
            throw new Fault(
                    "端口 " + lostTheRace.getPort() + " 已被占用，请停止占用它的程序，或用 --port 换一组端口。",
                    "Port " + lostTheRace.getPort()
                            + " is in use: stop what uses it, or choose other ports with --port.");
        } catch (ApplicationContextException failed) {
            throw failed.getCause() instanceof KeysUnavailable keys
                    ? new Fault(keys.chinese(), keys.english())
                    : failed;
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof Fault fault ? fault : failed;
        } finally {
            // Whoever closes this finds the broker among what runs.
            messages.handle((done, failed) -> done).join();
        }
    }

    private IntStream ports() {
        IntStream services = IntStream.of(
                ports.gateway(),
                ports.intake(),
                ports.routing(),
                ports.followup(),
                ports.reporting(),
                ports.identity());
        IntStream broker = options.kafka() == null
                ? IntStream.of(ports.broker(), ports.brokerUnits(), ports.brokerController())
                : IntStream.empty();
        IntStream documents = options.mongo() == null ? IntStream.of(ports.documents()) : IntStream.empty();
        return IntStream.concat(services, IntStream.concat(broker, documents));
    }

    /** A broker, unless servers were given, and the topics. */
    private void messages(String kafka, DataFolder data) {
        if (options.kafka() == null) {
            broker(data);
        }
        topics(kafka);
    }

    private void broker(DataFolder data) {
        try {
            running.addLast(Broker.start(
                    data.broker(),
                    Ports.loopback(ports.broker()),
                    Ports.loopback(ports.brokerUnits()),
                    Ports.loopback(ports.brokerController())));
            progress();
        } catch (IOException unwritable) {
            LOG.error("The broker does not open {}", data.broker(), unwritable);
            throw new Fault(
                    "消息日志 " + data.broker() + " 打不开：" + unwritable.getMessage() + "。",
                    "The log of messages " + data.broker() + " does not open: " + unwritable.getMessage() + ".");
        }
    }

    private void topics(String kafka) {
        try {
            Topics.packed().create(kafka);
            progress();
        } catch (BrokerUnavailable away) {
            LOG.error("Topics could not be made", away);
            throw new Fault("连不上 Kafka（" + kafka + "）。", "Kafka at " + kafka + " does not answer.");
        }
    }

    private String documents(DataFolder data) {
        try {
            EvaluationStore store = EvaluationStore.open(data.documents(), Ports.loopback(ports.documents()));
            store.failure().thenAccept(reason -> failure.complete(unwritable(reason)));
            started(store);
            return store.uri() + "/?w=majority&journal=true";
        } catch (StoreUnavailable reason) {
            throw unwritable(reason);
        }
    }

    private static Fault unwritable(StoreUnavailable reason) {
        LOG.error("The document store fails", reason);
        return new Fault("文档库不能使用（常见原因：磁盘已满或文件夹不可写）。", reason.getMessage());
    }

    /** @param messages done when there is something to read from and to tell to */
    private void services(Contexts contexts, CompletableFuture<Void> messages) {
        Together services = new Together();
        running.push(services);
        services.add(contexts.identity(IdentityApplication.class));
        progress();
        messages.join();
        services.add(contexts.service(IntakeApplication.class, "intake-service", ports.intake()));
        progress();
        services.add(contexts.service(RoutingApplication.class, "routing-service", ports.routing()));
        progress();
        services.add(contexts.service(FollowupApplication.class, "followup-service", ports.followup()));
        progress();
        services.add(contexts.service(ReportingApplication.class, "reporting-service", ports.reporting()));
        progress();
        started(contexts.gateway(GatewayApplication.class));
    }

    private void started(AutoCloseable part) {
        running.push(part);
        progress();
    }

    private synchronized void progress() {
        console.progress(STARTING, ++step, STEPS);
    }

    Ports addresses() {
        return ports;
    }

    /** Completed when it cannot go on. */
    CompletableFuture<Fault> failure() {
        return failure;
    }

    /** Gateway first, so that nothing new comes in; the broker last. */
    @Override
    public void close() {
        for (AutoCloseable part = running.poll(); part != null; part = running.poll()) {
            Together.close(part);
        }
    }
}
