package cn.hotline.chassis.web;

import java.util.List;

/**
 * One page of a list, as every API answers it.
 *
 * @param page from 0
 * @param size at most so many items, 1 to {@value #LARGEST}
 * @param total how many there are in all
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    public static final int LARGEST = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** Which part of a list is asked for; out-of-range values are brought into range. */
    public record Asked(int page, int size) {

        public Asked {
            page = Math.min(Math.max(page, 0), 1_000_000);
            size = Math.min(Math.max(size, 1), LARGEST);
        }

        public int skip() {
            return (int) Math.min((long) page * size, Integer.MAX_VALUE);
        }
    }
}
