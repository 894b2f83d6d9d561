package cn.hotline.routing.training;

import static cn.hotline.routing.training.model.TrainingRefusal.ALREADY_IN_USE;
import static cn.hotline.routing.training.model.TrainingRefusal.MODEL_UNUSABLE;
import static cn.hotline.routing.training.model.TrainingRefusal.TRAINING_ALREADY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.Classifier;
import cn.hotline.routing.classification.model.CategorySuggestion;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.learning.LabelledText;
import cn.hotline.routing.training.model.InUse;
import cn.hotline.routing.training.model.ModelVersion;
import cn.hotline.routing.version.model.Editor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class TrainingDeskTest {

    private static final Editor ADMIN = new Editor("admin", "管理员");
    private static final String DOG = "铲屎官又没收拾";

    private final InMemoryModels models = new InMemoryModels();
    private final Categories categories = Categories.load(KnowledgeFiles.ofClassPath());
    private final Classifier classifier = Classifier.load(KnowledgeFiles.ofClassPath(), categories);
    private List<LabelledText> tickets = Schooling.tickets(150);
    private final TrainingDesk desk = desk(classifier);

    @Test
    void whatPeopleCorrectedIsKnownFromThenOn() {
        assertThat(classifier.classify(null, DOG)).isEmpty();

        train();

        assertThat(best(DOG).code()).isEqualTo(Schooling.DOGS);
        assertThat(best(DOG).evidence()).contains("铲屎官");
    }

    @Test
    void whatPeopleToldOfTheThirdLevelIsKnownFromThenOn() {
        tickets = Schooling.toTheThird(150);
        assertThat(classifier.classify(null, "大黄无主"))
                .noneMatch(seen -> seen.code().equals(Schooling.STRAY));

        train();

        assertThat(best("铲屎官走了，大黄无主").code()).isEqualTo(Schooling.STRAY);
        assertThat(best("铲屎官家半夜汪汪").code()).isEqualTo(Schooling.BARKING);
        assertThat(best("铲屎官家半夜汪汪").evidence()).containsAnyOf("汪汪", "半夜");
    }

    @Test
    void whatNothingSaysOfTheThirdLevelStaysWithTheSecond() {
        tickets = Schooling.toTheThird(150);

        train();

        assertThat(best("铲屎官不文明").code()).isEqualTo(Schooling.DOGS);
    }

    @Test
    void aVersionTellsHowItDidOnTheThirdLevel() {
        tickets = Schooling.toTheThird(150);

        train();

        var third = Objects.requireNonNull(version(1).contest().third());
        assertThat(third.classes()).isEqualTo(2);
        assertThat(third.tickets()).isGreaterThan(30);
        assertThat(third.candidate()).isGreaterThan(third.running());
        assertThat(version(1).contest().words()).contains("张有三级分类");
    }

    @Test
    void aModelThatIsWorseOnTheThirdLevelIsNotTakenIntoUse() {
        tickets = Schooling.toTheThird(150);
        train();
        tickets = swapped(tickets, Schooling.STRAY, Schooling.BARKING);

        train();

        assertThat(version(2).contest().noWorse()).isFalse();
        assertThat(overview().inUse().number()).isEqualTo(1);
        assertThat(best("铲屎官家半夜汪汪").code()).isEqualTo(Schooling.BARKING);
    }

    @Test
    void afterAStartTheThirdLevelIsKnownAsWell() {
        tickets = Schooling.toTheThird(150);
        train();
        var another = Classifier.load(KnowledgeFiles.ofClassPath(), categories);

        desk(another).begin().block();

        assertThat(another.classify(null, "铲屎官家半夜汪汪")).isEqualTo(classifier.classify(null, "铲屎官家半夜汪汪"));
    }

    @Test
    void everyDecisionNamesTheModelAndTheLexicon() {
        var lexiconAlone = classifier.name();
        assertThat(lexiconAlone)
                .isEqualTo("LEXICON-"
                        + KnowledgeFiles.ofClassPath()
                                .read("lexicon.tsv", "category", "weight", "words")
                                .version());

        train();

        assertThat(best(DOG).by()).isEqualTo("MODEL-1+" + lexiconAlone);
        assertThat(classifier.name()).isEqualTo(best(DOG).by());
    }

    @Test
    void aVersionTellsHowItDidAgainstWhatWasInUse() {
        train();

        var contest = version(1).contest();
        assertThat(contest.runningName()).isEqualTo("词库");
        assertThat(contest.tickets()).isEqualTo((int) tickets.stream()
                .filter(ticket -> Trial.isKeptAside(ticket.id()))
                .count());
        assertThat(contest.candidate().macroF1())
                .isGreaterThan(contest.running().macroF1());
    }

    @Test
    void aModelThatIsWorseIsKeptButNotTakenIntoUse() {
        train();
        tickets = swapped(Schooling.tickets(150), Schooling.DOGS, Schooling.BUSES);

        train();

        assertThat(version(2).contest().noWorse()).isFalse();
        assertThat(overview().inUse().number()).isEqualTo(1);
        assertThat(overview().course().words()).contains("没有启用");
        assertThat(best(DOG).code()).isEqualTo(Schooling.DOGS);
    }

    @Test
    void aModelAsGoodAsTheOneInUseTakesItsPlace() {
        train();
        train();

        assertThat(overview().inUse().number()).isEqualTo(2);
        assertThat(version(2).contest().runningName()).isEqualTo("MODEL-1");
    }

    @Test
    void withTooFewTicketsTheLexiconGoesOnAlone() {
        var lexiconAlone = classifier.name();
        tickets = Schooling.tickets(20);

        train();

        assertThat(overview().course().words()).contains("只有 40 张").contains("满 200 张");
        assertThat(overview().versions()).isEmpty();
        assertThat(classifier.name()).isEqualTo(lexiconAlone);
    }

    @Test
    void anOldVersionCanBeTakenIntoUseAgain() {
        train();
        train();

        use(1);

        assertThat(classifier.name()).startsWith("MODEL-1+");
        assertThat(overview().inUse().reason()).isEqualTo("回退");
    }

    @Test
    void theLexiconAloneCanBeTakenIntoUseAgain() {
        train();

        use(InUse.LEXICON);

        assertThat(classifier.classify(null, DOG)).isEmpty();
    }

    @Test
    void whatIsInUseNeedsNotBeTakenIntoUse() {
        train();

        assertThat(refused(() -> use(1))).isEqualTo(ALREADY_IN_USE);
    }

    @Test
    void aDamagedModelIsRefusedAndThePreviousStaysInUse() {
        train();
        train();
        models.damage(version(1));

        assertThat(refused(() -> use(1))).isEqualTo(MODEL_UNUSABLE);

        assertThat(classifier.name()).startsWith("MODEL-2+");
        assertThat(overview().faults().get(1L)).contains("已损坏");
    }

    @Test
    void aDamagedModelDoesNotKeepTheServiceFromStarting() {
        train();
        models.damage(version(1));
        var another = Classifier.load(KnowledgeFiles.ofClassPath(), categories);
        var restarted = desk(another);

        restarted.begin().block();

        assertThat(another.name()).startsWith("LEXICON-");
        assertThat(asked(restarted.overview()).faults()).containsKey(1L);
    }

    @Test
    void afterAStartTheSameModelDecides() {
        train();
        var another = Classifier.load(KnowledgeFiles.ofClassPath(), categories);

        desk(another).begin().block();

        assertThat(another.classify(null, DOG)).isEqualTo(classifier.classify(null, DOG));
    }

    @Test
    void anotherReplicaTakesUpWhatIsInUse() {
        var another = Classifier.load(KnowledgeFiles.ofClassPath(), categories);
        var replica = desk(another);
        replica.begin().block();
        train();

        replica.refresh().block();

        assertThat(another.name()).isEqualTo(classifier.name());
    }

    @Test
    void aTrainingThatBreaksOffChangesNothing() {
        train();
        var broken = new TrainingDesk(
                models,
                () -> Flux.error(new IllegalStateException("the store is away")),
                classifier,
                200,
                1_000_000,
                "630100",
                Schedulers.immediate(),
                Clock.systemUTC());
        asked(broken.ask(ADMIN));
        broken.work().block();

        assertThat(asked(broken.overview()).course().isGoingOn()).isFalse();
        assertThat(asked(broken.overview()).course().words()).contains("现用的模型不变");
        assertThat(classifier.name()).startsWith("MODEL-1+");
    }

    @Test
    void onlyOneTrainingIsAskedForAtATime() {
        asked(desk.ask(ADMIN));

        assertThat(refused(() -> asked(desk.ask(ADMIN)))).isEqualTo(TRAINING_ALREADY);
    }

    @Test
    void nothingIsTrainedUnlessAskedFor() {
        desk.work().block();

        assertThat(overview().versions()).isEmpty();
    }

    private TrainingDesk desk(Classifier of) {
        return new TrainingDesk(
                models,
                () -> Flux.fromIterable(tickets),
                of,
                200,
                1_000_000,
                "630100",
                Schedulers.immediate(),
                Clock.fixed(Instant.parse("2026-11-22T19:00:00Z"), ZoneOffset.UTC));
    }

    private void train() {
        asked(desk.ask(ADMIN));
        desk.work().block();
    }

    private void use(long number) {
        asked(desk.use(number, "回退", ADMIN));
    }

    private TrainingDesk.Overview overview() {
        return asked(desk.overview());
    }

    private ModelVersion version(long number) {
        return overview().versions().stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private CategorySuggestion best(String text) {
        return classifier.classify(null, text).get(0);
    }

    /** The lessons of somebody who mistakes one class for the other; what is kept aside is right. */
    private static List<LabelledText> swapped(List<LabelledText> tickets, String one, String other) {
        return tickets.stream()
                .map(ticket -> Trial.isKeptAside(ticket.id()) ? ticket : swapped(ticket, one, other))
                .toList();
    }

    private static LabelledText swapped(LabelledText ticket, String one, String other) {
        String label = ticket.label().equals(one) ? other : ticket.label().equals(other) ? one : ticket.label();
        return new LabelledText(ticket.id(), ticket.title(), ticket.details(), label);
    }

    private static <T> T asked(Mono<T> answer) {
        return answer.contextWrite(Cause.command("630100", "admin", null, null).context())
                .block();
    }

    private static Object refused(Runnable act) {
        return catchThrowableOfType(Refused.class, act::run).reason();
    }
}
