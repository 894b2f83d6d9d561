package cn.hotline.intake.registration.web;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.intake.registration.CallDesk;
import cn.hotline.intake.registration.SequelDesk;
import cn.hotline.intake.registration.model.Call;
import cn.hotline.intake.registration.model.CallOutcome;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.registration.web.TicketRequest.SupplementRequest;
import cn.hotline.intake.registration.web.TicketRequest.UrgeRequest;
import cn.hotline.intake.registration.web.TicketRequest.WithdrawalRequest;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** 再来电 from the page of a ticket, and from the call desk while the caller speaks. */
@Controller
final class SequelPages {

    private final SequelDesk desk;
    private final CallDesk calls;
    private final TicketReader reader;
    private final CallReader callReader;

    SequelPages(SequelDesk desk, CallDesk calls, TicketReader reader, CallReader callReader) {
        this.desk = desk;
        this.calls = calls;
        this.reader = reader;
        this.callReader = callReader;
    }

    @PostMapping("/tickets/{number}/supplements")
    Mono<Rendering> supplement(@PathVariable String number, @ModelAttribute SequelForm sent) {
        SupplementRequest.Read read = reader.read(new SupplementRequest(sent.content(), sent.attachments()));
        return desk.supplement(TicketController.parsed(number), read.content(), read.attachments())
                .map(SequelPages::page);
    }

    @PostMapping("/tickets/{number}/urges")
    Mono<Rendering> urge(@PathVariable String number, @ModelAttribute UrgeRequest sent) {
        return desk.urge(TicketController.parsed(number), reader.read(sent)).map(SequelPages::page);
    }

    @PostMapping("/tickets/{number}/withdrawal")
    Mono<Rendering> withdraw(@PathVariable String number, @ModelAttribute WithdrawalForm sent) {
        String reason = reader.read(new WithdrawalRequest(sent.withdrawalReason()));
        return desk.withdraw(TicketController.parsed(number), reason).map(SequelPages::page);
    }

    /**
     * 就此事再来电: adds to a ticket or presses for it, and records the call. The call names no ticket: those it names
     * came of it. Answered with its id, as a ticket registered afterwards belongs to it.
     */
    @PostMapping("/call/again")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Rendering> again(@ModelAttribute AgainForm sent) {
        TicketNumber number = TicketController.parsed(sent.number() == null ? "" : sent.number());
        Function<String, Call> call = callReader.read(new CallRequest(
                null, sent.startedAt(), null, CallOutcome.PROGRESS.name(), null, "就 " + number.value() + " 再来电"));
        return again(number, sent).then(calls.record(call)).map(made -> Rendering.view("pages/intake/again")
                .modelAttribute("number", number.value())
                .modelAttribute("callId", made.callId())
                .modelAttribute("urged", sent.isUrge())
                .build());
    }

    private Mono<Ticket> again(TicketNumber number, AgainForm sent) {
        if (sent.isUrge()) {
            return desk.urge(number, reader.read(new UrgeRequest(sent.said())));
        }
        SupplementRequest.Read read = reader.read(new SupplementRequest(sent.said(), List.of()));
        return desk.supplement(number, read.content(), read.attachments());
    }

    private static Rendering page(Ticket ticket) {
        return Rendering.redirectTo("/tickets/" + ticket.number().value()).build();
    }

    record SequelForm(@Nullable String content, @Nullable List<@Nullable String> attachments) {}

    record WithdrawalForm(@Nullable String withdrawalReason) {}

    /**
     * @param act {@code SUPPLEMENT} or {@code URGE}
     * @param startedAt when the call began
     */
    record AgainForm(
            @Nullable String number,
            @Nullable String act,
            @Nullable String said,
            @Nullable Instant startedAt) {

        boolean isUrge() {
            if ("URGE".equals(act) || "SUPPLEMENT".equals(act)) {
                return "URGE".equals(act);
            }
            throw new Refused(General.INVALID, List.of(new FieldError("act", "请选择补充或催办")));
        }
    }
}
