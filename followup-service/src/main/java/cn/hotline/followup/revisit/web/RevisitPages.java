package cn.hotline.followup.revisit.web;

import cn.hotline.chassis.Termed;
import cn.hotline.chassis.web.Fields;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.exclusion.model.ExclusionGround;
import cn.hotline.followup.revisit.RevisitCase;
import cn.hotline.followup.revisit.RevisitDesk;
import cn.hotline.followup.revisit.model.Attempt;
import cn.hotline.followup.revisit.model.AttemptResult;
import cn.hotline.followup.revisit.model.DissatisfactionCause;
import cn.hotline.followup.revisit.model.RevisitStatus;
import cn.hotline.followup.revisit.model.Round;
import cn.hotline.followup.revisit.model.Satisfaction;
import cn.hotline.followup.revisit.model.Solved;
import cn.hotline.followup.revisit.model.TicketNumber;
import cn.hotline.followup.revisit.model.Verdict;
import cn.hotline.ui.Choice;
import cn.hotline.ui.ClockText;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Revisits for people: the queue, and the page a revisitor has open while on the phone. */
@Controller
@RequestMapping("/revisits")
public final class RevisitPages {

    private static final int ROWS = 50;

    private final RevisitDesk desk;
    private final Clock clock;
    private final ClockText clockText;

    public RevisitPages(RevisitDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        this.clockText = new ClockText(clock);
    }

    @GetMapping
    Mono<Rendering> queue(
            @RequestParam(defaultValue = "SCHEDULED") String status, @RequestParam(defaultValue = "0") int page) {
        Fields fields = new Fields();
        RevisitStatus asked = fields.requiredCode("status", status, RevisitStatus.class);
        fields.refuseFaults();
        return Revisitors.current()
                .flatMap(by -> desk.list(by, asked, new Page.Asked(page, ROWS)))
                .zipWith(desk.counts(), (cases, counts) -> QueuePage.of(asked, cases, counts, clock.instant()))
                .map(queue -> Rendering.view("pages/followup/revisits")
                        .modelAttribute("queue", queue)
                        .build());
    }

    @GetMapping("/{number}")
    Mono<Rendering> open(@PathVariable String number) {
        return Revisitors.current()
                .flatMap(by -> desk.find(by, new TicketNumber(number)))
                .map(found -> Rendering.view("pages/followup/revisit")
                        .modelAttribute("revisit", RevisitView.of(found))
                        .modelAttribute("history", History.of(found.revisit(), clockText))
                        .modelAttribute("excludes", mayBeExcluded(found))
                        .modelAttribute("appeals", mayBeAppealed(found))
                        .build());
    }

    /** 署名, and then the page as it reads for who signed. */
    @PostMapping("/{number}/sight")
    Mono<Rendering> take(@PathVariable String number) {
        return Revisitors.current()
                .flatMap(by -> desk.take(by, new TicketNumber(number)))
                .thenReturn(Rendering.redirectTo("/revisits/" + number).build());
    }

    /** The next one to call; the queue when nobody else waits. */
    @GetMapping("/{number}/next")
    Mono<Rendering> next(@PathVariable String number) {
        return desk.after(new TicketNumber(number), clock.instant())
                .map(next -> Rendering.redirectTo("/revisits/" + next.value()).build())
                .defaultIfEmpty(Rendering.redirectTo("/revisits").build());
    }

    @PostMapping("/{number}/attempts")
    Mono<Rendering> attempt(@PathVariable String number, @ModelAttribute AttemptForm form) {
        Attempt attempt = form.request().read(clock.instant());
        return Revisitors.current()
                .flatMap(by -> desk.attempt(by, new TicketNumber(number), attempt))
                .map(RevisitView::of)
                .map(RevisitPages::recorded);
    }

    @PostMapping("/{number}/verdict")
    Mono<Rendering> record(@PathVariable String number, @ModelAttribute VerdictRequest form) {
        Verdict verdict = form.read(clock.instant());
        return Revisitors.current()
                .flatMap(by -> desk.record(by, new TicketNumber(number), verdict))
                .map(RevisitView::of)
                .map(RevisitPages::recorded);
    }

    private static boolean mayBeExcluded(RevisitCase found) {
        Round round = found.revisit().round();
        return found.revisit().status() == RevisitStatus.SCHEDULED
                && round != null
                && round.master() == null
                && round.exclusion() == null;
    }

    private boolean mayBeAppealed(RevisitCase found) {
        Round round = found.revisit().round();
        return round != null && round.exclusion() != null && round.exclusion().mayBeAppealedAt(clock.instant());
    }

    private static Rendering recorded(RevisitView revisit) {
        return Rendering.view("pages/followup/revisit :: recorded")
                .modelAttribute("revisit", revisit)
                .build();
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("contacted", List.of(Choice.of("true", "联系过"), Choice.of("false", "没有联系")))
                .addAttribute("solved", choices(Solved.values()))
                .addAttribute("satisfaction", choices(Satisfaction.values()))
                .addAttribute("causes", choices(DissatisfactionCause.values()))
                .addAttribute("results", choices(AttemptResult.values()))
                .addAttribute("grounds", choices(ExclusionGround.values()));
    }

    private static List<Choice> choices(Termed[] values) {
        return Arrays.stream(values)
                .map(value -> Choice.of(value.name(), value.term()))
                .toList();
    }
}
