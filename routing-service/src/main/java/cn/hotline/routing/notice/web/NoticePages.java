package cn.hotline.routing.notice.web;

import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.dispatch.web.Viewers;
import cn.hotline.routing.notice.NoticeDesk;
import cn.hotline.routing.notice.model.Line;
import cn.hotline.routing.notice.model.Notice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** 通知: what a unit has been told; the hotline's people see what the city's duty office has been told. */
@Controller
@RequestMapping("/notices")
public final class NoticePages {

    private static final String PAGE = "pages/routing/notices";

    private final NoticeDesk desk;
    private final Viewers viewers;

    NoticePages(NoticeDesk desk, Viewers viewers) {
        this.desk = desk;
        this.viewers = viewers;
    }

    @GetMapping
    Mono<Rendering> page() {
        return viewers.current().flatMap(viewer -> shown(viewer, null, null));
    }

    /** How many are unread, as a link to them; fetched by inbox and desk. */
    @GetMapping("/badge")
    Mono<Rendering> badge() {
        return viewers.current()
                .flatMap(viewer -> desk.unread(boxOf(viewer), viewer).map(unread -> Rendering.view(PAGE + " :: badge")
                        .modelAttribute("unread", unread)
                        .build()));
    }

    @PostMapping("/{key}/read")
    Mono<Rendering> read(@PathVariable String key) {
        return viewers.current().flatMap(viewer -> desk.read(boxOf(viewer), key, account(viewer))
                .then(shown(viewer, "notices", "已标为已读。")));
    }

    /** All that are shown. */
    @PostMapping("/read")
    Mono<Rendering> readAll() {
        return viewers.current().flatMap(viewer -> desk.shown(boxOf(viewer), viewer)
                .concatMap(notice -> desk.read(boxOf(viewer), notice.key(), account(viewer)))
                .then(shown(viewer, "notices", "已全部标为已读。")));
    }

    private Mono<Rendering> shown(Viewer viewer, @Nullable String fragment, @Nullable String words) {
        return desk.shown(boxOf(viewer), viewer)
                .map(notice -> NoticeView.of(notice, account(viewer)))
                .collectList()
                .map(all -> Rendering.view(fragment == null ? PAGE : PAGE + " :: " + fragment)
                        .modelAttribute("notices", all)
                        .modelAttribute(
                                "unread",
                                all.stream().filter(one -> !one.read()).count())
                        .modelAttribute("ofUnit", viewer.person().unit() != null)
                        .modelAttribute("words", words == null ? "" : words)
                        .build());
    }

    private static String account(Viewer viewer) {
        return viewer.person().account();
    }

    private static String boxOf(Viewer viewer) {
        RoutingEvent.Unit unit = viewer.person().unit();
        return unit == null ? Notice.DUTY_OFFICE : unit.code();
    }

    /** One notice, as the page shows it. */
    record NoticeView(String key, boolean emergency, Instant from, List<Line> lines, int more, boolean read) {

        static NoticeView of(Notice notice, String account) {
            return new NoticeView(
                    notice.key(),
                    notice.emergency(),
                    notice.from(),
                    notice.lines(),
                    notice.more(),
                    notice.isReadBy(account));
        }
    }
}
