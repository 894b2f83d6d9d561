package cn.hotline.ui;

import org.jspecify.annotations.Nullable;

/**
 * One step of a ticket's story as the timeline shows it.
 *
 * @param at when, already in words, such as 10:42 or 现在
 * @param words what happened
 * @param detail grounds or text in smaller print; null for none
 * @param current whether this is where the ticket stands and waits
 */
public record TimelineEntry(
        String at, String words, @Nullable String detail, boolean current) {

    /** A step that is over, without detail. */
    public static TimelineEntry of(String at, String words) {
        return new TimelineEntry(at, words, null, false);
    }
}
