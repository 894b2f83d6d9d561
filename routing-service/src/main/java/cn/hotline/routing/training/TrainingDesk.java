package cn.hotline.routing.training;

import static cn.hotline.routing.training.model.TrainingRefusal.ALREADY_IN_USE;
import static cn.hotline.routing.training.model.TrainingRefusal.MODEL_UNUSABLE;
import static cn.hotline.routing.training.model.TrainingRefusal.TRAINING_ALREADY;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.classification.Classifier;
import cn.hotline.routing.classification.Classifier.Trained;
import cn.hotline.routing.learning.LabelledText;
import cn.hotline.routing.learning.ModelFile;
import cn.hotline.routing.learning.Unusable;
import cn.hotline.routing.training.model.InUse;
import cn.hotline.routing.training.model.ModelVersion;
import cn.hotline.routing.version.model.Editor;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * 分类模型: trains on the city's tickets, keeps every version, and says which decides. Whatever goes wrong with a model,
 * what was in use before stays in use.
 */
public final class TrainingDesk {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingDesk.class);

    /** Of so many versions the bytes are kept, and of the one in use. */
    private static final int KEPT = 10;

    private static final int HISTORY = 100;

    private final Models models;
    private final LabelledTickets tickets;
    private final Classifier classifier;
    private final Trial trial;
    private final int mostLetters;
    private final String tenant;
    private final Scheduler background;
    private final Clock clock;
    private final AtomicReference<Course> course = new AtomicReference<>(Course.NONE);
    private final Map<Long, String> faults = new ConcurrentHashMap<>();
    private volatile InUse inUse = InUse.AT_FIRST;
    private volatile InUse heard = InUse.AT_FIRST;
    private volatile @Nullable Trained trained;

    /**
     * @param leastTickets with fewer nothing is learned
     * @param mostLetters of texts a training reads, the newest tickets first: bounds its memory
     * @param tenant whose tickets are learned from
     * @param background where training goes on, beside all else
     */
    public TrainingDesk(
            Models models,
            LabelledTickets tickets,
            Classifier classifier,
            int leastTickets,
            int mostLetters,
            String tenant,
            Scheduler background,
            Clock clock) {
        this.models = models;
        this.tickets = tickets;
        this.classifier = classifier;
        this.trial = new Trial(classifier, leastTickets);
        this.mostLetters = mostLetters;
        this.tenant = tenant;
        this.background = background;
        this.clock = clock;
    }

    /**
     * How far a training has come, or how the last one ended, in this process.
     *
     * @param asked who wants a training; null when none is going on or wanted
     * @param startedAt null while it waits to begin, or when none is going on
     * @param words what is being done, or how the last one ended
     * @param endedAt when the last one ended; null when none has
     */
    public record Course(
            @Nullable Editor asked,
            @Nullable Instant startedAt,
            String words,
            @Nullable Instant endedAt) {

        private static final Course NONE = new Course(null, null, "尚未训练", null);

        public boolean isGoingOn() {
            return asked != null;
        }
    }

    /**
     * What there is.
     *
     * @param faults by number, why a version cannot be used
     */
    public record Overview(
            InUse inUse, String classifier, Course course, List<ModelVersion> versions, Map<Long, String> faults) {}

    /** Takes into use what was in use before; to be done before anything is decided. */
    public Mono<Void> begin() {
        return refresh();
    }

    /** Takes up what another replica has taken into use; what cannot be used is told once, and changes nothing. */
    public Mono<Void> refresh() {
        return models.inUse()
                .filter(wanted -> !wanted.equals(heard))
                .flatMap(wanted -> loaded(wanted.number())
                        .doOnNext(found -> takeUp(wanted, found.trained))
                        .onErrorResume(TrainingDesk::isOfTheModel, fault -> {
                            LOG.warn("Model {} is not taken into use: {}", wanted.number(), fault.getMessage());
                            heard = wanted;
                            return Mono.empty();
                        }))
                .then()
                .contextWrite(itself().context());
    }

    private static boolean isOfTheModel(Throwable fault) {
        return fault instanceof Unusable || fault instanceof Refused;
    }

    public Mono<Overview> overview() {
        return ours(models.history(HISTORY).collectList())
                .map(versions -> new Overview(inUse, classifier.name(), course.get(), versions, Map.copyOf(faults)));
    }

    /** Asks for a training, which then goes on in the background. */
    public Mono<Course> ask(Editor by) {
        return ours(Mono.fromSupplier(() -> {
            var asked = new Course(by, null, "等待开始", course.get().endedAt());
            var before = course.getAndUpdate(now -> now.isGoingOn() ? now : asked);
            Refused.unless(!before.isGoingOn(), TRAINING_ALREADY);
            return asked;
        }));
    }

    /** Asks on its own account; nothing when a training is going on. */
    public Mono<Void> askItself() {
        return ask(Editor.SERVICE)
                .onErrorResume(Refused.class, goingOn -> Mono.empty())
                .then()
                .contextWrite(itself().context());
    }

    /** Does the training that is asked for, if one is and has not begun. */
    public Mono<Void> work() {
        return Mono.defer(() -> {
                    var wanted = course.get();
                    if (wanted.asked == null || wanted.startedAt != null) {
                        return Mono.empty();
                    }
                    var started = new Course(wanted.asked, clock.instant(), "读取工单", wanted.endedAt);
                    return course.compareAndSet(wanted, started) ? train(wanted.asked) : Mono.empty();
                })
                .contextWrite(itself().context());
    }

    /** 启用, 回退: takes a version into use; {@link InUse#LEXICON} for the lexicon alone. */
    public Mono<InUse> use(long number, String reason, Editor by) {
        return ours(Mono.defer(() -> {
            Refused.unless(inUse.number() != number, ALREADY_IN_USE);
            return loaded(number)
                    .onErrorMap(
                            Unusable.class,
                            unusable ->
                                    new Refused(MODEL_UNUSABLE, List.of(new FieldError("version", unusable.chinese()))))
                    .flatMap(found -> taken(new InUse(number, by, clock.instant(), reason), found.trained));
        }));
    }

    private Mono<Void> train(Editor by) {
        return tickets.newest()
                .scanWith(Lessons::new, Lessons::with)
                .takeUntil(lessons -> lessons.letters >= mostLetters)
                .last()
                .publishOn(background)
                .map(lessons -> trial.run(lessons.texts, trained, clock.instant(), this::tell))
                .flatMap(result -> kept(result, by))
                .doOnNext(this::end)
                .onErrorResume(fault -> {
                    LOG.warn("No model was trained: {}", fault.toString());
                    end(fault instanceof Unusable unusable ? unusable.chinese() : "训练中断，现用的模型不变：" + fault);
                    return Mono.empty();
                })
                .then();
    }

    private Mono<String> kept(Trial.Result result, Editor by) {
        byte[] bytes = ModelFile.bytes(result.tree());
        return models.history(1)
                .next()
                .map(newest -> newest.number() + 1)
                .defaultIfEmpty(1L)
                .map(number -> new ModelVersion(
                        number,
                        result.tree().model().about().learnedAt(),
                        result.learned(),
                        result.tree().model().labels().size(),
                        result.contest(),
                        by,
                        key(bytes),
                        bytes.length))
                .flatMap(version -> models.keep(version, bytes)
                        .flatMap(kept -> kept ? decided(version, result) : Mono.just("另一次训练先完成了，本次的结果没有保留。")));
    }

    private Mono<String> decided(ModelVersion version, Trial.Result result) {
        var words = version.contest().words();
        var next = new InUse(version.number(), version.by(), clock.instant(), words);
        return (version.contest().noWorse()
                        ? taken(next, new Trained(version.name(), result.tree()))
                                .then()
                        : Mono.<Void>empty())
                .then(forgetOld())
                .thenReturn(version.name() + "：" + words);
    }

    private Mono<Void> forgetOld() {
        return models.history(HISTORY)
                .skip(KEPT)
                .filter(old -> old.number() != inUse.number())
                .concatMap(models::forget)
                .then();
    }

    private Mono<InUse> taken(InUse next, @Nullable Trained model) {
        return models.use(next).doOnNext(kept -> takeUp(kept, model));
    }

    private synchronized void takeUp(InUse next, @Nullable Trained model) {
        inUse = next;
        heard = next;
        trained = model;
        classifier.use(model);
        LOG.info("Appeals are classified by {} from now on", classifier.name());
    }

    /** @param trained null for the lexicon alone */
    private record Found(@Nullable Trained trained) {}

    private Mono<Found> loaded(long number) {
        if (number == InUse.LEXICON) {
            return Mono.just(new Found(null));
        }
        return models.version(number)
                .switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)))
                .flatMap(version -> models.bytes(version)
                        .publishOn(background)
                        .map(bytes -> new Found(
                                new Trained(version.name(), ModelFile.read(bytes, version.name(), classifier::hints))))
                        // HanLP's dictionaries are read now, not when the first caller waits.
                        .doOnNext(found -> classifier.classify(found.trained, null, "诉求"))
                        .doOnNext(found -> faults.remove(number))
                        .doOnError(Unusable.class, unusable -> faults.put(number, unusable.chinese())));
    }

    private void tell(String words) {
        course.updateAndGet(now -> new Course(now.asked, now.startedAt, words, now.endedAt));
    }

    private void end(String words) {
        course.set(new Course(null, null, words, clock.instant()));
    }

    private static String key(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of another tenant there is nothing here. */
    private <T> Mono<T> ours(Mono<T> asked) {
        return Cause.current()
                .flatMap(cause ->
                        cause.tenant().equals(tenant) ? asked : Mono.error(() -> new Refused(General.NOT_FOUND)));
    }

    private Cause itself() {
        return Cause.command(tenant, Editor.SERVICE.account(), null, null);
    }

    private static final class Lessons {
        private final List<LabelledText> texts = new ArrayList<>();
        private long letters;

        private Lessons with(LabelledText text) {
            texts.add(text);
            letters += text.title().length() + text.details().length();
            return this;
        }
    }
}
