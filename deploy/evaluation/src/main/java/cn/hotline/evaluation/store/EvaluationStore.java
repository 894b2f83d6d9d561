package cn.hotline.evaluation.store;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document store for one machine that any MongoDB driver can use: what it has acknowledged is on the disk.
 *
 * <p>One file in one folder, locked by the operating system while open. Thread-safe.
 */
public final class EvaluationStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationStore.class);

    private static final String FILE = "documents.mv.db";
    private static final int LONG_COMMANDS_AT_ONCE = 8;
    private static final int PATIENCE_AT_CLOSE_SECONDS = 5;

    private final DocumentFile file;
    private final DocumentBackend backend;
    private final GroupCommit commits;
    private final ExecutorService aside;
    private final WireServer server;
    private final CompletableFuture<StoreUnavailable> failure = new CompletableFuture<>();

    /**
     * @param cacheMegabytes how much of the file may be kept in memory, besides indexes
     * @param linger how long a commit waits at most for as many writers as came to the last one
     * @param tidyEvery how often the file is kept from growing
     * @param room how many bytes can still be written where a path is
     * @param aroundSync what to do instead of a sync, given the sync
     */
    record Settings(
            int cacheMegabytes,
            Duration linger,
            Duration tidyEvery,
            ToLongFunction<Path> room,
            UnaryOperator<Runnable> aroundSync) {

        static final Settings USUAL = new Settings(
                64, Duration.ofMillis(1), Duration.ofMillis(100), DocumentFile::room, UnaryOperator.identity());
    }

    private EvaluationStore(DocumentFile file, InetSocketAddress bind, Settings settings) {
        this.file = file;
        backend = new DocumentBackend(file, Clock.systemUTC());
        aside = Executors.newFixedThreadPool(LONG_COMMANDS_AT_ONCE, new DefaultThreadFactory("documents-long", true));
        Runnable sync = settings.aroundSync().apply(file::sync);
        commits = new GroupCommit(file, sync, settings.linger(), settings.tidyEvery(), this::fail);
        try {
            server = new WireServer(bind, () -> new RequestHandler(backend, commits, aside, file::isFull));
        } catch (StoreUnavailable e) {
            aside.shutdown();
            commits.close();
            throw e;
        }
    }

    /**
     * Opens the documents of a folder, making both if they are not there, builds the indexes (a second for some 30,000
     * documents) and listens.
     *
     * @param bind where to listen; port 0 takes any free one
     * @throws StoreUnavailable folder not writable or in use, disk full, file damaged, address taken
     */
    public static EvaluationStore open(Path folder, InetSocketAddress bind) {
        return open(folder, bind, Settings.USUAL);
    }

    static EvaluationStore open(Path folder, InetSocketAddress bind, Settings settings) {
        DocumentFile file =
                DocumentFile.open(folder.toAbsolutePath().resolve(FILE), settings.cacheMegabytes(), settings.room());
        try {
            return new EvaluationStore(file, bind, settings);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Where drivers find it, without a database: {@code mongodb://127.0.0.1:27017}. */
    public String uri() {
        return "mongodb://" + server.address().getAddress().getHostAddress() + ":"
                + server.address().getPort();
    }

    /**
     * Completed with the reason when nothing can be written any more (the disk fails or is full to the last block).
     * Every write not yet acknowledged has then been answered with an error; the process should end.
     */
    public CompletionStage<StoreUnavailable> failure() {
        return failure.minimalCompletionStage();
    }

    /** Documents read so far, by queries of all kinds. */
    long examined() {
        return backend.examined();
    }

    private void fail(RuntimeException cause) {
        LOG.error("The documents cannot be written any more", cause);
        failure.complete(new StoreUnavailable(
                "The document file " + file.path() + " cannot be written any more: "
                        + rootOf(cause).getMessage(),
                cause));
    }

    private static Throwable rootOf(Throwable cause) {
        return cause.getCause() == null ? cause : rootOf(cause.getCause());
    }

    /** Answers what has been written, then closes the file. */
    @Override
    public void close() {
        server.stopListening();
        aside.shutdown();
        try {
            aside.awaitTermination(PATIENCE_AT_CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        commits.close();
        server.close();
        backend.close();
        file.close();
    }
}
