package cn.hotline.followup.supervision.model;

/** Who has to answer (承办单位). */
public record Unit(String code, String name) {}
