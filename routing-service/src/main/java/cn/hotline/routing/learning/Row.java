package cn.hotline.routing.learning;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The features of one text, each once, in ascending order.
 *
 * @param counts how often each stands in the text, dampened: 1 + ln n
 * @param strange by block: squares of the counts of features that have no number
 */
record Row(int[] features, float[] counts, float[] strange) {

    /** Gives a feature where it stands its number, or {@link Index#NONE} to leave it out. */
    @FunctionalInterface
    interface Numbering {
        int number(Features.Block block, long feature, int part, int start, int end);
    }

    static Row of(Features.Text text, Numbering numbering) {
        var found = new Found();
        text.tell((block, feature, part, start, end) ->
                found.add(block, numbering.number(block, feature, part, start, end)));
        return found.row();
    }

    /**
     * The values of the features for a linear model: every block brought to the length of its share. What is strange
     * counts in the length, so that a text of which little is known says little.
     *
     * @param weights by feature; 0 where it is strange, too
     * @param strangeness what a strange feature would weigh
     */
    double[] values(float[] weights, byte[] blocks, double strangeness) {
        var values = new double[features.length];
        var squares = new double[strange.length];
        for (int block = 0; block < squares.length; block++) {
            squares[block] = strange[block] * strangeness * strangeness;
        }
        for (int i = 0; i < features.length; i++) {
            float weight = weights[features[i]];
            double length = counts[i] * (weight == 0 ? strangeness : weight);
            squares[blocks[features[i]]] += length * length;
            values[i] = counts[i] * weight;
        }
        for (var block : Features.Block.values()) {
            double square = squares[block.ordinal()];
            squares[block.ordinal()] = square == 0 ? 0 : block.share / Math.sqrt(square);
        }
        for (int i = 0; i < features.length; i++) {
            values[i] *= squares[blocks[features[i]]];
        }
        return values;
    }

    /** This row with other numbers; features whose new number is {@link Index#NONE} become strange. */
    Row renumbered(int[] numbers, byte[] blocks) {
        int left = 0;
        for (int feature : features) {
            left += numbers[feature] == Index.NONE ? 0 : 1;
        }
        var kept = new int[left];
        var keptCounts = new float[left];
        var stranger = strange.clone();
        int next = 0;
        for (int i = 0; i < features.length; i++) {
            if (numbers[features[i]] == Index.NONE) {
                stranger[blocks[features[i]]] += counts[i] * counts[i];
            } else {
                kept[next] = numbers[features[i]];
                keptCounts[next++] = counts[i];
            }
        }
        return new Row(kept, keptCounts, stranger);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && Arrays.equals(features, row.features) && Arrays.equals(counts, row.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(features);
    }

    private static final class Found {
        private final float[] strange = new float[Features.Block.values().length];
        private int[] numbers = new int[1_024];
        private int size;

        private void add(Features.Block block, int number) {
            if (number == Index.NONE) {
                strange[block.ordinal()]++;
                return;
            }
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = number;
        }

        private Row row() {
            Arrays.sort(numbers, 0, size);
            var features = new int[size];
            var counts = new float[size];
            int distinct = 0;
            for (int from = 0; from < size; ) {
                int to = from;
                while (to < size && numbers[to] == numbers[from]) {
                    to++;
                }
                features[distinct] = numbers[from];
                counts[distinct++] = (float) (1 + Math.log(to - from));
                from = to;
            }
            return new Row(Arrays.copyOf(features, distinct), Arrays.copyOf(counts, distinct), strange);
        }
    }
}
