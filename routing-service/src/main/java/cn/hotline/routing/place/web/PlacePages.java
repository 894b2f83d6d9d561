package cn.hotline.routing.place.web;

import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.place.PlaceSchool;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** 学到的地名 as a page: whoever administers looks names up, silences a false one and restores it. */
@Controller
public final class PlacePages {

    private static final String PAGE = "pages/routing/places";
    private static final int WORDS = 40;
    private static final int REASON = 500;

    private final PlaceSchool school;
    private final PlacesController places;

    PlacePages(PlaceSchool school, PlacesController places) {
        this.school = school;
        this.places = places;
    }

    @GetMapping("/places")
    Mono<Rendering> page(@RequestParam(defaultValue = "") String q) {
        return shown(q, null);
    }

    @PostMapping("/places/rulings")
    Mono<Rendering> rule(@RequestParam(defaultValue = "") String q, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            Fields fields = new Fields();
            String name = fields.required("name", form.getFirst("name"), WORDS);
            String reason = fields.required("reason", form.getFirst("reason"), REASON);
            fields.refuseFaults();
            boolean silenced = Boolean.parseBoolean(form.getFirst("silenced"));
            return places.ruled(name, silenced, reason)
                    .then(shown(q, "“" + name + (silenced ? "”已停用，不再用来判断地点。" : "”已恢复使用。")));
        });
    }

    private Mono<Rendering> shown(String q, @Nullable String words) {
        return Mono.defer(school::overview).map(seen -> Rendering.view(words == null ? PAGE : PAGE + " :: acted")
                .modelAttribute("words", words == null ? "" : words)
                .modelAttribute("q", q)
                .modelAttribute("places", places.view(seen, q.strip()))
                .build());
    }
}
