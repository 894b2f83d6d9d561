package cn.hotline.intake.registration.web;

import static cn.hotline.intake.registration.model.RegistrationRefusal.UNKNOWN_TICKET;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.chassis.Termed;
import cn.hotline.chassis.web.Page;
import cn.hotline.intake.IntakeProperties;
import cn.hotline.intake.codes.Channels;
import cn.hotline.intake.codes.Codes;
import cn.hotline.intake.registration.RegistrationDesk;
import cn.hotline.intake.registration.TicketFilter;
import cn.hotline.intake.registration.TicketOrder;
import cn.hotline.intake.registration.model.Kind;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.registration.model.TicketStatus;
import cn.hotline.intake.registration.web.TicketQueries.TicketQuery;
import cn.hotline.ui.Choice;
import cn.hotline.ui.ClockText;
import cn.hotline.ui.PageLinks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** 来电检索 and 工单详情: finding tickets and reading them. */
@Controller
final class TicketPages {

    private static final Page<TicketView> NOTHING = new Page<>(List.of(), 0, 20, 0);

    private static final Page.Asked FOLLOWERS = new Page.Asked(0, 50);

    private final RegistrationDesk desk;
    private final TicketQueries queries;
    private final TicketViews views;
    private final List<Choice> channels;
    private final List<Choice> counties;
    private final String prefix;
    private final ClockText times;
    private final Clock clock;

    TicketPages(
            RegistrationDesk desk,
            TicketQueries queries,
            TicketViews views,
            Channels channels,
            Codes codes,
            IntakeProperties properties,
            Clock clock) {
        this.desk = desk;
        this.queries = queries;
        this.views = views;
        this.channels = channels.all().stream()
                .map(channel -> Choice.of(channel.code(), channel.term()))
                .toList();
        this.counties = codes.divisions().stream()
                .filter(division -> division.code().length() == 6)
                .map(division -> Choice.of(
                        division.code(),
                        division.name() + (division.until() == null ? "" : "（至 " + division.until() + "）")))
                .toList();
        this.prefix = properties.numberPrefix();
        this.times = new ClockText(clock);
        this.clock = clock;
    }

    /** What is wrong with a query is said above the list, so that it can be put right there. */
    @GetMapping("/tickets")
    Mono<Rendering> search(@ModelAttribute TicketQuery asked) {
        return Mono.defer(() -> views.page(queries.filter(asked), queries.order(asked), asked.part()))
                .map(found -> list(asked, found, null))
                .onErrorResume(Refused.class, refused -> Mono.just(list(asked, NOTHING, sentence(refused))));
    }

    @GetMapping("/tickets/{number}")
    Mono<Rendering> ticket(@PathVariable String number) {
        TicketNumber asked = TicketController.parsed(number);
        return Mono.zip(desk.find(asked).flatMap(views::of), followers(asked), Person.current())
                .map(it -> Rendering.view("pages/intake/ticket")
                        .modelAttribute("ticket", it.getT1())
                        .modelAttribute("steps", Course.of(it.getT1(), times))
                        .modelAttribute("followers", it.getT2())
                        .modelAttribute(
                                "open",
                                it.getT3().is(Role.OPERATOR)
                                        && TicketStatus.valueOf(
                                                        it.getT1().status().code())
                                                .isHandled())
                        .build());
    }

    /** 对照: the ticket beside another one that it may follow. */
    @GetMapping("/tickets/{number}/comparison")
    Mono<Rendering> compare(@PathVariable String number, @RequestParam(defaultValue = "") String master) {
        TicketNumber leader = TicketNumber.read(master, prefix).orElseThrow(() -> new Refused(UNKNOWN_TICKET));
        return Mono.zip(
                        desk.find(TicketController.parsed(number)).flatMap(views::of),
                        desk.find(leader).flatMap(views::of))
                .map(both -> Rendering.view("pages/intake/comparison")
                        .modelAttribute("ticket", both.getT1())
                        .modelAttribute("master", both.getT2())
                        .modelAttribute("lines", Comparison.of(both.getT1(), both.getT2(), times))
                        .build());
    }

    private Mono<Page<TicketView>> followers(TicketNumber master) {
        return views.page(TicketFilter.following(master), TicketOrder.OLDEST_FIRST, FOLLOWERS);
    }

    private Rendering list(TicketQuery asked, Page<TicketView> found, @Nullable String fault) {
        return Rendering.view("pages/intake/tickets")
                .modelAttribute("asked", asked)
                .modelAttribute("tickets", found.items())
                .modelAttribute("total", found.total())
                .modelAttribute("pages", links(asked, found))
                .modelAttribute("fault", fault == null ? "" : fault)
                .modelAttribute("kinds", choices(Kind.values()))
                .modelAttribute("statuses", choices(TicketStatus.values()))
                .modelAttribute("channels", channels)
                .modelAttribute("counties", counties)
                .modelAttribute("today", LocalDate.ofInstant(clock.instant(), ChassisWiring.ZONE))
                .build();
    }

    private static String sentence(Refused refused) {
        return refused.errors().isEmpty()
                ? refused.reason().sentence()
                : refused.errors().stream().map(FieldError::detail).collect(Collectors.joining("；"));
    }

    private static PageLinks links(TicketQuery asked, Page<TicketView> found) {
        return PageLinks.of(
                found.page(), found.size(), found.items().size(), found.total(), "件", page -> address(asked, page));
    }

    private static String address(TicketQuery asked, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        put(address, "q", asked.q());
        put(address, "status", asked.status());
        put(address, "kind", asked.kind());
        put(address, "category", asked.category());
        put(address, "channel", asked.channel());
        put(address, "county", asked.county());
        put(address, "from", asked.from());
        put(address, "to", asked.to());
        put(address, "sort", asked.sort());
        put(address, "size", asked.size());
        return address.queryParam("page", page).encode().toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            address.queryParam(name, value);
        }
    }

    private static List<Choice> choices(Termed... terms) {
        return Stream.of(terms).map(term -> Choice.of(term.name(), term.term())).toList();
    }
}
