package cn.hotline.routing.learning;

import static java.util.Comparator.comparingDouble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** What another model with the same hints has read. */
    public Reading read(Reading other) {
        return new Reading(other.text);
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

    /** One text as this model sees it. Not to be shared by threads. */
    public final class Reading {

        private final Features.Text text;
        private final Sightings sightings = new Sightings();
        private final Row row;
        private final double[] values;
        private @Nullable Grounds grounds;

        private Reading(Features.Text text) {
            this.text = text;
            this.row = Row.of(text, (block, feature, part, start, end) -> {
                int number = index.find(feature);
                if (number != Index.NONE) {
                    sightings.add(number, part, start, end);
                }
                return number;
            });
            this.values = row.values(weights, blocks, strangeness);
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
                    widened(scores(), all.size()),
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
            if (wanted < 0) {
                return List.of();
            }
            if (grounds == null) {
                grounds = new Grounds(this);
            }
            return weightiest(grounds.words(wanted));
        }

        private double[] scores() {
            var scores = new double[labels.size()];
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
    }

    /** What is the same for every class when one asks for the words that speak for it. */
    private final class Grounds {

        private final Reading reading;
        /** By feature of the row: what it is worth for one of its occurrences, and what all classes have of it in the mean. */
        private final double[] each;

        private final double[] means;
        /** By sighting, which feature of the row it is. */
        private final int[] features;

        private final List<List<Words.Word>> words;

        private Grounds(Reading reading) {
            this.reading = reading;
            var row = reading.row;
            this.each = new double[row.features().length];
            this.means = new double[each.length];
            for (int i = 0; i < each.length; i++) {
                each[i] = reading.values[i] / Math.exp(row.counts()[i] - 1);
                for (int label = 0; label < labels.size(); label++) {
                    means[i] += coefficient(row.features()[i], label) / labels.size();
                }
            }
            this.features = reading.sightings.placesIn(row.features());
            this.words = List.of(met(Features.TITLE), met(Features.DETAILS));
        }

        private List<Words.Word> met(int part) {
            return Words.readable(reading.text.words(part)).stream()
                    .filter(this::wasMet)
                    .toList();
        }

        /** In learning, so in several texts. */
        private boolean wasMet(Words.Word word) {
            long feature = word.isOfLetters() ? Features.letters(word.text()) : Features.word(word.text());
            return index.find(feature) != Index.NONE;
        }

        /** The words of the text with what speaks for the class beyond the mean of all. */
        private Map<String, Double> words(int label) {
            var said = new double[each.length];
            for (int i = 0; i < said.length; i++) {
                said[i] = each[i] * (coefficient(reading.row.features()[i], label) - means[i]);
            }
            var letters = List.of(
                    new double[reading.text.part(Features.TITLE).length()],
                    new double[reading.text.part(Features.DETAILS).length()]);
            reading.sightings.lay(features, said, letters);
            var sums = new LinkedHashMap<String, Double>();
            for (int part = Features.TITLE; part <= Features.DETAILS; part++) {
                for (var word : words.get(part)) {
                    sums.merge(word.text(), sum(letters.get(part), word.start(), word.end()), Double::sum);
                }
            }
            return sums;
        }
    }

    /** Where the features of a text stand that were met in learning. */
    private static final class Sightings {

        private static final int PARTS = 4;

        private int[] all = new int[1_024 * PARTS];
        private int size;

        private void add(int number, int part, int start, int end) {
            if (size == all.length) {
                all = Arrays.copyOf(all, size * 2);
            }
            all[size] = number;
            all[size + 1] = part;
            all[size + 2] = start;
            all[size + 3] = end;
            size += PARTS;
        }

        private int[] placesIn(int[] numbers) {
            var places = new int[size / PARTS];
            for (int i = 0; i < places.length; i++) {
                places[i] = Arrays.binarySearch(numbers, all[i * PARTS]);
            }
            return places;
        }

        /** Lays what a feature says upon the letters in which it stands, to each the same. */
        private void lay(int[] places, double[] said, List<double[]> letters) {
            for (int i = 0; i < places.length; i++) {
                int start = all[i * PARTS + 2];
                int end = all[i * PARTS + 3];
                double each = said[places[i]] / (end - start);
                var part = letters.get(all[i * PARTS + 1]);
                for (int at = start; at < end; at++) {
                    part[at] += each;
                }
            }
        }
    }

    private static double sum(double[] numbers, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += numbers[i];
        }
        return sum;
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

    private double coefficient(int feature, int label) {
        return (double) coefficients[feature * labels.size() + label] * scales[label];
    }
}
