package cn.hotline.followup.exclusion.web;

import cn.hotline.access.Person;
import cn.hotline.chassis.web.Fields;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.exclusion.ExclusionDesk;
import cn.hotline.followup.exclusion.model.ExclusionStatus;
import cn.hotline.followup.revisit.RevisitCase;
import cn.hotline.followup.revisit.model.Revisitor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Exclusions for programs. */
@RestController
@RequestMapping("/api/v1/exclusions")
public final class ExclusionController {

    private final ExclusionDesk desk;

    public ExclusionController(ExclusionDesk desk) {
        this.desk = desk;
    }

    /** Those in a status: what waits for a decision by age, all else with the latest first. */
    @GetMapping
    Mono<Page<ExclusionView>> list(
            @RequestParam(defaultValue = "PROPOSED") String status,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        Fields fields = new Fields();
        ExclusionStatus asked = fields.requiredCode("status", status, ExclusionStatus.class);
        fields.refuseFaults();
        return person().flatMap(by -> desk.list(by, asked, new Page.Asked(page, size)))
                .map(found -> found.map(ExclusionController::present));
    }

    @GetMapping("/{id}")
    Mono<ExclusionView> find(@PathVariable String id) {
        return person().flatMap(by -> desk.find(by, id)).map(found -> view(found, id));
    }

    /** 申请剔除. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ExclusionView> propose(@RequestBody ExclusionRequests.Propose sent) {
        ExclusionRequests.Propose.Read read = sent.read();
        return person().flatMap(by -> desk.propose(by, read.ticket(), read.ground(), read.evidence()))
                .map(ExclusionController::present);
    }

    /** 审批剔除. */
    @PostMapping("/{id}/decision")
    Mono<ExclusionView> decide(@PathVariable String id, @RequestBody ExclusionRequests.Decide sent) {
        ExclusionRequests.Answer read = sent.read();
        return person().flatMap(by -> desk.decide(by, id, read.yes(), read.reason()))
                .map(found -> view(found, id));
    }

    /** 登记申诉. */
    @PostMapping("/{id}/appeal")
    Mono<ExclusionView> appeal(@PathVariable String id, @RequestBody ExclusionRequests.Appeal sent) {
        String words = sent.read();
        return person().flatMap(by -> desk.appeal(by, id, words)).map(found -> view(found, id));
    }

    /** 审理申诉. */
    @PostMapping("/{id}/appeal-decision")
    Mono<ExclusionView> rule(@PathVariable String id, @RequestBody ExclusionRequests.Rule sent) {
        ExclusionRequests.Answer read = sent.read();
        return person().flatMap(by -> desk.rule(by, id, read.yes(), read.reason()))
                .map(found -> view(found, id));
    }

    /** 署名 of a confidential one. */
    @PostMapping("/{id}/sight")
    Mono<ExclusionView> take(@PathVariable String id) {
        return person().flatMap(by -> desk.take(by, id)).map(found -> view(found, id));
    }

    /** Whoever is signed in, as the history names them. */
    static Mono<Revisitor> person() {
        return Person.current().map(person -> new Revisitor(person.account(), person.name(), person.unit()));
    }

    static ExclusionView view(RevisitCase found, String id) {
        return ExclusionView.of(found, found.revisit().exclusion(id).orElseThrow());
    }

    /** Of the present handling, which has one. */
    static ExclusionView present(RevisitCase found) {
        return ExclusionView.of(found, found.revisit().round().exclusion());
    }
}
