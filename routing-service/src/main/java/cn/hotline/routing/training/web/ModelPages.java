package cn.hotline.routing.training.web;

import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.training.TrainingDesk;
import cn.hotline.routing.training.model.InUse;
import cn.hotline.routing.training.web.ModelController.ModelsView;
import cn.hotline.ui.Choice;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** 分类模型 as a page: which version decides and why, how each did, training now, going back to another. */
@Controller
public final class ModelPages {

    private static final String PAGE = "pages/routing/models";

    private final TrainingDesk desk;

    ModelPages(TrainingDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/models")
    Mono<Rendering> page() {
        return shown(null);
    }

    @PostMapping("/models/training")
    Mono<Rendering> train() {
        return ModelController.by(desk::ask).then(shown("训练即将开始，完成前现用的模型不变。"));
    }

    @PostMapping("/models/use")
    Mono<Rendering> use(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            Fields fields = new Fields();
            String version = fields.required("version", form.getFirst("version"), ModelController.REASON);
            String reason = fields.required("reason", form.getFirst("reason"), ModelController.REASON);
            fields.refuseFaults();
            return ModelController.used(desk, version, reason)
                    .flatMap(now -> shown(named(now.number()) + "已启用，现在起按它分类。"));
        });
    }

    private Mono<Rendering> shown(@Nullable String words) {
        return Mono.defer(desk::overview).map(ModelsView::of).map(models -> Rendering.view(
                        words == null ? PAGE : PAGE + " :: acted")
                .modelAttribute("words", words == null ? "" : words)
                .modelAttribute("models", models)
                .modelAttribute("inUse", named(models.inUse().version()))
                .modelAttribute("choices", choices(models))
                .build());
    }

    /** What may be taken into use instead. */
    private static List<Choice> choices(ModelsView models) {
        return Stream.concat(
                        models.items().stream()
                                .filter(version -> version.fault() == null)
                                .map(ModelController.VersionView::version),
                        Stream.of(InUse.LEXICON))
                .filter(number -> number != models.inUse().version())
                .map(number -> Choice.of(number.toString(), named(number)))
                .toList();
    }

    private static String named(long number) {
        return number == InUse.LEXICON ? "只用词库" : "第 " + number + " 版模型";
    }
}
