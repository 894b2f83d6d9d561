package cn.hotline.intake.reveal;

import cn.hotline.access.audit.AuditLog;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.IntakeProperties;
import cn.hotline.intake.callers.Callers;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.progress.Progresses;
import cn.hotline.intake.registration.Calls;
import cn.hotline.intake.registration.Tickets;
import cn.hotline.intake.relay.http.GuardedRelayNumbers;
import cn.hotline.intake.reveal.model.BreakGlass;
import cn.hotline.intake.reveal.model.NeededClasses;
import cn.hotline.intake.reveal.model.RevealPolicy;
import cn.hotline.intake.reveal.mongo.MongoBreakGlasses;
import cn.hotline.intake.reveal.mongo.MongoReadings;
import cn.hotline.intake.reveal.web.RevealEdge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 查看来电人. */
@Configuration(proxyBeanMethods = false)
@Import(RevealEdge.class)
public class RevealWiring {

    @Bean
    TicketFiles ticketFiles(Tickets tickets, Calls calls, Progresses progresses) {
        return new TicketFiles(tickets, calls, progresses);
    }

    @Bean
    BreakGlasses breakGlasses(DocumentStore<IntakeEvent> store) {
        return new MongoBreakGlasses(store);
    }

    @Bean
    BreakGlass.Terms breakGlassTerms(IntakeProperties properties) {
        return new BreakGlass.Terms(
                properties.reveal().together(), properties.reveal().open());
    }

    @Bean
    ReadingAlarm readingAlarm(
            DocumentStore<IntakeEvent> store,
            IntakeProperties properties,
            AuditLog audit,
            MeterRegistry meters,
            Clock clock) {
        return new ReadingAlarm(new MongoReadings(store), properties.reveal().usualInAnHour(), audit, meters, clock);
    }

    @Bean
    RevealDesk revealDesk(
            TicketFiles files,
            Callers callers,
            BreakGlasses glasses,
            BreakGlass.Terms glass,
            IntakeProperties properties,
            GuardedRelayNumbers exchange,
            AuditLog audit,
            ReadingAlarm alarm,
            Clock clock) {
        IntakeProperties.Reveal reveal = properties.reveal();
        RevealPolicy policy =
                new RevealPolicy(reveal.liveCall(), new NeededClasses(reveal.doorClasses(), reveal.plateClasses()));
        RevealDesk.Terms terms = new RevealDesk.Terms(policy, glass, reveal.shown());
        return new RevealDesk(files, callers, glasses, exchange::isDown, terms, audit, alarm, clock);
    }

    @Bean
    BreakGlassDesk breakGlassDesk(
            TicketFiles files,
            BreakGlasses glasses,
            BreakGlass.Terms terms,
            AuditLog audit,
            MeterRegistry meters,
            Clock clock) {
        return new BreakGlassDesk(files, glasses, terms, audit, meters, clock);
    }

    @Bean
    ForgettingDesk forgettingDesk(TicketFiles files, Callers callers, AuditLog audit) {
        return new ForgettingDesk(files, callers, audit);
    }
}
