package cn.hotline.ui;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on, for the pagination fragment.
 *
 * @param words where we are, such as 第 1–50 件，共 459 件
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
public record PageLinks(
        String words, @Nullable String previous, @Nullable String next) {

    /**
     * Of one page of a list that is counted.
     *
     * @param page from 0
     * @param size at most so many on a page
     * @param shown how many on this one
     * @param measure what they are counted in, such as 件
     * @param address of a page by its number
     */
    public static PageLinks of(int page, int size, int shown, long total, String measure, IntFunction<String> address) {
        long first = (long) page * size + 1;
        long last = first + shown - 1;
        String all = "共 " + total + " " + measure;
        return new PageLinks(
                shown == 0 ? all : "第 " + first + "–" + last + " " + measure + "，" + all,
                page == 0 ? null : address.apply(page - 1),
                last < total ? address.apply(page + 1) : null);
    }
}
