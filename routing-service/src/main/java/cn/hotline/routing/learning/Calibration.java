package cn.hotline.routing.learning;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Turns scores into probabilities that may be believed: what is said to be 90 % sure is right in at least nine of ten
 * cases. Softmax with a sharpness (temperature scaling, Guo et al. 2017) found on texts that the scoring model has not
 * learned from.
 *
 * @param sharpness the higher, the surer the same scores make
 * @param trust how much a second opinion, such as that of a lexicon, counts beside the scores
 */
public record Calibration(double sharpness, double trust) {

    private static final int ROUNDS = 3;
    private static final int STEPS = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /**
     * Scores of one text and the place of the right class among them.
     *
     * @param opinions a second opinion on each class, 0 to 1
     * @param right negative when the right class is none of them
     */
    record Scored(double[] scores, double[] opinions, int right) {}

    /**
     * The one under which the right classes of these texts are least surprising.
     *
     * @param wrongLabels share of labels that may be wrong though nobody noticed, 0 to 1
     */
    static Calibration of(List<Scored> all, double wrongLabels) {
        var texts = all.stream().filter(text -> text.right >= 0).toList();
        boolean opinions = texts.stream().anyMatch(text -> {
            for (double opinion : text.opinions) {
                if (opinion != 0) {
                    return true;
                }
            }
            return false;
        });
        double sharpness = 1;
        double trust = 0;
        for (int round = 0; round < (opinions ? ROUNDS : 1); round++) {
            double fixedTrust = trust;
            sharpness = Math.exp(
                    lowest(-3, 5, log -> new Calibration(Math.exp(log), fixedTrust).surprise(texts, wrongLabels)));
            double fixedSharpness = sharpness;
            trust = opinions
                    ? lowest(0, 20, tried -> new Calibration(fixedSharpness, tried).surprise(texts, wrongLabels))
                    : 0;
        }
        return new Calibration(sharpness, trust);
    }

    /** Probabilities of the classes, which sum to 1. */
    double[] probabilities(double[] scores, double[] opinions) {
        var probabilities = new double[scores.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = sharpness * scores[i] + trust * opinions[i];
            highest = Math.max(highest, probabilities[i]);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = Math.exp(probabilities[i] - highest);
            sum += probabilities[i];
        }
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    /**
     * How surprising the right classes are. As with Platt's targets, one text beside those seen is imagined to be of
     * any class: a few texts that were all right do not prove that the next one cannot be wrong.
     */
    private double surprise(List<Scored> texts, double wrongLabels) {
        double doubt = Math.max(wrongLabels, 1.0 / (texts.size() + 2));
        double surprise = 0;
        for (var text : texts) {
            double[] probabilities = probabilities(text.scores, text.opinions);
            surprise -= (1 - doubt) * log(probabilities[text.right]);
            for (double probability : probabilities) {
                surprise -= doubt / probabilities.length * log(probability);
            }
        }
        return surprise;
    }

    private static double log(double probability) {
        return Math.log(Math.max(Double.MIN_NORMAL, probability));
    }

    /** Where a function with one valley is lowest, by golden section. */
    private static double lowest(double from, double to, DoubleUnaryOperator function) {
        double low = from;
        double high = to;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = function.applyAsDouble(left);
        double atRight = function.applyAsDouble(right);
        for (int i = 0; i < STEPS; i++) {
            if (atLeft < atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = function.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = function.applyAsDouble(right);
            }
        }
        return (low + high) / 2;
    }
}
