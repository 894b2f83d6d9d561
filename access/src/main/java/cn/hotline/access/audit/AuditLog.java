package cn.hotline.access.audit;

import reactor.core.publisher.Mono;

/** Where acts are written down. Thread-safe. */
public interface AuditLog {

    /**
     * Writes an act of the signed-in person. Completes when it is durable: whoever shows personal data shows it after
     * that, and not at all when this fails.
     */
    Mono<Void> record(Act act);
}
