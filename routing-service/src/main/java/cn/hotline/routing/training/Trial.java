package cn.hotline.routing.training;

import cn.hotline.routing.classification.Classifier;
import cn.hotline.routing.classification.Classifier.Trained;
import cn.hotline.routing.learning.Accuracy;
import cn.hotline.routing.learning.Accuracy.Decision;
import cn.hotline.routing.learning.LabelledText;
import cn.hotline.routing.learning.Learner;
import cn.hotline.routing.learning.ModelTree;
import cn.hotline.routing.learning.TextModel;
import cn.hotline.routing.learning.Unusable;
import cn.hotline.routing.training.model.Contest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Learns from four fifths of the tickets, and sets the new model against what is in use on the last fifth. Which tickets
 * are kept aside follows from their numbers: in every training the same, so that no model in use has learned them either.
 *
 * <p>One model tells the classes of the second level apart, and below each of them another those of the third, where people
 * have told enough tickets so.
 */
final class Trial {

    private static final int KEPT_ASIDE_ONE_IN = 5;
    private static final int LEAST_KEPT_ASIDE = 30;
    /**
     * Of the classes that tickets are closed with, so many are wrong and nobody minded. Most were given by what decided
     * before; without this doubt it would prove itself right.
     */
    private static final double WRONG_LABELS = 0.03;

    private static final int DRAWS = 200;
    private static final long SEED = 12345;

    private final Classifier classifier;
    private final int leastTickets;

    Trial(Classifier classifier, int leastTickets) {
        this.classifier = classifier;
        this.leastTickets = leastTickets;
    }

    /** @param learned how many tickets the model learned from */
    record Result(ModelTree tree, int learned, Contest contest) {}

    static boolean isKeptAside(String number) {
        var sum = new CRC32();
        sum.update(number.getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % KEPT_ASIDE_ONE_IN == 0;
    }

    /**
     * Takes seconds to minutes of one processor.
     *
     * @param running the model in use; null for the lexicon alone
     * @param progress told what is being done, in a few words
     * @throws Unusable when there are too few tickets to learn from, or to judge by
     */
    Result run(List<LabelledText> tickets, @Nullable Trained running, Instant at, Consumer<String> progress) {
        var kept = tickets.stream().filter(text -> isKeptAside(text.id())).toList();
        if (tickets.size() < leastTickets || kept.size() < LEAST_KEPT_ASIDE) {
            throw new Unusable(
                    "已确认分类的工单只有 " + tickets.size() + " 张，满 " + leastTickets + " 张后再训练；此前由词库和规则分类。",
                    "There are only " + tickets.size() + " tickets whose class is known; " + leastTickets
                            + " are needed.");
        }
        boolean third = kept.stream().filter(this::isOfTheThird).count() >= LEAST_KEPT_ASIDE;
        var lessons = lessons(tickets.stream().map(this::ofTheSecond).toList());
        var model = learner(text -> classifier.opinions(text.title(), text.details()), progress)
                .learn(lessons, at)
                .model();
        var below = third ? below(tickets, at, progress) : Map.<String, TextModel>of();
        var tree = new ModelTree(model, below);
        progress.accept("比较新旧模型");
        var candidate = decided(kept, new Trained("", tree));
        var before = decided(kept, running);
        return new Result(
                tree,
                lessons.size(),
                new Contest(
                        kept.size(),
                        figures(second(candidate)),
                        figures(second(before)),
                        running == null ? "词库" : running.name(),
                        noise(second(candidate), second(before), Accuracy::macroF1),
                        third ? third(tree, candidate, before) : null));
    }

    private Learner learner(Function<LabelledText, Map<String, Double>> opinions, Consumer<String> progress) {
        return new Learner(classifier::hints, opinions, WRONG_LABELS, step -> progress.accept(step.chinese()));
    }

    /** Classes with fewer texts are left to the lexicon. */
    private static List<LabelledText> lessons(List<LabelledText> tickets) {
        var lessons = tickets.stream().filter(text -> !isKeptAside(text.id())).toList();
        var counts = lessons.stream().collect(Collectors.groupingBy(LabelledText::label, Collectors.counting()));
        return lessons.stream()
                .filter(text -> counts.get(text.label()) >= Learner.LEAST_OF_A_CLASS)
                .toList();
    }

    /** A model for each class of the second level whose tickets tell several of the third apart. */
    private Map<String, TextModel> below(List<LabelledText> tickets, Instant at, Consumer<String> progress) {
        progress.accept("训练三级分类");
        var bySecond = lessons(tickets.stream().filter(this::isOfTheThird).toList()).stream()
                .collect(Collectors.groupingBy(text -> classifier.second(text.label())));
        var below = new HashMap<String, TextModel>();
        bySecond.forEach((second, lessons) -> {
            try {
                var learner =
                        learner(text -> classifier.opinionsBelow(second, text.title(), text.details()), unheard -> {});
                below.put(second, learner.learn(lessons, at).model());
            } catch (Unusable tooFew) {
                // Which class of the third level it is, the lexicon goes on to tell.
            }
        });
        return below;
    }

    private boolean isOfTheThird(LabelledText text) {
        return classifier.isThird(text.label());
    }

    private LabelledText ofTheSecond(LabelledText text) {
        return new LabelledText(text.id(), text.title(), text.details(), classifier.second(text.label()));
    }

    private List<Decision> second(List<Decision> decisions) {
        return decisions.stream()
                .map(one ->
                        new Decision(classifier.second(one.right()), classifier.second(one.said()), one.confidence()))
                .toList();
    }

    private Contest.Third third(ModelTree tree, List<Decision> candidate, List<Decision> running) {
        var those = third(candidate);
        var before = third(running);
        return new Contest.Third(
                tree.classesBelow(),
                those.size(),
                Accuracy.of(those).accuracy(),
                Accuracy.of(before).accuracy(),
                noise(those, before, Accuracy::accuracy));
    }

    private List<Decision> third(List<Decision> decisions) {
        return decisions.stream().filter(one -> classifier.isThird(one.right())).toList();
    }

    private List<Decision> decided(List<LabelledText> kept, @Nullable Trained by) {
        return kept.stream()
                .map(text -> classifier.classify(by, text.title(), text.details()).stream()
                        .findFirst()
                        .map(best -> new Decision(text.label(), best.code(), best.confidence()))
                        .orElse(new Decision(text.label(), "", 0)))
                .toList();
    }

    private static Contest.Figures figures(List<Decision> decisions) {
        var accuracy = Accuracy.of(decisions);
        return new Contest.Figures(accuracy.macroF1(), accuracy.accuracy(), accuracy.sureShare(), accuracy.sureRight());
    }

    /** The standard error of the difference by bootstrap: both on the same tickets, drawn again and again. */
    private static double noise(List<Decision> candidate, List<Decision> running, ToDoubleFunction<Accuracy> figure) {
        var random = new Random(SEED);
        var differences = new double[DRAWS];
        double mean = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] drawn = random.ints(candidate.size(), 0, candidate.size()).toArray();
            differences[draw] =
                    figure.applyAsDouble(drawn(candidate, drawn)) - figure.applyAsDouble(drawn(running, drawn));
            mean += differences[draw] / DRAWS;
        }
        double squares = 0;
        for (double difference : differences) {
            squares += (difference - mean) * (difference - mean);
        }
        return Math.sqrt(squares / (DRAWS - 1));
    }

    private static Accuracy drawn(List<Decision> decisions, int[] drawn) {
        return Accuracy.of(Arrays.stream(drawn).mapToObj(decisions::get).toList());
    }
}
