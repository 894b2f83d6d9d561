package cn.hotline.routing.deadline.model;

import java.time.LocalDate;

/**
 * A day that the week alone does not tell: a holiday, a Saturday made a workday, or what the city decided itself.
 *
 * @param name why, such as 国庆节 or 暴雪停工
 */
public record SpecialDay(LocalDate day, DayKind kind, String name) {}
