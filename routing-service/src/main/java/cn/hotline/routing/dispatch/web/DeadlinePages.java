package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.deadline.PublishedDeadlines;
import cn.hotline.routing.dispatch.Dispatches;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** 时限说明 as people read it: every deadline of a ticket, day by day. */
@Controller
public final class DeadlinePages {

    private static final String PAGE = "pages/routing/deadline-explanation";

    private final Dispatches dispatches;
    private final Viewers viewers;
    private final PublishedDeadlines published;

    DeadlinePages(Dispatches dispatches, Viewers viewers, PublishedDeadlines published) {
        this.dispatches = dispatches;
        this.viewers = viewers;
        this.published = published;
    }

    @GetMapping("/dispatches/{number}/deadline-explanation")
    Mono<Rendering> page(@PathVariable String number) {
        return viewers.current()
                .flatMap(viewer -> dispatches
                        .find(viewer, DispatchController.parsed(number))
                        .map(stored -> shown(viewer, stored.state())))
                .switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)));
    }

    private Rendering shown(Viewer viewer, Dispatch dispatch) {
        return Rendering.view(PAGE)
                .modelAttribute("number", dispatch.number().value())
                .modelAttribute("place", viewer.overview() ? "desk" : "inbox")
                .modelAttribute(
                        "sheets", DeadlineSheet.of(DeadlineExplanation.of(dispatch, published.get()), published.get()))
                .build();
    }
}
