package cn.hotline.intake.registration.web;

import cn.hotline.chassis.Aggregates.Opened;
import cn.hotline.chassis.ChassisRefusal;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.chassis.Versioned;
import cn.hotline.chassis.web.Coded;
import cn.hotline.chassis.web.Fields;
import cn.hotline.chassis.web.Page;
import cn.hotline.intake.callers.CallerTokens;
import cn.hotline.intake.codes.Channels;
import cn.hotline.intake.codes.Codes;
import cn.hotline.intake.progress.Progresses;
import cn.hotline.intake.progress.model.Progress;
import cn.hotline.intake.registration.CallDesk;
import cn.hotline.intake.registration.NewTicket;
import cn.hotline.intake.registration.RegistrationDesk;
import cn.hotline.intake.registration.TicketFilter;
import cn.hotline.intake.registration.Tickets;
import cn.hotline.intake.registration.model.Kind;
import cn.hotline.intake.registration.model.RegistrationRefusal;
import cn.hotline.intake.registration.model.Ticket;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.registration.model.TicketStatus;
import cn.hotline.intake.registration.web.TicketReader.CorrectionRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tickets over HTTP. */
@RestController
@RequestMapping("/api/v1")
public final class TicketController {

    private final RegistrationDesk desk;
    private final CallDesk calls;
    private final Tickets tickets;
    private final Progresses progresses;
    private final CallerTokens callers;
    private final TicketReader reader;
    private final Channels channels;
    private final Codes codes;

    TicketController(
            RegistrationDesk desk,
            CallDesk calls,
            Tickets tickets,
            Progresses progresses,
            CallerTokens callers,
            Channels channels,
            Codes codes,
            Clock clock) {
        this.desk = desk;
        this.calls = calls;
        this.tickets = tickets;
        this.progresses = progresses;
        this.callers = callers;
        this.reader = new TicketReader(channels, codes, clock);
        this.channels = channels;
        this.codes = codes;
    }

    /** 登记: 201 with the new ticket, or 200 with the ticket this message already is. */
    @PostMapping("/tickets")
    Mono<ResponseEntity<Registered>> register(@RequestBody TicketRequest request) {
        NewTicket asked = reader.read(request);
        return callIsKnown(asked).then(Mono.defer(() -> desk.register(asked))).map(TicketController::registered);
    }

    /** 更正, on the version in {@code If-Match}. */
    @PutMapping("/tickets/{number}")
    Mono<ResponseEntity<TicketView>> correct(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CorrectionRequest request) {
        String reason = reader.reason(request.reason());
        return desk.correct(parsed(number), versionOf(ifMatch), matter -> reader.correct(request, matter), reason)
                .flatMap(this::shown);
    }

    @GetMapping("/tickets/{number}")
    Mono<ResponseEntity<TicketView>> ticket(@PathVariable String number) {
        return desk.find(parsed(number)).flatMap(this::shown);
    }

    /** Newest first. Words are sought in title and content of the days asked for, the last seven by default. */
    @GetMapping("/tickets")
    Mono<Page<TicketView>> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String county,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        Fields fields = new Fields();
        String text = fields.optional("q", q, 50);
        fields.check(text == null || text.strip().codePointCount(0, text.strip().length()) >= 2, "q", "请至少输入两个字");
        TicketFilter filter = new TicketFilter(
                text,
                fields.code("status", status, TicketStatus.class),
                fields.code("kind", kind, Kind.class),
                blankToNull(category),
                blankToNull(channel),
                blankToNull(county),
                null,
                from != null
                        ? startOf(from)
                        : text == null || TicketNumber.looksLikeOne(text.strip())
                                ? null
                                : startOf(LocalDate.now(ChassisWiring.ZONE).minusDays(6)),
                to == null ? null : startOf(to.plusDays(1)));
        fields.refuseFaults();
        return page(filter, new Page.Asked(page, size));
    }

    /** 来电查询: what is known of a number, masked. The number travels in the body, never in an address. */
    @PostMapping("/caller-lookups")
    Mono<CallerLookup> lookUp(@RequestBody PhoneRequest request) {
        Fields fields = new Fields();
        String phone = fields.required("phone", request.phone(), 20);
        fields.refuseFaults();
        return callers.tokenOf(phone.replaceAll("[ \\-]", ""))
                .flatMap(token -> page(TicketFilter.ofCaller(token), new Page.Asked(0, 20)))
                .map(found -> new CallerLookup(
                        found.items().isEmpty() ? null : found.items().get(0).caller(), found.items(), found.total()));
    }

    private Mono<Page<TicketView>> page(TicketFilter filter, Page.Asked asked) {
        return Mono.zip(
                tickets.list(filter, asked.skip(), asked.size()).collectList().flatMap(this::views),
                tickets.count(filter),
                (items, total) -> new Page<>(items, asked.page(), asked.size(), total));
    }

    private Mono<List<TicketView>> views(List<Versioned<Ticket>> found) {
        List<String> numbers =
                found.stream().map(stored -> stored.state().number().value()).toList();
        return progresses.find(numbers).map(progress -> found.stream()
                .map(stored -> TicketView.of(
                        stored, progress.getOrDefault(stored.state().number().value(), Progress.NONE), channels, codes))
                .toList());
    }

    private Mono<ResponseEntity<TicketView>> shown(Versioned<Ticket> stored) {
        return progresses.find(stored.state().number().value()).map(progress -> ResponseEntity.ok()
                .eTag(Long.toString(stored.version()))
                .body(TicketView.of(stored, progress, channels, codes)));
    }

    private Mono<Void> callIsKnown(NewTicket asked) {
        String callId = asked.arrival().callId();
        return callId == null
                ? Mono.empty()
                : calls.knows(callId)
                        .flatMap(known -> known
                                ? Mono.empty()
                                : Mono.error(new Refused(
                                        ChassisRefusal.INVALID, List.of(new FieldError("callId", "没有这个来电记录")))));
    }

    private static ResponseEntity<Registered> registered(Opened<Ticket> opened) {
        Ticket ticket = opened.stored().state();
        String number = ticket.number().value();
        return ResponseEntity.status(opened.opened() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/intake/api/v1/tickets/" + number))
                .eTag(Long.toString(opened.stored().version()))
                .body(new Registered(
                        number,
                        Coded.of(ticket.status()),
                        ticket.registeredAt(),
                        opened.stored().version()));
    }

    private static TicketNumber parsed(String number) {
        Refused.unless(TicketNumber.looksLikeOne(number), RegistrationRefusal.UNKNOWN_TICKET);
        return new TicketNumber(number);
    }

    private static long versionOf(@Nullable String ifMatch) {
        String digits = ifMatch == null ? "" : ifMatch.replaceAll("[^0-9]", "");
        if (digits.isEmpty() || digits.length() > 18) {
            throw new Refused(
                    ChassisRefusal.INVALID, List.of(new FieldError("If-Match", "更正时请带上所看到的版本号，如 If-Match: \"1\"")));
        }
        return Long.parseLong(digits);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ChassisWiring.ZONE).toInstant();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    record Registered(String number, Coded status, Instant registeredAt, long version) {}

    record PhoneRequest(@Nullable String phone) {}

    record CallerLookup(TicketView.@Nullable CallerView caller, List<TicketView> tickets, long total) {}
}
