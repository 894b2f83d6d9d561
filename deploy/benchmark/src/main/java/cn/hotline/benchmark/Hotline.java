package cn.hotline.benchmark;

import cn.hotline.evaluation.Fault;
import cn.hotline.evaluation.HotlineEvaluation;
import cn.hotline.evaluation.demo.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hotline that is measured: one of our own, on a folder that goes with it, or one that runs already. */
final class Hotline implements AutoCloseable {

    private static final int BROKER = 12;
    private static final int DOCUMENTS = 17;

    /** Everything an evaluation listens on, counted from the gateway's port. */
    private static final int[] PORTS = {0, 1, 2, 3, 4, 5, BROKER, 13, 14, DOCUMENTS};

    private final URI gateway;
    private final @Nullable Program program;
    private final @Nullable Path folder;
    private final Tokens tokens;

    private Hotline(URI gateway, @Nullable Program program, @Nullable Path folder) {
        this.gateway = gateway;
        this.program = program;
        this.folder = folder;
        this.tokens = new Tokens(gateway);
    }

    /** One that somebody has started on this machine, with the broker and the store inside. */
    static Hotline at(URI gateway) {
        return new Hotline(gateway, null, null);
    }

    /**
     * Starts one as {@code ./hotline run} does.
     *
     * @param place folder on the disk to measure; a folder is made in it
     */
    static Hotline start(Path place) {
        int port = freePort();
        Path folder = folderIn(place);
        Program program = Program.start(
                HotlineEvaluation.class,
                folder.resolve("output.log"),
                List.of("--data", folder.resolve("data").toString(), "--port", String.valueOf(port)));
        return new Hotline(URI.create("http://127.0.0.1:" + port), program, folder);
    }

    private static Path folderIn(Path place) {
        try {
            Files.createDirectories(place);
            return Files.createTempDirectory(place, "hotline-");
        } catch (IOException unwritable) {
            throw new Fault("文件夹 " + place + " 不能写入。", "The folder " + place + " cannot be written.");
        }
    }

    /** Below the ports the system gives to clients, so that none of ours is taken meanwhile. */
    private static int freePort() {
        RandomGenerator random = RandomGenerator.getDefault();
        return IntStream.generate(() -> random.nextInt(15_000, 30_000))
                .limit(1_000)
                .filter(port -> IntStream.of(PORTS).allMatch(offset -> isFree(port + offset)))
                .findFirst()
                .orElseThrow(() -> new Fault("没有空闲端口。", "No ports are free."));
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** @throws Fault when it does not come up, or is not there */
    void awaitReady() {
        URI last = at("/reporting/actuator/health/readiness");
        if (program != null) {
            program.awaitAnswer(last);
        }
    }

    /** An address behind its gateway. */
    URI at(String path) {
        return gateway.resolve(path);
    }

    /**
     * The header that says who asks.
     *
     * @param account such as {@code operator}
     * @throws Fault when it signs nobody in
     */
    String authorization(String account) {
        try {
            return "Bearer " + tokens.of(account).block();
        } catch (RuntimeException refused) {
            throw new Fault("不能以 " + account + " 登录。", account + " cannot sign in.");
        }
    }

    /** Bootstrap servers of its broker. */
    String kafka() {
        return "127.0.0.1:" + (gateway.getPort() + BROKER);
    }

    /** Its store, with the write concern its services use. */
    String mongo() {
        return "mongodb://127.0.0.1:" + (gateway.getPort() + DOCUMENTS) + "/?w=majority&journal=true";
    }

    /** A port beside its own. */
    int spare() {
        return freePort();
    }

    /** Time it has spent on processors so far; empty when it is not ours. */
    Optional<Duration> cpu() {
        return Optional.ofNullable(program).map(Program::cpu);
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
        if (folder != null) {
            try (Stream<Path> inside = Files.walk(folder)) {
                inside.sorted(Comparator.reverseOrder()).forEach(Hotline::delete);
            } catch (IOException leftBehind) {
                throw new UncheckedIOException(leftBehind);
            }
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException leftBehind) {
            throw new UncheckedIOException(leftBehind);
        }
    }
}
