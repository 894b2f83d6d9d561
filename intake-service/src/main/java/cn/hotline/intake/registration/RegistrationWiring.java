package cn.hotline.intake.registration;

import cn.hotline.chassis.mongo.Claims;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.IntakeProperties;
import cn.hotline.intake.callers.Callers;
import cn.hotline.intake.codes.Channels;
import cn.hotline.intake.codes.Codes;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.registration.mongo.ClaimedNumbers;
import cn.hotline.intake.registration.mongo.MongoCalls;
import cn.hotline.intake.registration.mongo.MongoNumbers;
import cn.hotline.intake.registration.mongo.MongoTickets;
import cn.hotline.intake.registration.web.RegistrationEdge;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 登记 and what it stands on: code lists, ticket numbers. */
@Configuration(proxyBeanMethods = false)
@Import(RegistrationEdge.class)
public class RegistrationWiring {

    @Bean
    Tickets tickets(DocumentStore<IntakeEvent> store) {
        return new MongoTickets(store);
    }

    @Bean
    Calls calls(DocumentStore<IntakeEvent> store) {
        return new MongoCalls(store);
    }

    @Bean
    Numbers numbers(DocumentStore<IntakeEvent> store, IntakeProperties properties, Clock clock) {
        return new MongoNumbers(store, properties.numberPrefix(), clock);
    }

    @Bean
    Ownership ownership(Claims claims) {
        return new ClaimedNumbers(claims);
    }

    @Bean
    RegistrationDesk registrationDesk(
            Tickets tickets,
            Calls calls,
            Numbers numbers,
            Ownership ownership,
            Callers callers,
            Uploads uploads,
            Clock clock) {
        return new RegistrationDesk(tickets, calls, numbers, ownership, callers, uploads, clock);
    }

    @Bean
    SequelDesk sequelDesk(Tickets tickets, Callers callers, Uploads uploads, Clock clock) {
        return new SequelDesk(tickets, callers, uploads, clock);
    }

    @Bean
    CallDesk callDesk(Calls calls, Tickets tickets, Numbers numbers, Ownership ownership, Clock clock) {
        return new CallDesk(calls, tickets, numbers, ownership, clock);
    }

    @Bean
    Channels channels() {
        return new Channels();
    }

    @Bean
    Codes codes() {
        return new Codes();
    }
}
