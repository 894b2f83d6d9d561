package cn.hotline.intake.reveal;

import cn.hotline.access.Person;
import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditLog;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.reveal.model.BreakGlass;
import cn.hotline.intake.reveal.model.BreakGlass.Hand;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** 紧急查看: lets two people together see what otherwise only the named may see; the auditor learns of both. */
public final class BreakGlassDesk {

    private final TicketFiles files;
    private final BreakGlasses glasses;
    private final BreakGlass.Terms terms;
    private final AuditLog audit;
    private final Counter broken;
    private final Clock clock;

    public BreakGlassDesk(
            TicketFiles files,
            BreakGlasses glasses,
            BreakGlass.Terms terms,
            AuditLog audit,
            MeterRegistry meters,
            Clock clock) {
        this.files = files;
        this.glasses = glasses;
        this.terms = terms;
        this.audit = audit;
        this.broken = Counter.builder("hotline.break.glass")
                .description("Confidential tickets opened by two people together")
                .register(meters);
        this.clock = clock;
    }

    /** Asks for it, as the first or as the second. */
    public Mono<BreakGlass> reach(TicketNumber number, String reason) {
        return Person.current().flatMap(person -> files.find(number)
                .then(audit.record(new Act("BREAK_GLASS", number.value(), reason)))
                .then(glasses.change(
                        number.value(), glass -> glass.reach(new Hand(person.account(), clock.instant()), terms)))
                .delayUntil(glass -> opened(glass, person)));
    }

    private Mono<Void> opened(BreakGlass glass, Person person) {
        if (!glass.isOpenTo(person.account(), clock.instant(), terms)) {
            return Mono.empty();
        }
        broken.increment();
        return audit.record(new Act(
                "BREAK_GLASS_OPENED",
                glass.number(),
                "两人共同打开：" + glass.first().account() + "、" + glass.second().account()));
    }
}
