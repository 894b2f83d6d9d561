package cn.hotline.routing.replycheck;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What a text is made of: all runs of {@value #RUN} letters, as hashes. Two texts are alike as far as the shorter one's
 * are the other's too.
 */
final class Shingles {

    private static final int RUN = 5;
    private static final int BANDS = 16;
    private static final int ROWS = 3;

    private final Set<Integer> runs;

    private Shingles(Set<Integer> runs) {
        this.runs = runs;
    }

    static Shingles of(String letters) {
        var runs = new HashSet<Integer>();
        for (int start = 0; start + RUN <= letters.length(); start++) {
            runs.add(letters.substring(start, start + RUN).hashCode());
        }
        return new Shingles(runs);
    }

    double likeness(Shingles other) {
        var smaller = runs.size() <= other.runs.size() ? runs : other.runs;
        var larger = smaller == runs ? other.runs : runs;
        return smaller.isEmpty() ? 0 : smaller.stream().filter(larger::contains).count() / (double) smaller.size();
    }

    /**
     * MinHash in bands: texts that share half of their runs share a band nine times of ten, and nearly always when they
     * share more. Empty for a text without runs.
     */
    List<Long> bands() {
        if (runs.isEmpty()) {
            return List.of();
        }
        var least = new long[BANDS * ROWS];
        Arrays.fill(least, Long.MAX_VALUE);
        for (int run : runs) {
            for (int i = 0; i < least.length; i++) {
                least[i] = Math.min(least[i], mixed(run + (i + 1) * 0x9E3779B97F4A7C15L));
            }
        }
        return LongStream.range(0, BANDS)
                .map(band -> band(least, (int) band))
                .boxed()
                .toList();
    }

    private static long band(long[] least, int band) {
        long hash = band;
        for (int row = 0; row < ROWS; row++) {
            hash = mixed(hash * 31 + least[band * ROWS + row]);
        }
        return hash;
    }

    private static long mixed(long value) {
        long once = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }
}
