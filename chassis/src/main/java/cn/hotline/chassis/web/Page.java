package cn.hotline.chassis.web;

import java.util.List;
import java.util.function.Function;

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

    /** The same page of a list of something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), page, size, total);
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
