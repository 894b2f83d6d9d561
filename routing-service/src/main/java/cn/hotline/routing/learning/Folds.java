package cn.hotline.routing.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Parts of texts to learn from and to judge by: near duplicates in one part, classes spread evenly over all. */
public final class Folds {

    private static final long SEED = 12345;

    private Folds() {}

    /** The part of each text, from 0 on; the same for the same texts. */
    public static int[] of(List<LabelledText> texts, int parts) {
        int[] groups = NearDuplicates.groups(texts);
        var folds = new int[texts.size()];
        Arrays.fill(folds, -1);
        var order = new ArrayList<>(IntStream.range(0, folds.length).boxed().toList());
        Collections.shuffle(order, new Random(SEED));
        var next = new HashMap<String, Integer>();
        for (int i : order) {
            int first = groups[i];
            if (folds[first] < 0) {
                folds[first] = next.merge(texts.get(first).label(), 1, Integer::sum) % parts;
            }
        }
        for (int i = 0; i < folds.length; i++) {
            folds[i] = folds[groups[i]];
        }
        return folds;
    }
}
