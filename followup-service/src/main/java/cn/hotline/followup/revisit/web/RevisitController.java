package cn.hotline.followup.revisit.web;

import cn.hotline.chassis.web.Fields;
import cn.hotline.chassis.web.Page;
import cn.hotline.followup.revisit.RevisitDesk;
import cn.hotline.followup.revisit.model.Attempt;
import cn.hotline.followup.revisit.model.RevisitStatus;
import cn.hotline.followup.revisit.model.TicketNumber;
import cn.hotline.followup.revisit.model.Verdict;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Revisits for programs. */
@RestController
@RequestMapping("/api/v1/revisits")
public final class RevisitController {

    private final RevisitDesk desk;
    private final Clock clock;

    public RevisitController(RevisitDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    Mono<Page<RevisitView>> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        Fields fields = new Fields();
        RevisitStatus asked = fields.code("status", status, RevisitStatus.class);
        fields.refuseFaults();
        return Revisitors.current()
                .flatMap(by -> desk.list(by, asked, new Page.Asked(page, size)))
                .map(found -> found.map(RevisitView::of));
    }

    @GetMapping("/{number}")
    Mono<RevisitView> find(@PathVariable String number) {
        return Revisitors.current()
                .flatMap(by -> desk.find(by, new TicketNumber(number)))
                .map(RevisitView::of);
    }

    /** 署名 of a confidential one. */
    @PostMapping("/{number}/sight")
    Mono<RevisitView> take(@PathVariable String number) {
        return Revisitors.current()
                .flatMap(by -> desk.take(by, new TicketNumber(number)))
                .map(RevisitView::of);
    }

    @PostMapping("/{number}/attempts")
    Mono<RevisitView> attempt(@PathVariable String number, @RequestBody AttemptRequest request) {
        Attempt attempt = request.read(clock.instant());
        return Revisitors.current()
                .flatMap(by -> desk.attempt(by, new TicketNumber(number), attempt))
                .map(RevisitView::of);
    }

    @PostMapping("/{number}/verdict")
    Mono<RevisitView> record(@PathVariable String number, @RequestBody VerdictRequest request) {
        Verdict verdict = request.read(clock.instant());
        return Revisitors.current()
                .flatMap(by -> desk.record(by, new TicketNumber(number), verdict))
                .map(RevisitView::of);
    }
}
