package cn.hotline.reporting.dailyreport.model;

import java.util.List;

/**
 * The report of safety hazards (安全隐患举报受理情况日报) of one day.
 *
 * @param total reports through the hotline's calls and web channels and through the other bodies
 * @param bodies every receiving body in printed order, those without reports too
 * @param kinds the five most frequent, equal counts in configured order
 * @param text as printed
 */
public record HazardReport(int total, List<Count> bodies, List<Count> kinds, String title, String text) {

    public HazardReport {
        bodies = bodies == null ? List.of() : List.copyOf(bodies);
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
    }
}
