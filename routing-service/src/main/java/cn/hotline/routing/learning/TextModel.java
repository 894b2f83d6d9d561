package cn.hotline.routing.learning;

import static java.util.Comparator.comparingDouble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was learned: a linear model over the features of texts, and how far its scores may be believed. Immutable, safe
 * for use by several threads.
 */
public final class TextModel {

    private static final int MOST_WORDS = 5;
    /** Words that say less than this share of what the weightiest says are left out of the evidence. */
    private static final double WORTH_TELLING = 0.25;

    private final About about;
    private final List<String> labels;
    private final Features features;
    private final Index index;
    private final byte[] blocks;
    private final float[] weights;
    private final short[] coefficients;
    private final float[] scales;
    private final double strangeness;
    private final Calibration calibration;

    /**
     * What a model was made of, and how well it did on texts that were kept aside, each by a model that did not learn it.
     *
     * @param texts how many it learned from
     */
    public record About(Instant learnedAt, int texts, double macroF1, double accuracy) {}

    /** A class a text may belong to, and how sure that is, 0 to 1. */
    public record Guess(String label, double confidence) {}

    /** @param parts see there; taken over, not copied */
    TextModel(About about, Parts parts, Hints hints) {
        this.about = about;
        this.labels = parts.labels();
        this.features = new Features(hints);
        this.index = parts.index();
        this.blocks = parts.blocks();
        this.weights = parts.weights();
        this.coefficients = parts.coefficients();
        this.scales = parts.scales();
        this.strangeness = parts.strangeness();
        this.calibration = parts.calibration();
    }

    /**
     * The numbers a model is made of.
     *
     * @param labels of the classes
     * @param index the number of every feature
     * @param blocks by feature
     * @param weights by feature: how telling it is at all
     * @param coefficients by feature and class, in units of {@code scales}
     * @param scales by class
     * @param strangeness what a feature weighs that was not met in learning
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Parts(
            List<String> labels,
            Index index,
            byte[] blocks,
            float[] weights,
            short[] coefficients,
            float[] scales,
            double strangeness,
            Calibration calibration) {}

    Parts parts() {
        return new Parts(labels, index, blocks, weights, coefficients, scales, strangeness, calibration);
    }

    public About about() {
        return about;
    }

    public List<String> labels() {
        return labels;
    }

    public Calibration calibration() {
        return calibration;
    }

    /** Reads a text once, for all that may be asked of it. */
    public Reading read(String title, String details) {
        return new Reading(features.read(title, details));
    }

    /** All classes, surest first. */
    public List<Guess> guess(String title, String details) {
        return read(title, details).guess(Map.of());
    }

    /** A class that nothing was learned of is as unlikely as the unlikeliest. */
    static double[] widened(double[] scores, int length) {
        var widened = Arrays.copyOf(scores, length);
        Arrays.fill(widened, scores.length, length, Arrays.stream(scores).min().orElse(0));
        return widened;
    }

    /** One text as this model sees it. */
    public final class Reading {

        private final Features.Text text;
        private final Row row;

        private Reading(Features.Text text) {
            this.text = text;
            this.row = Row.of(text, (block, feature) -> index.find(feature));
        }

        /** Whether anything in it was met in learning. */
        public boolean knows() {
            return row.features().length > 0;
        }

        /**
         * All classes, and those of the second opinion, surest first; the confidences sum to 1.
         *
         * @param opinions a second opinion, such as that of a lexicon: class and confidence, 0 to 1
         */
        public List<Guess> guess(Map<String, Double> opinions) {
            var all = new ArrayList<>(labels);
            opinions.keySet().stream().filter(label -> !labels.contains(label)).forEach(all::add);
            double[] probabilities = calibration.probabilities(
                    widened(scores(row), all.size()),
                    all.stream()
                            .mapToDouble(label -> opinions.getOrDefault(label, 0.0))
                            .toArray());
            var guesses = new ArrayList<Guess>();
            for (int i = 0; i < all.size(); i++) {
                guesses.add(new Guess(all.get(i), probabilities[i]));
            }
            guesses.sort(comparingDouble(Guess::confidence).reversed());
            return List.copyOf(guesses);
        }

        /**
         * The words that speak most for this class and against the others, weightiest first, at most five. What runs of
         * letters and pairs of words say is laid upon the words in which they stand.
         *
         * @return empty when nothing speaks for it, or nothing was learned of it
         */
        public List<String> evidence(String label) {
            int wanted = labels.indexOf(label);
            return wanted < 0 ? List.of() : weightiest(laidOn(said(row, wanted)));
        }

        private Map<String, Double> laidOn(double[] said) {
            var letters = List.of(
                    new double[text.part(Features.TITLE).length()],
                    new double[text.part(Features.DETAILS).length()]);
            text.tell((block, feature, part, start, end) -> {
                int number = index.find(feature);
                if (number != Index.NONE) {
                    double each = said[Arrays.binarySearch(row.features(), number)] / (end - start);
                    for (int at = start; at < end; at++) {
                        letters.get(part)[at] += each;
                    }
                }
            });
            var words = new LinkedHashMap<String, Double>();
            for (int part = Features.TITLE; part <= Features.DETAILS; part++) {
                for (var word : Words.readable(text.words(part))) {
                    if (wasMet(word)) {
                        double sum = Arrays.stream(letters.get(part), word.start(), word.end())
                                .sum();
                        words.merge(word.text(), sum, Double::sum);
                    }
                }
            }
            return words;
        }

        /** In learning, so in several texts. */
        private boolean wasMet(Words.Word word) {
            long feature = word.isOfLetters() ? Features.letters(word.text()) : Features.word(word.text());
            return index.find(feature) != Index.NONE;
        }
    }

    private static List<String> weightiest(Map<String, Double> words) {
        double most =
                words.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return words.entrySet().stream()
                .filter(word -> word.getValue() > 0 && word.getValue() >= most * WORTH_TELLING)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(MOST_WORDS)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What each feature of the row adds to the class beyond the mean of all, for one of its occurrences. */
    private double[] said(Row row, int label) {
        double[] values = row.values(weights, blocks, strangeness);
        for (int i = 0; i < values.length; i++) {
            double mean = 0;
            for (int other = 0; other < labels.size(); other++) {
                mean += coefficient(row.features()[i], other) / labels.size();
            }
            double times = Math.exp(row.counts()[i] - 1);
            values[i] *= (coefficient(row.features()[i], label) - mean) / times;
        }
        return values;
    }

    private double[] scores(Row row) {
        var scores = new double[labels.size()];
        double[] values = row.values(weights, blocks, strangeness);
        for (int i = 0; i < values.length; i++) {
            int first = row.features()[i] * scores.length;
            for (int label = 0; label < scores.length; label++) {
                scores[label] += values[i] * coefficients[first + label];
            }
        }
        for (int label = 0; label < scores.length; label++) {
            scores[label] *= scales[label];
        }
        return scores;
    }

    private double coefficient(int feature, int label) {
        return (double) coefficients[feature * labels.size() + label] * scales[label];
    }
}
