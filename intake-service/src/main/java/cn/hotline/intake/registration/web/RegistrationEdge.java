package cn.hotline.intake.registration.web;

import cn.hotline.intake.IntakeProperties;
import cn.hotline.intake.codes.Channels;
import cn.hotline.intake.codes.Codes;
import cn.hotline.intake.progress.Progresses;
import cn.hotline.intake.registration.Tickets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 登记 over HTTP: its controllers and what they read and draw with. */
@Configuration(proxyBeanMethods = false)
@Import({
    TicketController.class,
    SequelController.class,
    CallController.class,
    CallerController.class,
    CodeListController.class,
    CallPage.class,
    TicketPages.class,
    SequelPages.class
})
public class RegistrationEdge {

    @Bean
    TicketReader ticketReader(Channels channels, Codes codes, Clock clock) {
        return new TicketReader(channels, codes, clock);
    }

    @Bean
    TicketQueries ticketQueries(Channels channels, Codes codes, IntakeProperties properties, Clock clock) {
        return new TicketQueries(channels, codes, properties.numberPrefix(), clock);
    }

    @Bean
    TicketViews ticketViews(Tickets tickets, Progresses progresses, Channels channels, Codes codes) {
        return new TicketViews(tickets, progresses, channels, codes);
    }

    @Bean
    SpokenNumber spokenNumber(IntakeProperties properties) {
        return new SpokenNumber(properties.spokenDigits());
    }

    @Bean
    CallReader callReader(Clock clock) {
        return new CallReader(clock);
    }
}
