package cn.hotline.intake.reveal.web;

import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Termed.Coded;
import cn.hotline.chassis.web.Fields;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.reveal.BreakGlassDesk;
import cn.hotline.intake.reveal.ForgettingDesk;
import cn.hotline.intake.reveal.RevealDesk;
import cn.hotline.intake.reveal.model.BreakGlass;
import cn.hotline.intake.reveal.model.Shown;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 查看来电人 over HTTP. */
@RestController
@RequestMapping("/api/v1/tickets/{number}")
final class RevealController {

    static final int LONGEST_REASON = 200;

    private final RevealDesk desk;
    private final BreakGlassDesk glass;
    private final ForgettingDesk forgetting;
    private final BreakGlass.Terms terms;

    RevealController(RevealDesk desk, BreakGlassDesk glass, ForgettingDesk forgetting, BreakGlass.Terms terms) {
        this.desk = desk;
        this.glass = glass;
        this.forgetting = forgetting;
        this.terms = terms;
    }

    /** 查看. A reason is left out where none is asked. */
    @PostMapping("/reveals")
    Mono<ShownView> reveal(@PathVariable String number, @RequestBody ReasonRequest sent) {
        return desk.reveal(parsed(number), sent.optional()).map(ShownView::of);
    }

    /** 紧急查看: 202 until a second person has asked for it too. */
    @PostMapping("/break-glass")
    Mono<ResponseEntity<GlassView>> breakGlass(@PathVariable String number, @RequestBody ReasonRequest sent) {
        return glass.reach(parsed(number), sent.required()).map(this::shown);
    }

    /** 遗忘来电人: whatever they left opens no more. */
    @PostMapping("/forgetting")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> forget(@PathVariable String number, @RequestBody ReasonRequest sent) {
        return forgetting.forget(parsed(number), sent.required());
    }

    private ResponseEntity<GlassView> shown(BreakGlass reached) {
        return reached.openUntil(terms)
                .map(until -> ResponseEntity.ok(new GlassView(true, until)))
                .orElseGet(() -> ResponseEntity.accepted()
                        .body(new GlassView(false, reached.waitsUntil(terms).orElseThrow())));
    }

    static TicketNumber parsed(String number) {
        Refused.unless(TicketNumber.looksLikeOne(number), RegistrationRefusal.UNKNOWN_TICKET);
        return new TicketNumber(number);
    }

    record ReasonRequest(@Nullable String reason) {

        @Nullable
        String optional() {
            Fields fields = new Fields();
            String read = fields.optional("reason", reason, LONGEST_REASON);
            fields.refuseFaults();
            return read;
        }

        String required() {
            Fields fields = new Fields();
            String read = fields.required("reason", reason, LONGEST_REASON);
            fields.refuseFaults();
            return read;
        }
    }

    /**
     * @param open whether it is open already; else somebody else has to ask for it too
     * @param until it is open, or the second person may join
     */
    record GlassView(boolean open, Instant until) {}

    record ShownView(
            String number,
            Coded grounds,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String account,
            @Nullable String place,
            @Nullable String title,
            String content,
            @Nullable String answer,
            @Nullable String reason,
            List<String> supplements,
            Instant until,
            String watermark) {

        static ShownView of(Shown shown) {
            return new ShownView(
                    shown.number(),
                    Coded.of(shown.grounds()),
                    shown.name(),
                    shown.phone(),
                    shown.account(),
                    shown.place(),
                    shown.title(),
                    shown.content(),
                    shown.answer(),
                    shown.reason(),
                    shown.supplements(),
                    shown.until(),
                    shown.watermark());
        }
    }
}
