package cn.hotline.intake.registration.web;

import cn.hotline.chassis.ChassisRefusal;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.chassis.web.Fields;
import cn.hotline.intake.registration.CallDesk;
import cn.hotline.intake.registration.Tickets;
import cn.hotline.intake.registration.model.Call;
import cn.hotline.intake.registration.model.CallOutcome;
import cn.hotline.intake.registration.model.TicketNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls over HTTP. */
@RestController
@RequestMapping("/api/v1/calls")
public final class CallController {

    private static final int MOST_TICKETS = 20;

    private final CallDesk desk;
    private final Tickets tickets;
    private final Clock clock;

    CallController(CallDesk desk, Tickets tickets, Clock clock) {
        this.desk = desk;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** 来电记录. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Recorded> record(@RequestBody CallRequest request) {
        Fields fields = new Fields();
        String line = fields.optional("line", request.line(), 50);
        CallOutcome outcome = fields.requiredCode("outcome", request.outcome(), CallOutcome.class);
        String note = fields.optional("note", request.note(), 4_000);
        Instant startedAt = startedAt(fields, request.startedAt());
        Instant endedAt = request.endedAt() == null ? null : request.endedAt().truncatedTo(ChronoUnit.MILLIS);
        fields.check(endedAt == null || !endedAt.isBefore(startedAt), "endedAt", "通话结束时间不能早于开始时间");
        List<String> numbers = request.tickets() == null ? List.of() : request.tickets();
        fields.check(numbers.size() <= MOST_TICKETS, "tickets", "一次来电最多关联 " + MOST_TICKETS + " 张工单");
        fields.refuseFaults();
        return ticketsAreKnown(numbers)
                .then(Mono.defer(
                        () -> desk.record(id -> new Call(id, line, startedAt, endedAt, outcome, numbers, note))))
                .map(call -> new Recorded(call.callId()));
    }

    private Instant startedAt(Fields fields, @Nullable Instant sent) {
        Instant now = clock.instant();
        fields.check(sent != null, "startedAt", "请填写通话开始时间");
        Instant startedAt = sent == null ? now : sent.truncatedTo(ChronoUnit.MILLIS);
        fields.check(!startedAt.isAfter(now.plus(Duration.ofMinutes(5))), "startedAt", "通话开始时间不能晚于现在");
        fields.check(!startedAt.isBefore(now.minus(Duration.ofDays(7))), "startedAt", "通话开始时间最多早于现在 7 天");
        return startedAt;
    }

    private Mono<Void> ticketsAreKnown(List<String> numbers) {
        return Flux.fromIterable(numbers)
                .filterWhen(number -> TicketNumber.looksLikeOne(number)
                        ? tickets.find(new TicketNumber(number)).hasElement().map(found -> !found)
                        : Mono.just(true))
                .next()
                .flatMap(unknown -> Mono.error(new Refused(
                        ChassisRefusal.INVALID,
                        List.of(new FieldError("tickets", "没有工单 " + Fields.shortened(unknown))))));
    }

    record CallRequest(
            @Nullable String line,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            @Nullable List<String> tickets,
            @Nullable String note) {}

    record Recorded(String callId) {}
}
