package cn.hotline.routing.learning;

import java.util.Arrays;

/** Numbers features from 0 on in the order in which they come; a table with open places, since there are half a million. */
final class Index {

    static final int NONE = -1;

    private long[] table;
    private int[] numbers;
    private int size;

    Index(int expected) {
        int places = Integer.highestOneBit(Math.max(16, expected) * 2 - 1) * 2;
        table = new long[places];
        numbers = new int[places];
    }

    int size() {
        return size;
    }

    /** {@link #NONE} when it has not come. */
    int find(long feature) {
        int place = place(feature);
        return table[place] == feature ? numbers[place] : NONE;
    }

    int add(long feature) {
        int place = place(feature);
        if (table[place] == feature) {
            return numbers[place];
        }
        table[place] = feature;
        numbers[place] = size;
        if (++size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    /** The features by their numbers. */
    long[] features() {
        var features = new long[size];
        for (int place = 0; place < table.length; place++) {
            if (table[place] != 0) {
                features[numbers[place]] = table[place];
            }
        }
        return features;
    }

    private int place(long feature) {
        int mask = table.length - 1;
        int place = (int) feature & mask;
        while (table[place] != 0 && table[place] != feature) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        var old = table;
        var oldNumbers = numbers;
        table = new long[old.length * 2];
        numbers = new int[old.length * 2];
        Arrays.fill(table, 0);
        for (int i = 0; i < old.length; i++) {
            if (old[i] != 0) {
                int place = place(old[i]);
                table[place] = old[i];
                numbers[place] = oldNumbers[i];
            }
        }
    }
}
