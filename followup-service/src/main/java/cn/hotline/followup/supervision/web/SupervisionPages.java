package cn.hotline.followup.supervision.web;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.chassis.web.Fields;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.revisit.model.TicketNumber;
import cn.hotline.followup.supervision.SupervisionDesk;
import cn.hotline.followup.supervision.model.Level;
import cn.hotline.followup.supervision.model.Supervision;
import cn.hotline.ui.Choice;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 督办台: what presses, for whoever supervises and for the units that are to answer. */
@Controller
@RequestMapping("/supervisions")
public final class SupervisionPages {

    private static final int ROWS = 50;
    private static final List<Choice> LEVELS = Stream.of(Level.values())
            .map(level -> Choice.of(level.name(), level.term()))
            .toList();

    private final SupervisionDesk desk;
    private final Clock clock;

    public SupervisionPages(SupervisionDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    Mono<Rendering> list(@RequestParam(defaultValue = "OPEN") String tab, @RequestParam(defaultValue = "0") int page) {
        Fields fields = new Fields();
        SupervisionTab asked = fields.requiredCode("tab", tab, SupervisionTab.class);
        fields.refuseFaults();
        return Person.current().flatMap(person -> Mono.zip(
                        desk.list(asked.filter(person.unit()), new Page.Asked(page, ROWS)), counts(person))
                .map(it -> Rendering.view("pages/followup/supervisions")
                        .modelAttribute("list", SupervisionList.of(asked, it.getT1(), it.getT2(), clock.instant()))
                        .modelAttribute("supervises", supervises(person))
                        .modelAttribute("levels", LEVELS)
                        .build()));
    }

    private Mono<List<Long>> counts(Person person) {
        return Flux.fromArray(SupervisionTab.values())
                .flatMapSequential(tab -> desk.count(tab.filter(person.unit())))
                .collectList();
    }

    @GetMapping("/{number}")
    Mono<Rendering> open(@PathVariable String number) {
        return Person.current().flatMap(person -> desk.find(new TicketNumber(number), person.unit())
                .map(found -> Rendering.view("pages/followup/supervision")
                        .modelAttribute("one", SupervisionView.of(found))
                        .modelAttribute("late", SupervisionList.isLate(found.watch(), clock.instant()))
                        .modelAttribute("supervises", supervises(person))
                        .modelAttribute("answers", answers(person, found.watch().current()))
                        .modelAttribute("over", found.watch().course().over())
                        .modelAttribute("levels", LEVELS)
                        .build()));
    }

    /** 催办, 督办, 提级, and then the page of that ticket. */
    @PostMapping
    Mono<Rendering> issue(@ModelAttribute SupervisionRequests.IssueForm sent) {
        SupervisionRequests.Issue.Read read = sent.request().read();
        return Person.current()
                .flatMap(person ->
                        desk.issue(read.ticket(), read.level(), read.text(), read.answerBy(), person.account()))
                .map(found -> page(found.watch().ticket().value()));
    }

    @PostMapping("/{id}/answer")
    Mono<Rendering> answer(@PathVariable String id, @ModelAttribute SupervisionRequests.Answer sent) {
        String content = sent.read();
        return Person.current()
                .flatMap(person -> desk.answer(id, SupervisionController.unitOf(person), content, person.account()))
                .map(found -> page(found.watch().ticket().value()));
    }

    @PostMapping("/{id}/lift")
    Mono<Rendering> lift(@PathVariable String id) {
        return Person.current()
                .flatMap(person -> desk.lift(id, person.account()))
                .map(found -> page(found.watch().ticket().value()));
    }

    private static boolean supervises(Person person) {
        return person.is(Role.SUPERVISOR) || person.is(Role.CITY_OFFICE);
    }

    private static boolean answers(Person person, @Nullable Supervision latest) {
        return latest != null && latest.unit().code().equals(person.unit());
    }

    private static Rendering page(String number) {
        return Rendering.redirectTo("/supervisions/" + number).build();
    }
}
