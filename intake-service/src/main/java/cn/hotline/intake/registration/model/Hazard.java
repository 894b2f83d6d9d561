package cn.hotline.intake.registration.model;

/** 安全隐患: a reported safety hazard. */
public record Hazard(HazardKind kind, HazardSeverity severity) {}
