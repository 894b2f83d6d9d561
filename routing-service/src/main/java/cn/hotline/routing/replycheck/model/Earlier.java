package cn.hotline.routing.replycheck.model;

import org.jspecify.annotations.Nullable;

/**
 * 另一件工单的答复, given before.
 *
 * @param named how whoever answers now knows it: its number; null where it is not theirs to see
 * @param title of what it answered
 * @param content of what it answered
 * @param reply what the caller of it reads
 */
public record Earlier(@Nullable String named, String title, String content, String reply) {}
