package cn.hotline.routing.notice;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.notice.model.Line;
import cn.hotline.routing.notice.model.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * 汇总: puts lines into notices. Those that come for a notice while it is being written are written together, next: when ten
 * thousand tickets warn one unit at once, it is written some hundred times and nobody gets in anybody's way. Thread-safe.
 */
final class Gathering {

    private static final int BUSY_ATTEMPTS = 20;

    private final Notices notices;
    private final Map<String, Batch> batches = new ConcurrentHashMap<>();

    Gathering(Notices notices) {
        this.notices = notices;
    }

    /** Completes when the line is in the notice. */
    Mono<Notice> add(Notice blank, Line line, Instant now) {
        return Mono.defer(() -> batches.compute(
                        blank.key(),
                        (key, batch) -> batch != null && batch.add(line) ? batch : new Batch(blank, line, now, batch))
                .written);
    }

    private Mono<Notice> write(Notice blank, List<Line> lines, Instant now) {
        return notices.changeOrOpen(blank, notice -> {
                    Notice gathered = notice;
                    for (Line line : lines) {
                        gathered = gathered.with(line, now);
                    }
                    return gathered;
                })
                .retryWhen(untilOthersAreDone());
    }

    /** Another replica may write the same one: nothing is to be put aside for that. */
    private static Retry untilOthersAreDone() {
        return Retry.backoff(BUSY_ATTEMPTS, Duration.ofMillis(50))
                .maxBackoff(Duration.ofSeconds(1))
                .filter(e -> e instanceof Refused refused && refused.reason() == General.BUSY);
    }

    /** Lines that are written at once, after the batch before. */
    private final class Batch {

        private final List<Line> lines = new ArrayList<>();
        private final Mono<Notice> written;
        private @Nullable Batch before;
        private boolean closed;

        Batch(Notice blank, Line first, Instant now, @Nullable Batch before) {
            this.lines.add(first);
            this.before = before;
            this.written = Mono.defer(this::afterTheOneBefore)
                    .then(Mono.defer(() -> write(blank, close(), now)))
                    .doFinally(end -> batches.remove(blank.key(), this))
                    .cache();
        }

        synchronized boolean add(Line line) {
            return !closed && lines.add(line);
        }

        private synchronized List<Line> close() {
            closed = true;
            before = null;
            return lines;
        }

        private synchronized Mono<Void> afterTheOneBefore() {
            return before == null
                    ? Mono.empty()
                    : before.written.onErrorComplete().then();
        }
    }
}
