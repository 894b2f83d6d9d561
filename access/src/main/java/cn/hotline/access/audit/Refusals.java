package cn.hotline.access.audit;

import cn.hotline.access.audit.model.Who;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Requests that were refused for lack of rights: the first few of a minute of each asker one by one, the rest of them
 * as a number when the minute is over, so that somebody who tries a million addresses does not drown the log. Thread-safe.
 */
public final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int ONE_BY_ONE = 20;
    private static final int ONE_BY_ONE_IN_ALL = 300;
    private static final int MOST_ASKERS = 1_000;

    private final AuditWriter writer;
    private final Clock clock;
    private Map<String, Asker> askers = new HashMap<>();
    private Instant began = Instant.MIN;
    private int inAll;
    private long beyond;

    public Refusals(AuditWriter writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** Notes the refusal, or counts it. A log that cannot be written keeps nobody from being refused. */
    public Mono<Void> note(Who who, Act act) {
        return Mono.defer(() -> (isMinuteOver() ? summary() : Mono.<Void>empty())
                .then(Mono.defer(() -> admit(who) ? writer.denied(who, act) : Mono.empty()))
                .doOnError(e -> LOG.warn("A refusal was not written down: {}", e.toString()))
                .onErrorComplete());
    }

    /** Writes down how many more there were in the minute that is over. */
    public Mono<Void> summary() {
        return Flux.defer(() -> Flux.fromIterable(next()))
                .concatMap(asker -> writer.denied(
                        asker.who, new Act("MORE_REFUSED", "", "一分钟内另有 " + asker.counted + " 次未获准的请求，未逐条记录")))
                .then();
    }

    private synchronized boolean isMinuteOver() {
        return began.isBefore(clock.instant().minus(MINUTE));
    }

    private synchronized boolean admit(Who who) {
        String key = who.account().isEmpty() ? who.address() : who.tenant() + " " + who.account();
        Asker asker = askers.get(key);
        if (asker == null) {
            asker = new Asker(who);
            if (askers.size() < MOST_ASKERS) {
                askers.put(key, asker);
            } else {
                beyond++;
                return false;
            }
        }
        if (++asker.asked > ONE_BY_ONE || inAll >= ONE_BY_ONE_IN_ALL) {
            asker.counted++;
            return false;
        }
        inAll++;
        return true;
    }

    private synchronized Iterable<Asker> next() {
        if (beyond > 0) {
            LOG.warn("{} refusals of further askers were not counted one by one", beyond);
        }
        var counted =
                askers.values().stream().filter(asker -> asker.counted > 0).toList();
        askers = new HashMap<>();
        began = clock.instant();
        inAll = 0;
        beyond = 0;
        return counted;
    }

    private static final class Asker {

        private final Who who;
        private int asked;
        private long counted;

        Asker(Who who) {
            this.who = who;
        }
    }
}
