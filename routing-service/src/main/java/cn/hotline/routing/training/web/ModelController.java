package cn.hotline.routing.training.web;

import cn.hotline.access.Person;
import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.training.TrainingDesk;
import cn.hotline.routing.training.model.Contest;
import cn.hotline.routing.training.model.InUse;
import cn.hotline.routing.training.model.ModelVersion;
import cn.hotline.routing.version.model.Editor;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 分类模型: all versions, which is in use, training. */
@RestController
@RequestMapping("/api/v1/models")
public final class ModelController {

    static final int REASON = 500;

    private final TrainingDesk desk;

    ModelController(TrainingDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Mono<ModelsView> models() {
        return desk.overview().map(ModelsView::of);
    }

    /** Begins within seconds and goes on in the background. */
    @PostMapping("/training")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<CourseView> train() {
        return by(desk::ask).map(CourseView::of);
    }

    /** 启用, 回退; version 0 is the lexicon alone. */
    @PostMapping("/{version}/use")
    Mono<InUseView> use(@PathVariable String version, @RequestBody UseRequest request) {
        Fields fields = new Fields();
        String reason = fields.required("reason", request.reason(), REASON);
        fields.refuseFaults();
        return used(desk, version, reason).map(InUseView::of);
    }

    static Mono<InUse> used(TrainingDesk desk, String version, String reason) {
        return by(editor -> desk.use(number(version), PersonalData.mask(reason), editor));
    }

    static <T> Mono<T> by(Function<Editor, Mono<T>> act) {
        return Person.current().flatMap(person -> act.apply(new Editor(person.account(), person.name())));
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new Refused(General.NOT_FOUND);
        }
        return Long.parseLong(text);
    }

    record UseRequest(@Nullable String reason) {}

    /** @param classifier what decisions are marked with now */
    record ModelsView(String classifier, InUseView inUse, CourseView training, List<VersionView> items) {

        static ModelsView of(TrainingDesk.Overview seen) {
            return new ModelsView(
                    seen.classifier(),
                    InUseView.of(seen.inUse()),
                    CourseView.of(seen.course()),
                    seen.versions().stream()
                            .map(version -> VersionView.of(
                                    version,
                                    seen.inUse().number() == version.number(),
                                    seen.faults().get(version.number())))
                            .toList());
        }
    }

    record InUseView(long version, String by, Instant at, String reason) {

        static InUseView of(InUse inUse) {
            return new InUseView(inUse.number(), inUse.by().name(), inUse.at(), inUse.reason());
        }
    }

    /**
     * @param running whether a training is wanted or going on
     * @param words what is being done, or how the last one ended
     */
    record CourseView(
            boolean running,
            @Nullable Instant startedAt,
            String words,
            @Nullable Instant endedAt) {

        static CourseView of(TrainingDesk.Course course) {
            return new CourseView(course.isGoingOn(), course.startedAt(), course.words(), course.endedAt());
        }
    }

    /** @param fault why it cannot be used; absent when it can */
    record VersionView(
            long version,
            String name,
            boolean inUse,
            Instant learnedAt,
            String by,
            int texts,
            int classes,
            Contest contest,
            boolean noWorse,
            String words,
            int bytes,
            @Nullable String fault) {

        static VersionView of(ModelVersion version, boolean inUse, @Nullable String fault) {
            return new VersionView(
                    version.number(),
                    version.name(),
                    inUse,
                    version.learnedAt(),
                    version.by().name(),
                    version.texts(),
                    version.classes(),
                    version.contest(),
                    version.contest().noWorse(),
                    version.contest().words(),
                    version.size(),
                    fault);
        }
    }
}
