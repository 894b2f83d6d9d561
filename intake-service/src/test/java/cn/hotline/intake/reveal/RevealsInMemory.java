package cn.hotline.intake.reveal;

import static cn.hotline.intake.Story.CLOCK;

import cn.hotline.intake.registration.InMemoryIntake;
import cn.hotline.intake.reveal.model.BreakGlass;
import cn.hotline.intake.reveal.model.NeededClasses;
import cn.hotline.intake.reveal.model.RevealPolicy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The desks of 查看来电人 over ports in memory; doors are shown in housing, three looks an hour are usual. */
public final class RevealsInMemory {

    public static final BreakGlass.Terms GLASS = new BreakGlass.Terms(Duration.ofMinutes(15), Duration.ofMinutes(30));

    public final InMemoryIntake intake = new InMemoryIntake();
    public final RecordedAudit audit = new RecordedAudit();
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final Map<String, Long> readings = new HashMap<>();
    public boolean relayIsDown;

    private final InMemoryBreakGlasses glasses = new InMemoryBreakGlasses();
    private final TicketFiles files = new TicketFiles(intake.tickets, intake.calls, intake.progresses);

    public final BreakGlassDesk breakGlass = new BreakGlassDesk(files, glasses, GLASS, audit, meters, CLOCK);
    public final ForgettingDesk forgetting = new ForgettingDesk(files, intake.callers, audit);
    public final RevealDesk desk = new RevealDesk(
            files,
            intake.callers,
            glasses,
            () -> relayIsDown,
            new RevealDesk.Terms(
                    new RevealPolicy(Duration.ofMinutes(30), new NeededClasses(Set.of("HC"), Set.of())),
                    GLASS,
                    Duration.ofMinutes(5)),
            audit,
            new ReadingAlarm(
                    (account, at) -> Mono.fromSupplier(() -> readings.merge(account, 1L, Long::sum)),
                    3,
                    audit,
                    meters,
                    CLOCK),
            CLOCK);
}
