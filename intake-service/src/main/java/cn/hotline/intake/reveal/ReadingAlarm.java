package cn.hotline.intake.reveal;

import cn.hotline.access.Person;
import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import reactor.core.publisher.Mono;

/**
 * 异常查看: notices who looks far more often than their work needs. It stops nobody: it is told to the auditor, and
 * counted where alarms are made.
 */
public final class ReadingAlarm {

    private final Readings readings;
    private final long usual;
    private final AuditLog audit;
    private final Counter unusual;
    private final Clock clock;

    /** @param usual how often somebody may look within an hour */
    public ReadingAlarm(Readings readings, long usual, AuditLog audit, MeterRegistry meters, Clock clock) {
        this.readings = readings;
        this.usual = usual;
        this.audit = audit;
        this.unusual = Counter.builder("hotline.reveals.unusual")
                .description("Looks at callers beyond what is usual for one person in an hour")
                .register(meters);
        this.clock = clock;
    }

    /** One more look of this person. */
    Mono<Void> count(Person person) {
        return readings.count(person.account(), clock.instant())
                .filter(times -> times > usual)
                .doOnNext(times -> unusual.increment())
                .filter(times -> (times - 1) % usual == 0)
                .flatMap(times -> audit.record(new Act(
                        "UNUSUAL_READING", person.account(), "一小时内查看来电人资料 " + times + " 次，超过 " + usual + " 次")));
    }
}
