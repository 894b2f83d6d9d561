package cn.hotline.followup.supervision.web;

import cn.hotline.access.Person;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.web.Fields;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.supervision.SupervisionDesk;
import cn.hotline.followup.supervision.WatchFilter;
import cn.hotline.followup.supervision.model.Standing;
import org.jspecify.annotations.Nullable;
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

/** Supervision for programs. A unit sees and answers its own, whatever it asks for. */
@RestController
@RequestMapping("/api/v1/supervisions")
public final class SupervisionController {

    private final SupervisionDesk desk;

    public SupervisionController(SupervisionDesk desk) {
        this.desk = desk;
    }

    /**
     * One row for each ticket, with the latest that presses for it.
     *
     * @param status {@code OPEN ANSWERED LIFTED}, or absent for all
     * @param escalated only escalated ones, with or without anything that presses
     */
    @GetMapping
    Mono<Page<SupervisionView>> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "false") boolean escalated,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        Fields fields = new Fields();
        Standing standing = fields.code("status", status, Standing.class);
        fields.refuseFaults();
        return Person.current()
                .map(person -> escalated
                        ? WatchFilter.escalated(person.unit())
                        : WatchFilter.standing(standing, person.unit()))
                .flatMap(filter -> desk.list(filter, new Page.Asked(page, size)))
                .map(found -> found.map(SupervisionView::of));
    }

    /** 催办, 督办, 提级. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<SupervisionView> issue(@RequestBody SupervisionRequests.Issue sent) {
        SupervisionRequests.Issue.Read read = sent.read();
        return Person.current()
                .flatMap(person ->
                        desk.issue(read.ticket(), read.level(), read.text(), read.answerBy(), person.account()))
                .map(SupervisionView::of);
    }

    /** 回复. */
    @PostMapping("/{id}/answer")
    Mono<SupervisionView> answer(@PathVariable String id, @RequestBody SupervisionRequests.Answer sent) {
        String content = sent.read();
        return Person.current()
                .flatMap(person -> desk.answer(id, unitOf(person), content, person.account()))
                .map(SupervisionView::of);
    }

    /** 解除. */
    @PostMapping("/{id}/lift")
    Mono<SupervisionView> lift(@PathVariable String id) {
        return Person.current()
                .flatMap(person -> desk.lift(id, person.account()))
                .map(SupervisionView::of);
    }

    static String unitOf(Person person) {
        String unit = person.unit();
        if (unit == null) {
            throw new Refused(General.FORBIDDEN);
        }
        return unit;
    }
}
