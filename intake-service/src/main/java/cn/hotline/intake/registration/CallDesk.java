package cn.hotline.intake.registration;

import cn.hotline.chassis.Aggregates.Opened;
import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.intake.registration.model.Call;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 来电登记: calls as records of their own. */
public final class CallDesk {

    private final Calls calls;
    private final Tickets tickets;
    private final Numbers numbers;
    private final Ownership ownership;
    private final Clock clock;

    public CallDesk(Calls calls, Tickets tickets, Numbers numbers, Ownership ownership, Clock clock) {
        this.calls = calls;
        this.tickets = tickets;
        this.numbers = numbers;
        this.ownership = ownership;
        this.clock = clock;
    }

    /**
     * Records a call under a new id; the same command again finds the call it recorded.
     *
     * @param named the call, once it has its id
     */
    public Mono<Call> record(Function<String, Call> named) {
        return numbers.nextCall()
                .flatMap(ownership::ofCommand)
                .map(named)
                .delayUntil(call -> ticketsAreKnown(call.tickets()))
                .flatMap(call -> calls.open(call.record(clock.instant())))
                .map(Opened::stored)
                .map(stored -> stored.state());
    }

    private Mono<Void> ticketsAreKnown(List<String> numbers) {
        return Flux.fromIterable(numbers).concatMap(this::ticketIsKnown).then();
    }

    private Mono<Void> ticketIsKnown(String number) {
        return Mono.just(number)
                .filter(TicketNumber::looksLikeOne)
                .map(TicketNumber::new)
                .flatMap(tickets::find)
                .switchIfEmpty(Mono.error(
                        new Refused(General.INVALID, List.of(new FieldError("tickets", "没有工单 " + shortened(number))))))
                .then();
    }

    private static String shortened(String sent) {
        String number = PersonalData.mask(sent);
        return number.length() <= 20 ? number : number.substring(0, 20) + "…";
    }
}
