package cn.hotline.intake.reveal.model;

import org.jspecify.annotations.Nullable;

/**
 * 查看人: who wants to look.
 *
 * @param unit code of their unit; null for people of the hotline
 * @param revisitor whether they revisit callers
 * @param supervisor whether they supervise, and take no calls themselves
 */
public record Viewer(String account, @Nullable String unit, boolean revisitor, boolean supervisor) {}
