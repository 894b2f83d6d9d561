package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.Termed.Coded;
import cn.hotline.routing.dispatch.Batch;
import cn.hotline.routing.dispatch.Batch.Outcome;
import cn.hotline.routing.dispatch.DispatchDesk;
import cn.hotline.routing.dispatch.Holding;
import cn.hotline.routing.dispatch.UnitDesk;
import cn.hotline.routing.dispatch.web.BatchRequests.NumbersRequest;
import cn.hotline.routing.dispatch.web.BatchRequests.Proposed;
import cn.hotline.routing.dispatch.web.BatchRequests.ProposedRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 批量办理 over HTTP: always answers 200 with what became of each. */
@RestController
@RequestMapping("/api/v1/dispatches")
public final class BatchController {

    private final UnitDesk units;
    private final DispatchDesk desk;
    private final Viewers viewers;

    BatchController(UnitDesk units, DispatchDesk desk, Viewers viewers) {
        this.units = units;
        this.desk = desk;
        this.viewers = viewers;
    }

    /** 批量签收. */
    @PostMapping("/acknowledgements")
    Mono<OutcomesView> acknowledge(@RequestBody NumbersRequest request) {
        var numbers = BatchRequests.numbers(request);
        return viewers.current()
                .flatMap(viewer -> Batch.of(
                        numbers, number -> number, number -> units.acknowledge(new Holding(viewer, number, null))))
                .map(OutcomesView::of);
    }

    /** 批量派单, each to the unit that is proposed for it. */
    @PostMapping("/proposed-dispatches")
    Mono<OutcomesView> dispatch(@RequestBody ProposedRequest request) {
        var proposed = BatchRequests.proposed(request);
        return viewers.current()
                .flatMap(viewer -> Batch.of(
                        proposed,
                        Proposed::number,
                        one -> desk.dispatchAsProposed(new Holding(viewer, one.number(), null), one.unit())))
                .map(OutcomesView::of);
    }

    /** @param done how many of them were done */
    record OutcomesView(int done, List<OutcomeView> results) {

        static OutcomesView of(List<Outcome> outcomes) {
            return new OutcomesView(
                    (int) outcomes.stream().filter(Outcome::done).count(),
                    outcomes.stream().map(OutcomeView::of).toList());
        }
    }

    /**
     * @param status as it is now; absent where it was not done
     * @param code why it was not done; absent where it was
     * @param detail the same in a Chinese sentence
     */
    record OutcomeView(
            String number,
            boolean done,
            @Nullable Coded status,
            @Nullable String code,
            @Nullable String detail) {

        static OutcomeView of(Outcome outcome) {
            return new OutcomeView(
                    outcome.number().value(),
                    outcome.done(),
                    outcome.state() == null ? null : Coded.of(outcome.state().status()),
                    outcome.refusal() == null ? null : outcome.refusal().name(),
                    outcome.refusal() == null ? null : outcome.refusal().sentence());
        }
    }
}
