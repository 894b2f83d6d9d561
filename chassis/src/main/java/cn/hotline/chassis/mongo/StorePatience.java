package cn.hotline.chassis.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.util.retry.Retry;

/** How an edge waits for a store that is away: for ever, since nothing else would be right. */
public final class StorePatience {

    private static final Logger LOG = LoggerFactory.getLogger(StorePatience.class);

    private StorePatience() {}

    /** A store that is away comes back; a write it will never accept is no reason to wait. */
    public static Retry untilItIsBack() {
        return Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100))
                .maxBackoff(Duration.ofSeconds(5))
                .filter(e -> e instanceof MongoException && !(e instanceof MongoWriteException))
                .doBeforeRetry(retry -> LOG.warn(
                        "The store is away, trying again: {}", retry.failure().toString()));
    }
}
