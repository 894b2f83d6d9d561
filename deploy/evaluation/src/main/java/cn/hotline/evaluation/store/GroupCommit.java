package cn.hotline.evaluation.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes many writes durable at once: whoever wrote leaves an answer here, and it is given after the commit and the sync
 * that cover the write. Nobody waits holding a thread.
 *
 * <p>Lingers shortly for as many writers as came the last time; so one writer alone never waits for others.
 */
final class GroupCommit implements AutoCloseable {

    private static final long GLANCE_NANOS = 100_000;

    private final DocumentFile file;
    private final Runnable sync;
    private final Duration linger;
    private final Duration tidyEvery;
    private final Consumer<RuntimeException> onFailure;
    private final LinkedBlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final Thread committer = new Thread(this::run, "documents-commit");

    private volatile @Nullable RuntimeException failure;
    private volatile boolean closing;
    private int expected = 1;
    private boolean untidy = true;
    private long tidyAt = System.nanoTime();

    /** Told when a write is durable, or that it never will be. */
    interface Answer {

        /** @param failure null if the write is durable */
        void give(@Nullable RuntimeException failure);
    }

    /**
     * @param linger at most so long for more writers
     * @param onFailure told of the first failure; after it no write is ever made durable
     */
    GroupCommit(
            DocumentFile file,
            Runnable sync,
            Duration linger,
            Duration tidyEvery,
            Consumer<RuntimeException> onFailure) {
        this.file = file;
        this.sync = sync;
        this.linger = linger;
        this.tidyEvery = tidyEvery;
        this.onFailure = onFailure;
        committer.setDaemon(true);
        committer.start();
    }

    /** Whether nothing can be made durable any more. */
    boolean hasFailed() {
        return failure != null;
    }

    /** Gives the answer once everything written before this call is durable. */
    void whenDurable(Answer answer) {
        answers.add(answer);
    }

    private void run() {
        while (!closing || !answers.isEmpty()) {
            List<Answer> batch = nextBatch();
            if (failure == null && !batch.isEmpty()) {
                attempt(this::makeDurable);
                untidy = true;
            }
            for (Answer answer : batch) {
                answer.give(failure);
            }
            file.checkRoom();
            if (failure == null && untidy && System.nanoTime() - tidyAt > 0) {
                attempt(this::tidy);
            }
        }
    }

    /** Answers that wait; none if none came for a while. */
    private List<Answer> nextBatch() {
        List<Answer> batch = new ArrayList<>();
        try {
            Answer first = answers.poll(tidyEvery.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                awaitOthers();
                answers.drainTo(batch);
                expected = batch.size();
            }
        } catch (InterruptedException e) {
            closing = true;
        }
        return batch;
    }

    private void awaitOthers() {
        long until = System.nanoTime() + linger.toNanos();
        while (answers.size() + 1 < expected && System.nanoTime() < until) {
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    private void makeDurable() {
        file.commit();
        sync.run();
    }

    private void tidy() {
        untidy = file.tidy();
        tidyAt = System.nanoTime() + tidyEvery.toNanos();
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failure = e;
            onFailure.accept(e);
        }
    }

    /** Gives the answers that still wait, then stops. */
    @Override
    public void close() {
        closing = true;
        whenDurable(failure -> {});
        try {
            committer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
