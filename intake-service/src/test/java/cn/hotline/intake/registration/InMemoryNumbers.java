package cn.hotline.intake.registration;

import cn.hotline.intake.registration.model.TicketNumber;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;

/** Numbers of 2024-06-18, from 1. */
public final class InMemoryNumbers implements Numbers {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 18);

    private final AtomicLong last = new AtomicLong();

    @Override
    public Mono<TicketNumber> nextTicket() {
        return Mono.fromSupplier(() -> TicketNumber.of("XN", DAY, last.incrementAndGet()));
    }

    @Override
    public Mono<String> nextCall() {
        return nextTicket().map(number -> "C" + number.value());
    }
}
