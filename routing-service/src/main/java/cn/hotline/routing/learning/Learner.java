package cn.hotline.routing.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes a {@link TextModel} of labelled texts: liblinear's multi-class support vectors (Crammer and Singer) over weighed
 * features; sharpness and figures by five-fold cross-validation. The same texts give the same model.
 */
public final class Learner {

    /** Without so many texts of at least two classes nothing can be kept aside to judge by. */
    public static final int LEAST_OF_A_CLASS = 5;

    private static final int FOLDS = 5;
    private static final int LEAST_TEXTS_OF_A_FEATURE = 2;
    /** Coefficients a model may have: with seven classes half a million features, with seventy a tenth of that. */
    private static final int MOST_COEFFICIENTS = 4_000_000;

    private static final double COST = 0.3;
    private static final double PRECISION = 0.1;
    private static final int ROUNDS = 100;
    /** How far rare classes are made up for: 0 not at all, 1 wholly. */
    private static final double FAIRNESS = 0.5;
    /** How far the weight of a feature depends on whether it tells classes apart, not only on how rare it is. */
    private static final double TELLING = 0.7;

    private static final double TELLING_AT_MOST = 3;
    /** What a feature that was never met weighs against the rarest that was. */
    private static final double STRANGE = 0.25;
    /** Texts of the usual mixture that are imagined with every feature, so that few real ones prove little. */
    private static final double IMAGINED = 5;

    private static final long SEED = 12345;

    private final Hints hints;
    private final Function<LabelledText, Map<String, Double>> opinions;
    private final double wrongLabels;
    private final Consumer<Step> progress;

    /**
     * @param opinions a second opinion on a text, such as that of a lexicon: class and confidence, 0 to 1
     * @param wrongLabels share of labels that may be wrong though nobody noticed, 0 to 1; nothing is said surer than that
     * @param progress told what is being done
     */
    public Learner(
            Hints hints,
            Function<LabelledText, Map<String, Double>> opinions,
            double wrongLabels,
            Consumer<Step> progress) {
        this.hints = hints;
        this.opinions = opinions;
        this.wrongLabels = wrongLabels;
        this.progress = progress;
    }

    /** What is being done, for those who wait, in both languages. */
    public record Step(String chinese, String english) {

        public String both() {
            return chinese + " " + english;
        }
    }

    /**
     * What was learned.
     *
     * @param aside how right it was on texts kept aside, each decided by a model that did not learn it
     */
    public record Learned(TextModel model, Accuracy aside) {}

    /**
     * Learns; takes seconds to minutes of one processor.
     *
     * @param at when, for the record
     * @throws Unusable when there are too few texts or classes to learn from
     */
    public Learned learn(List<LabelledText> texts, Instant at) {
        var labels = List.copyOf(
                new TreeSet<>(texts.stream().map(LabelledText::label).toList()));
        refuseWhatTeachesNothing(texts, labels);
        Linear.disableDebugOutput();
        progress.accept(new Step("读取 " + texts.size() + " 条文本", "Reading " + texts.size() + " texts"));
        var corpus = new Corpus(texts, labels);
        int[] folds = Folds.of(texts, FOLDS);
        var scores = new double[texts.size()][];
        for (int fold = 0; fold < FOLDS; fold++) {
            progress.accept(
                    new Step("交叉验证 " + (fold + 1) + "/" + FOLDS, "Cross-validating " + (fold + 1) + "/" + FOLDS));
            int left = fold;
            var fitted = corpus.fit(i -> folds[i] != left);
            IntStream.range(0, texts.size())
                    .filter(i -> folds[i] == left)
                    .forEach(i -> scores[i] = fitted.scores(corpus.rows.get(i)));
        }
        var kept = aside(texts, labels, scores);
        var calibration = Calibration.of(kept.stream().map(Aside::scored).toList(), wrongLabels);
        var accuracy =
                Accuracy.of(kept.stream().map(each -> each.decided(calibration)).toList());
        progress.accept(new Step("用全部文本训练", "Training on all"));
        var about = new TextModel.About(at, texts.size(), accuracy.macroF1(), accuracy.accuracy());
        return new Learned(new TextModel(about, corpus.fit(i -> true).parts(labels, calibration), hints), accuracy);
    }

    /**
     * The same model at once, with nothing kept aside: for few lessons of which the calibration was found before. What is
     * known about it are no figures.
     *
     * @throws Unusable when there are too few texts or classes to learn from
     */
    public TextModel learn(List<LabelledText> texts, Calibration calibration, Instant at) {
        var labels = List.copyOf(
                new TreeSet<>(texts.stream().map(LabelledText::label).toList()));
        refuseWhatTeachesNothing(texts, labels);
        Linear.disableDebugOutput();
        var parts = new Corpus(texts, labels).fit(i -> true).parts(labels, calibration);
        return new TextModel(new TextModel.About(at, texts.size(), Double.NaN, Double.NaN), parts, hints);
    }

    private static void refuseWhatTeachesNothing(List<LabelledText> texts, List<String> labels) {
        if (labels.size() == 1) {
            throw new Unusable(
                    "全部文本都是同一类“" + labels.get(0) + "”，学不到区别；请提供至少两类。",
                    "All texts are of one class, " + labels.get(0) + ": at least two are needed.");
        }
        var counts = new HashMap<String, Integer>();
        texts.forEach(text -> counts.merge(text.label(), 1, Integer::sum));
        long enough = counts.values().stream()
                .filter(count -> count >= LEAST_OF_A_CLASS)
                .count();
        if (enough < 2) {
            throw new Unusable(
                    "文本太少：至少两类各要有 " + LEAST_OF_A_CLASS + " 条。",
                    "Too few texts: at least two classes need " + LEAST_OF_A_CLASS + " each.");
        }
    }

    /** Texts kept aside with the scores of a model that did not learn them, as the calibration wants them. */
    private List<Aside> aside(List<LabelledText> texts, List<String> labels, double[][] scores) {
        var aside = new ArrayList<Aside>();
        for (int i = 0; i < scores.length; i++) {
            var all = new ArrayList<>(labels);
            var opinion = opinions.apply(texts.get(i));
            opinion.keySet().stream().filter(label -> !labels.contains(label)).forEach(all::add);
            var scored = new Calibration.Scored(
                    TextModel.widened(scores[i], all.size()),
                    all.stream()
                            .mapToDouble(label -> opinion.getOrDefault(label, 0.0))
                            .toArray(),
                    all.indexOf(texts.get(i).label()));
            aside.add(new Aside(texts.get(i).label(), List.copyOf(all), scored));
        }
        return aside;
    }

    private record Aside(String right, List<String> classes, Calibration.Scored scored) {

        private Accuracy.Decision decided(Calibration calibration) {
            double[] probabilities = calibration.probabilities(scored.scores(), scored.opinions());
            int best = IntStream.range(0, probabilities.length)
                    .reduce((a, b) -> probabilities[b] > probabilities[a] ? b : a)
                    .orElseThrow();
            return new Accuracy.Decision(right, classes.get(best), probabilities[best]);
        }
    }

    /** Which texts to fit on. */
    @FunctionalInterface
    private interface Chosen {
        boolean has(int text);
    }

    /** All texts as rows of numbered features. */
    private final class Corpus {

        private final List<Row> rows = new ArrayList<>();
        private final int[] classes;
        private final int labels;
        private final Index index;
        private final byte[] blocks;

        private Corpus(List<LabelledText> texts, List<String> labels) {
            this.labels = labels.size();
            this.classes = texts.stream()
                    .mapToInt(text -> labels.indexOf(text.label()))
                    .toArray();
            var features = new Features(hints);
            var all = new Index(1 << 18);
            var kinds = new ByteArrayOutputStream();
            for (var text : texts) {
                rows.add(Row.of(features.read(text.title(), text.details()), (block, feature, part, start, end) -> {
                    int number = all.add(feature);
                    if (number == kinds.size()) {
                        kinds.write(block.ordinal());
                    }
                    return number;
                }));
            }
            int[] numbers = worthKeeping(all.size());
            var everyKind = kinds.toByteArray();
            rows.replaceAll(row -> row.renumbered(numbers, everyKind));
            int kept = (int) Arrays.stream(numbers)
                    .filter(number -> number != Index.NONE)
                    .count();
            this.index = new Index(kept);
            this.blocks = new byte[kept];
            var everything = all.features();
            for (int i = 0; i < numbers.length; i++) {
                if (numbers[i] != Index.NONE) {
                    blocks[index.add(everything[i])] = everyKind[i];
                }
            }
        }

        /** New numbers for features that stand in several texts, the more frequent first in doubt. */
        private int[] worthKeeping(int features) {
            var texts = new int[features];
            rows.forEach(row -> Arrays.stream(row.features()).forEach(feature -> texts[feature]++));
            int most = MOST_COEFFICIENTS / labels;
            int least = LEAST_TEXTS_OF_A_FEATURE;
            while (count(texts, least) > most) {
                least++;
            }
            var numbers = new int[features];
            int next = 0;
            for (int i = 0; i < features; i++) {
                numbers[i] = texts[i] >= least ? next++ : Index.NONE;
            }
            return numbers;
        }

        private static long count(int[] texts, int least) {
            return Arrays.stream(texts).filter(count -> count >= least).count();
        }

        private Fitted fit(Chosen chosen) {
            int[] those = IntStream.range(0, rows.size()).filter(chosen::has).toArray();
            float[] weights = weights(those);
            var problem = new Problem();
            problem.l = those.length;
            problem.n = weights.length;
            problem.x = new Feature[those.length][];
            problem.y = new double[those.length];
            var counts = new int[labels];
            for (int i = 0; i < those.length; i++) {
                problem.x[i] = nodes(rows.get(those[i]), weights, strangeness(those.length));
                problem.y[i] = classes[those[i]];
                counts[classes[those[i]]]++;
            }
            var parameter = new Parameter(SolverType.MCSVM_CS, COST, PRECISION);
            parameter.setMaxIters(ROUNDS);
            parameter.setRandom(new Random(SEED));
            int[] there = IntStream.range(0, labels)
                    .filter(label -> counts[label] > 0)
                    .toArray();
            if (there.length < 2) {
                throw new Unusable(
                        "文本几乎都一样，学不到区别；请提供更多不同的文本。", "The texts are nearly all the same: others are needed.");
            }
            parameter.setWeights(
                    Arrays.stream(there)
                            .mapToDouble(
                                    label -> Math.pow(those.length / (double) (there.length * counts[label]), FAIRNESS))
                            .toArray(),
                    there);
            return new Fitted(Linear.train(problem, parameter), weights, strangeness(those.length), this);
        }

        private static double strangeness(int texts) {
            return STRANGE * (Math.log(1.0 + texts) + 1);
        }

        private Feature[] nodes(Row row, float[] weights, double strangeness) {
            double[] values = row.values(weights, blocks, strangeness);
            var nodes = new ArrayList<Feature>(values.length);
            for (int i = 0; i < values.length; i++) {
                if (values[i] != 0) {
                    nodes.add(new FeatureNode(row.features()[i] + 1, values[i]));
                }
            }
            return nodes.toArray(Feature[]::new);
        }

        /** Rare features count more, and those that stand in texts of few classes; of those not there, nothing. */
        private float[] weights(int[] those) {
            var found = new int[blocks.length * labels];
            var all = new int[labels];
            for (int text : those) {
                all[classes[text]]++;
                for (int feature : rows.get(text).features()) {
                    found[feature * labels + classes[text]]++;
                }
            }
            var weights = new float[blocks.length];
            for (int feature = 0; feature < weights.length; feature++) {
                int texts = Arrays.stream(found, feature * labels, (feature + 1) * labels)
                        .sum();
                if (texts >= LEAST_TEXTS_OF_A_FEATURE) {
                    double rare = Math.log((1.0 + those.length) / (1 + texts)) + 1;
                    double telling = 1 - disorder(found, feature * labels, texts, all, those.length);
                    weights[feature] = (float) (rare * (1 - TELLING + TELLING * TELLING_AT_MOST * telling));
                }
            }
            return weights;
        }

        /** Entropy of the classes among texts with a feature, were all classes equally frequent; 0 to 1. */
        private double disorder(int[] found, int first, int texts, int[] all, int of) {
            var shares = new double[labels];
            double sum = 0;
            for (int label = 0; label < labels; label++) {
                if (all[label] > 0) {
                    double usual = all[label] / (double) of;
                    shares[label] = (found[first + label] + IMAGINED * usual) / (texts + IMAGINED) / usual;
                    sum += shares[label];
                }
            }
            double disorder = 0;
            for (double share : shares) {
                if (share > 0) {
                    disorder -= share / sum * Math.log(share / sum);
                }
            }
            return disorder / Math.log(labels);
        }
    }

    /** What liblinear made of some of the texts. */
    private static final class Fitted {

        private final Model model;
        private final float[] weights;
        private final double strangeness;
        private final Corpus corpus;

        private Fitted(Model model, float[] weights, double strangeness, Corpus corpus) {
            this.model = model;
            this.weights = weights;
            this.strangeness = strangeness;
            this.corpus = corpus;
        }

        private double[] scores(Row row) {
            var values = new double[model.getNrClass()];
            Linear.predictValues(model, corpus.nodes(row, weights, strangeness), values);
            var scores = new double[corpus.labels];
            // A class that had no text among those keeps what the worst has.
            Arrays.fill(scores, Arrays.stream(values).min().orElse(0));
            for (int i = 0; i < values.length; i++) {
                scores[model.getLabels()[i]] = values[i];
            }
            return scores;
        }

        /** Coefficients as whole numbers of two bytes: the model becomes a quarter as large and decides the same. */
        private TextModel.Parts parts(List<String> labels, Calibration calibration) {
            int classes = labels.size();
            double[] learned = model.getFeatureWeights();
            var highest = new double[classes];
            for (int i = 0; i < learned.length; i++) {
                int label = model.getLabels()[i % classes];
                highest[label] = Math.max(highest[label], Math.abs(learned[i]));
            }
            var scales = new float[classes];
            for (int label = 0; label < classes; label++) {
                scales[label] = (float) (Math.max(highest[label], Double.MIN_NORMAL) / Short.MAX_VALUE);
            }
            var coefficients = new short[learned.length];
            for (int i = 0; i < learned.length; i++) {
                int label = model.getLabels()[i % classes];
                coefficients[i / classes * classes + label] = (short) Math.round(learned[i] / scales[label]);
            }
            return new TextModel.Parts(
                    labels, corpus.index, corpus.blocks, weights, coefficients, scales, strangeness, calibration);
        }
    }
}
