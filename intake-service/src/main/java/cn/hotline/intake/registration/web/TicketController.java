package cn.hotline.intake.registration.web;

import cn.hotline.chassis.Aggregates.Opened;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.chassis.Termed.Coded;
import cn.hotline.chassis.web.Page;
import cn.hotline.intake.registration.NewTicket;
import cn.hotline.intake.registration.RegistrationDesk;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.registration.web.TicketQueries.TicketQuery;
import cn.hotline.intake.registration.web.TicketRequest.CorrectionRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tickets over HTTP. */
@RestController
@RequestMapping("/api/v1/tickets")
final class TicketController {

    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");

    private final RegistrationDesk desk;
    private final TicketReader reader;
    private final TicketQueries queries;
    private final TicketViews views;

    TicketController(RegistrationDesk desk, TicketReader reader, TicketQueries queries, TicketViews views) {
        this.desk = desk;
        this.reader = reader;
        this.queries = queries;
        this.views = views;
    }

    /** 登记: 201 with the new ticket, or 200 with the ticket this message already is. */
    @PostMapping
    Mono<ResponseEntity<Registered>> register(@RequestBody TicketRequest sent, ServerHttpRequest request) {
        NewTicket asked = reader.read(sent);
        return desk.register(asked).map(opened -> registered(opened, request));
    }

    /** 更正, on the version in {@code If-Match}. */
    @PutMapping("/{number}")
    Mono<ResponseEntity<TicketView>> correct(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CorrectionRequest sent) {
        TicketNumber ticket = parsed(number);
        long version = versionOf(ifMatch);
        String reason = reader.reason(sent);
        return desk.correct(ticket, version, matter -> reader.correct(sent, matter), reason)
                .flatMap(views::of)
                .map(TicketController::shown);
    }

    @GetMapping("/{number}")
    Mono<ResponseEntity<TicketView>> ticket(@PathVariable String number) {
        return desk.find(parsed(number)).flatMap(views::of).map(TicketController::shown);
    }

    /** Newest first, unless asked otherwise. */
    @GetMapping
    Mono<Page<TicketView>> list(@ModelAttribute TicketQuery asked) {
        return views.page(queries.filter(asked), queries.order(asked), asked.part());
    }

    /** @throws Refused as unknown, for whatever is no ticket number */
    static TicketNumber parsed(String number) {
        Refused.unless(TicketNumber.looksLikeOne(number), RegistrationRefusal.UNKNOWN_TICKET);
        return new TicketNumber(number);
    }

    private static ResponseEntity<Registered> registered(Opened<Ticket> opened, ServerHttpRequest request) {
        Ticket ticket = opened.stored().state();
        String number = ticket.number().value();
        return ResponseEntity.status(opened.opened() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create(request.getPath().contextPath().value() + "/api/v1/tickets/" + number))
                .eTag(Long.toString(ticket.edition()))
                .body(new Registered(
                        number, Coded.of(ticket.status()), ticket.registration().at(), ticket.edition()));
    }

    private static ResponseEntity<TicketView> shown(TicketView ticket) {
        return ResponseEntity.ok().eTag(Long.toString(ticket.version())).body(ticket);
    }

    private static long versionOf(@Nullable String ifMatch) {
        Matcher version = VERSION.matcher(ifMatch == null ? "" : ifMatch);
        if (!version.matches()) {
            throw new Refused(General.INVALID, List.of(new FieldError("If-Match", "更正时请带上所看到的版本号，如 If-Match: \"1\"")));
        }
        return Long.parseLong(version.group(1));
    }

    record Registered(String number, Coded status, Instant registeredAt, long version) {}
}
