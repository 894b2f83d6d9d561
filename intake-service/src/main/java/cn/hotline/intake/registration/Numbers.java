package cn.hotline.intake.registration;

import cn.hotline.intake.registration.model.TicketNumber;
import reactor.core.publisher.Mono;

/** Gives out ticket numbers and call ids. Numbers may be skipped but never come twice. */
public interface Numbers {

    Mono<TicketNumber> nextTicket();

    Mono<String> nextCall();
}
