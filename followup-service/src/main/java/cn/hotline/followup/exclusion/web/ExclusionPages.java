package cn.hotline.followup.exclusion.web;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.chassis.web.Fields;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.exclusion.ExclusionDesk;
import cn.hotline.followup.exclusion.model.Exclusion;
import cn.hotline.followup.exclusion.model.ExclusionStatus;
import cn.hotline.followup.revisit.RevisitCase;
import cn.hotline.ui.Choice;
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

/** 剔除台: what waits for a decision and what became of it. A revisitor proposes on the page of the ticket. */
@Controller
@RequestMapping("/exclusions")
public final class ExclusionPages {

    private static final int ROWS = 50;

    private final ExclusionDesk desk;

    public ExclusionPages(ExclusionDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Mono<Rendering> list(
            @RequestParam(defaultValue = "PROPOSED") String status, @RequestParam(defaultValue = "0") int page) {
        Fields fields = new Fields();
        ExclusionStatus asked = fields.requiredCode("status", status, ExclusionStatus.class);
        fields.refuseFaults();
        return ExclusionController.person()
                .flatMap(by -> desk.list(by, asked, new Page.Asked(page, ROWS)))
                .zipWith(desk.counts(), (found, counts) -> ExclusionList.of(asked, found, counts))
                .map(list -> Rendering.view("pages/followup/exclusions")
                        .modelAttribute("list", list)
                        .build());
    }

    @GetMapping("/{id}")
    Mono<Rendering> open(@PathVariable String id) {
        return Person.current().flatMap(person -> ExclusionController.person()
                .flatMap(by -> desk.find(by, id))
                .map(found -> page(found, id, person)));
    }

    /** 申请剔除, and then the page of the ticket. */
    @PostMapping
    Mono<Rendering> propose(@ModelAttribute ExclusionRequests.Propose sent) {
        ExclusionRequests.Propose.Read read = sent.read();
        return ExclusionController.person()
                .flatMap(by -> desk.propose(by, read.ticket(), read.ground(), read.evidence()))
                .map(ExclusionPages::ticket);
    }

    @PostMapping("/{id}/decision")
    Mono<Rendering> decide(@PathVariable String id, @ModelAttribute ExclusionRequests.Decide sent) {
        ExclusionRequests.Answer read = sent.read();
        return ExclusionController.person()
                .flatMap(by -> desk.decide(by, id, read.yes(), read.reason()))
                .thenReturn(back(id));
    }

    /** 登记申诉, and then the page of the ticket. */
    @PostMapping("/{id}/appeal")
    Mono<Rendering> appeal(@PathVariable String id, @ModelAttribute ExclusionRequests.Appeal sent) {
        String words = sent.read();
        return ExclusionController.person()
                .flatMap(by -> desk.appeal(by, id, words))
                .map(ExclusionPages::ticket);
    }

    @PostMapping("/{id}/appeal-decision")
    Mono<Rendering> rule(@PathVariable String id, @ModelAttribute ExclusionRequests.Rule sent) {
        ExclusionRequests.Answer read = sent.read();
        return ExclusionController.person()
                .flatMap(by -> desk.rule(by, id, read.yes(), read.reason()))
                .thenReturn(back(id));
    }

    @PostMapping("/{id}/sight")
    Mono<Rendering> take(@PathVariable String id) {
        return ExclusionController.person().flatMap(by -> desk.take(by, id)).thenReturn(back(id));
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("approvals", List.of(Choice.of("true", "同意剔除"), Choice.of("false", "不予剔除，照常回访")))
                .addAttribute("rulings", List.of(Choice.of("true", "申诉成立，撤销剔除"), Choice.of("false", "申诉不成立，维持剔除")));
    }

    private static Rendering page(RevisitCase found, String id, Person person) {
        ExclusionView view = ExclusionController.view(found, id);
        Exclusion exclusion = found.revisit().exclusion(id).orElseThrow();
        String account = person.account();
        boolean reads = view.about() != null && !view.about().withheld();
        return Rendering.view("pages/followup/exclusion")
                .modelAttribute("one", view)
                .modelAttribute("decides", reads && person.is(Role.SUPERVISOR) && exclusion.mayBeDecidedBy(account))
                .modelAttribute("rules", reads && exclusion.mayBeRuledBy(account))
                .modelAttribute("barred", exclusion.isOf(account))
                .build();
    }

    private static Rendering ticket(RevisitCase found) {
        return Rendering.redirectTo("/revisits/" + found.revisit().ticket().value())
                .build();
    }

    private static Rendering back(String id) {
        return Rendering.redirectTo("/exclusions/" + id).build();
    }
}
