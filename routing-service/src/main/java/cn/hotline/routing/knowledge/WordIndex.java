package cn.hotline.routing.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds listed words in a text, in one pass over a tree of their letters. Only the longest words are told: 城东 inside
 * 城东村, or 火灾 inside 火灾隐患, is silent, so that a longer entry can take back what a shorter one says.
 */
public final class WordIndex<T> {

    private static final int ROOT = 0;
    private static final int NOWHERE = 0;

    private final Steps steps = new Steps();
    /** By node; null where no word ends. */
    private final List<@Nullable T> values = new ArrayList<>();

    public WordIndex(Map<String, T> words) {
        values.add(null);
        words.forEach(this::add);
    }

    /** The form in which words and texts are compared: full-width forms made plain, small letters. */
    public static String plain(String text) {
        return PlainLetters.of(text);
    }

    /** The longest listed words in the text, in the order in which they stand; offsets are those of the plain text. */
    public List<Hit<T>> find(String plainText) {
        var hits = new ArrayList<Hit<T>>();
        int told = 0;
        for (int start = 0; start < plainText.length(); start++) {
            int end = endOfLongestAt(plainText, start);
            if (end > told) {
                hits.add(hit(plainText, start, end, nodeOf(plainText, start, end)));
                told = end;
            }
        }
        return hits;
    }

    /** All listed words in the text, those inside others too, in the order in which they begin. */
    public List<Hit<T>> all(String plainText) {
        var hits = new ArrayList<Hit<T>>();
        for (int start = 0; start < plainText.length(); start++) {
            int node = steps.from(ROOT, plainText.charAt(start));
            for (int end = start + 1; node != NOWHERE; end++) {
                if (values.get(node) != null) {
                    hits.add(hit(plainText, start, end, node));
                }
                node = end < plainText.length() ? steps.from(node, plainText.charAt(end)) : NOWHERE;
            }
        }
        return hits;
    }

    /** 0 where none begins. */
    private int endOfLongestAt(String text, int start) {
        int longest = 0;
        int node = steps.from(ROOT, text.charAt(start));
        for (int end = start + 1; node != NOWHERE; end++) {
            if (values.get(node) != null) {
                longest = end;
            }
            node = end < text.length() ? steps.from(node, text.charAt(end)) : NOWHERE;
        }
        return longest;
    }

    private int nodeOf(String text, int start, int end) {
        int node = ROOT;
        for (int at = start; at < end; at++) {
            node = steps.from(node, text.charAt(at));
        }
        return node;
    }

    private Hit<T> hit(String text, int start, int end, int node) {
        return new Hit<>(start, end, text.substring(start, end), Objects.requireNonNull(values.get(node)));
    }

    private void add(String word, T value) {
        int node = ROOT;
        for (char letter : plain(word).toCharArray()) {
            node = steps.add(node, letter);
            if (node == values.size()) {
                values.add(null);
            }
        }
        values.set(node, value);
    }

    /** One listed word in a text; {@code end} is exclusive. */
    public record Hit<T>(int start, int end, String word, T value) {}

    /** Which node comes after another by a letter: a table of numbers with open places, so that looking makes no objects. */
    private static final class Steps {

        private static final long PRIME = 0x9E3779B97F4A7C15L;

        private long[] steps = new long[64];
        private int[] nodes = new int[64];
        private int size;

        int from(int node, char letter) {
            return nodes[place(step(node, letter))];
        }

        /** The node itself, a new one where there is none: the next number. */
        int add(int node, char letter) {
            if ((size + 1) * 2 > steps.length) {
                grow();
            }
            long step = step(node, letter);
            int place = place(step);
            if (steps[place] == 0) {
                steps[place] = step;
                nodes[place] = ++size;
            }
            return nodes[place];
        }

        /** Never 0, which stands for no step. */
        private static long step(int node, char letter) {
            return ((long) node << Character.SIZE | letter) + 1;
        }

        /** Where it stands or would; there {@link #nodes} has {@link #NOWHERE}. */
        private int place(long step) {
            int place = (int) (step * PRIME >>> 32) & steps.length - 1;
            while (steps[place] != 0 && steps[place] != step) {
                place = place + 1 & steps.length - 1;
            }
            return place;
        }

        private void grow() {
            var oldSteps = steps;
            var oldNodes = nodes;
            steps = new long[oldSteps.length * 2];
            nodes = new int[oldNodes.length * 2];
            for (int i = 0; i < oldSteps.length; i++) {
                if (oldSteps[i] != 0) {
                    int place = place(oldSteps[i]);
                    steps[place] = oldSteps[i];
                    nodes[place] = oldNodes[i];
                }
            }
        }
    }
}
