package cn.hotline.ui;

import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on, for the pagination fragment.
 *
 * @param words where we are, such as 第 1–50 件，共 459 件
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
public record PageLinks(
        String words, @Nullable String previous, @Nullable String next) {}
