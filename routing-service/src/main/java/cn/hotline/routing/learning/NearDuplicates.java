package cn.hotline.routing.learning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * Puts texts that say nearly the same into one group, so that none is judged by a model that has learned its twin.
 * MinHash over runs of five letters; two texts meet when one of the bands of their signatures is the same.
 */
final class NearDuplicates {

    private static final int RUN = 5;
    private static final int BANDS = 6;
    private static final int ROWS = 3;

    private NearDuplicates() {}

    /** The group of each text: the number of the first text in it. */
    static int[] groups(List<LabelledText> texts) {
        var groups = new int[texts.size()];
        var seen = new HashMap<Long, Integer>();
        for (int i = 0; i < groups.length; i++) {
            groups[i] = i;
            long[] bands = bands(texts.get(i));
            for (int band = 0; band < BANDS; band++) {
                Integer before = seen.putIfAbsent(bands[band] * BANDS + band, i);
                if (before != null) {
                    groups[root(groups, i)] = root(groups, before);
                }
            }
        }
        for (int i = 0; i < groups.length; i++) {
            groups[i] = root(groups, i);
        }
        return groups;
    }

    private static int root(int[] groups, int text) {
        int root = text;
        while (groups[root] != root) {
            root = groups[root];
        }
        return root;
    }

    private static long[] bands(LabelledText text) {
        var letters = (text.title() + text.details()).replaceAll("[^\\p{L}\\p{N}]", "");
        var least = new long[BANDS * ROWS];
        Arrays.fill(least, Long.MAX_VALUE);
        for (int start = 0; start + RUN <= Math.max(RUN, letters.length()); start++) {
            long hash = letters.substring(start, Math.min(letters.length(), start + RUN))
                    .hashCode();
            for (int i = 0; i < least.length; i++) {
                long mixed = (hash + i * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
                least[i] = Math.min(least[i], (mixed ^ (mixed >>> 31)) * 0x94D049BB133111EBL);
            }
        }
        var bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            for (int row = 0; row < ROWS; row++) {
                bands[band] = bands[band] * 31 + least[band * ROWS + row];
            }
        }
        return bands;
    }
}
