package cn.hotline.access.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something somebody did or read. Who, when, and from where are known from the signed-in person and the clock.
 *
 * @param action what, in capitals, such as {@code REVEAL}; no free text
 * @param subject about what: a ticket number or another public identifier, never personal data
 * @param reason why, in the words of the person; null where none is asked; masked before it is kept
 */
public record Act(String action, String subject, @Nullable String reason) {}
