package cn.hotline.routing.roster.web;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.roster.RosterDesk;
import cn.hotline.routing.roster.model.Duty;
import cn.hotline.routing.roster.model.Duty.Swap;
import cn.hotline.routing.roster.model.Duty.Weekday;
import cn.hotline.routing.roster.model.Member;
import cn.hotline.routing.roster.model.Roster;
import cn.hotline.routing.roster.model.Roster.Present;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Post;
import cn.hotline.routing.units.model.Unit;
import cn.hotline.ui.Choice;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** 人员与值班: a unit's heads and deputies keep it, its clerks and the hotline read it. */
@Controller
@RequestMapping("/roster")
public final class RosterPages {

    private static final String PAGE = "pages/routing/roster";
    private static final int EMPTY_ROWS = 2;
    private static final List<Choice> POSTS = Arrays.stream(Post.values())
            .map(post -> Choice.of(post.name(), post.term()))
            .toList();

    private final RosterDesk desk;
    private final RosterAccess access;
    private final List<Choice> units;
    private final Clock clock;

    RosterPages(RosterDesk desk, Units units, Clock clock) {
        this.desk = desk;
        this.access = new RosterAccess(units);
        this.units = units.all().stream()
                .filter(unit -> unit.existsOn(LocalDate.now(clock)))
                .map(unit -> Choice.of(unit.code(), unit.name()))
                .toList();
        this.clock = clock;
    }

    /** Of the unit asked for; the hotline's people begin with the first. */
    @GetMapping
    Mono<Rendering> page(@RequestParam(defaultValue = "") String unit) {
        return Person.current().flatMap(person -> {
            boolean first = unit.isBlank() && !person.is(Role.UNIT);
            Unit asked = access.read(first ? units.get(0).code() : unit, person);
            return desk.of(asked.code())
                    .map(roster -> shown(null, person, asked, roster).build());
        });
    }

    @PostMapping
    Mono<Rendering> replace(
            @RequestParam(defaultValue = "") String unit, @RequestParam long version, ServerWebExchange exchange) {
        return Person.current().flatMap(person -> {
            Unit asked = access.write(unit, person);
            return exchange.getFormData()
                    .map(RosterForm::new)
                    .flatMap(form -> kept(form, asked, version, person))
                    .map(roster -> shown("roster", person, asked, roster)
                            .modelAttribute("words", "人员与值班已保存。")
                            .build());
        });
    }

    private Mono<Roster> kept(RosterForm form, Unit unit, long version, Person person) {
        return Mono.fromSupplier(() -> RosterRequests.plan(form.request()))
                .flatMap(plan -> desk.replace(unit.code(), version, plan, person.account(), person.name()))
                .onErrorMap(Refused.class, form::placed);
    }

    private Rendering.Builder<?> shown(@Nullable String fragment, Person person, Unit unit, Roster roster) {
        boolean keeps = access.keeps(person);
        int empty = keeps ? EMPTY_ROWS : 0;
        LocalDate today = LocalDate.now(clock);
        Duty duty = roster.duty();
        return Rendering.view(fragment == null ? PAGE : PAGE + " :: " + fragment)
                .modelAttribute("unit", unit)
                .modelAttribute("units", person.is(Role.UNIT) ? List.of() : units)
                .modelAttribute("keeps", keeps)
                .modelAttribute("version", roster.edition())
                .modelAttribute("edited", Optional.ofNullable(roster.edited()))
                .modelAttribute("covered", roster.takesEmergencies())
                .modelAttribute(
                        "onDuty", roster.onDuty(today).map(Present::words).orElse(""))
                .modelAttribute("posts", POSTS)
                .modelAttribute("people", rows(roster.people(), empty))
                .modelAttribute(
                        "names",
                        roster.people().stream().map(RosterPages::choice).toList())
                .modelAttribute("leaves", rows(roster.leaves(), empty))
                .modelAttribute("phone", duty == null ? "" : duty.phone())
                .modelAttribute("week", week(duty))
                .modelAttribute("swaps", rows(duty == null ? List.<Swap>of() : duty.swaps(), empty));
    }

    private static Choice choice(Member member) {
        return Choice.of(member.account(), member.name() + "（" + member.post().term() + "）");
    }

    /** With rows to write into behind them. */
    private static <T> List<Optional<T>> rows(List<T> filled, int empty) {
        return Stream.concat(
                        filled.stream().map(Optional::of),
                        IntStream.range(0, empty).mapToObj(row -> Optional.<T>empty()))
                .toList();
    }

    private static List<DayView> week(@Nullable Duty duty) {
        return Arrays.stream(DayOfWeek.values())
                .map(day ->
                        new DayView(day.getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE), account(duty, day)))
                .toList();
    }

    private static String account(@Nullable Duty duty, DayOfWeek day) {
        return Stream.ofNullable(duty)
                .flatMap(table -> table.week().stream())
                .filter(one -> one.day() == day)
                .map(Weekday::account)
                .findFirst()
                .orElse("");
    }

    /** One day of the usual week, with the account of who is on duty. */
    record DayView(String term, String account) {}
}
