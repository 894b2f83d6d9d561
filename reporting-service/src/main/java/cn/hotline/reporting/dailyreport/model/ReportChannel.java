package cn.hotline.reporting.dailyreport.model;

import org.jspecify.annotations.Nullable;

/**
 * A channel as the reports print it.
 *
 * @param family {@code CALL WEB HAZARD_BODY PARTNER WALK_IN}
 * @param body code of the body that receives hazards reported here; null when they are not in the hazard report
 * @param printName printed name of that body; null with the body
 */
public record ReportChannel(
        String code,
        String family,
        String term,
        @Nullable String body,
        @Nullable String printName) {}
