package cn.hotline.intake.registration.web;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.Termed;
import cn.hotline.intake.codes.Codes;
import cn.hotline.intake.codes.model.Category;
import cn.hotline.intake.codes.model.Division;
import cn.hotline.intake.codes.model.PinyinInitials;
import cn.hotline.intake.registration.CallDesk;
import cn.hotline.intake.registration.RegistrationDesk;
import cn.hotline.intake.registration.model.CallOutcome;
import cn.hotline.intake.registration.model.HazardKind;
import cn.hotline.intake.registration.model.Kind;
import cn.hotline.intake.registration.model.Urgency;
import cn.hotline.ui.Choice;
import cn.hotline.ui.NavigationProperties;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** 受理台: the screen an operator works at while the caller speaks. What it sends has the fields of the API. */
@Controller
final class CallPage {

    /** Outcomes of a call that comes to no ticket. */
    private static final List<Choice> OUTCOMES = choices(Arrays.stream(CallOutcome.values())
            .filter(outcome -> outcome != CallOutcome.TICKETS)
            .toArray(CallOutcome[]::new));

    private final RegistrationDesk desk;
    private final CallDesk calls;
    private final TicketReader ticketReader;
    private final CallReader callReader;
    private final NavigationProperties navigation;
    private final SpokenNumber spoken;
    private final List<Choice> categories;
    private final Codes codes;
    private final Clock clock;

    CallPage(
            RegistrationDesk desk,
            CallDesk calls,
            TicketReader ticketReader,
            CallReader callReader,
            Codes codes,
            NavigationProperties navigation,
            SpokenNumber spoken,
            Clock clock) {
        this.desk = desk;
        this.calls = calls;
        this.ticketReader = ticketReader;
        this.callReader = callReader;
        this.navigation = navigation;
        this.spoken = spoken;
        this.categories = codes.categories().stream()
                .filter(category -> category.parent() != null)
                .map(CallPage::choice)
                .toList();
        this.codes = codes;
        this.clock = clock;
    }

    @GetMapping({"", "/"})
    String start() {
        return "redirect:/call";
    }

    @GetMapping("/call")
    String desk(Model model) {
        model.addAttribute("kinds", choices(Kind.values()));
        model.addAttribute("urgencies", choices(Urgency.values()));
        model.addAttribute("hazardKinds", choices(HazardKind.values()));
        model.addAttribute("outcomes", OUTCOMES);
        model.addAttribute("categories", categories);
        model.addAttribute("divisions", divisions());
        model.addAttribute("routing", navigation.routing());
        return "pages/intake/call";
    }

    /** 登记, answered with the number to read back to the caller. */
    @PostMapping("/call/tickets")
    Mono<Rendering> register(
            @ModelAttribute TicketRequest sent, ServerHttpRequest request, ServerHttpResponse response) {
        String tickets = request.getPath().contextPath().value() + "/tickets/";
        return desk.register(ticketReader.read(sent))
                .doOnNext(opened -> {
                    response.setStatusCode(opened.opened() ? HttpStatus.CREATED : HttpStatus.OK);
                    response.getHeaders()
                            .setLocation(URI.create(
                                    tickets + opened.stored().state().number().value()));
                })
                .map(opened -> Rendering.view("pages/intake/readback")
                        .modelAttribute("read", ReadBack.of(opened.stored().state(), spoken))
                        .build());
    }

    /** 无工单来电. */
    @PostMapping("/call/calls")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<String> recordCall(@ModelAttribute CallRequest sent) {
        return calls.record(callReader.read(sent)).thenReturn("pages/intake/call-recorded");
    }

    private static List<Choice> choices(Termed... terms) {
        return Stream.of(terms)
                .map(term -> new Choice(term.name(), term.term(), PinyinInitials.of(term.term())))
                .toList();
    }

    private static Choice choice(Category category) {
        return new Choice(
                category.code(),
                category.parent() + " / " + category.term(),
                PinyinInitials.of(category.term()) + " "
                        + PinyinInitials.of(category.parent() == null ? "" : category.parent()));
    }

    private List<Choice> divisions() {
        return codes.choices(LocalDate.ofInstant(clock.instant(), ChassisWiring.ZONE))
                .map(this::choice)
                .toList();
    }

    private Choice choice(Division division) {
        String county = codes.division(division.code().substring(0, 6))
                .map(Division::name)
                .orElse("");
        boolean street = division.code().length() > 6;
        return new Choice(
                division.code(),
                street ? county + " / " + division.name() : division.name(),
                PinyinInitials.of(division.name()) + (street ? " " + PinyinInitials.of(county) : ""));
    }
}
