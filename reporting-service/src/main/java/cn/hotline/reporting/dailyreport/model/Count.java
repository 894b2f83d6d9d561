package cn.hotline.reporting.dailyreport.model;

/** How many of something, by code and printed term. */
public record Count(String code, String term, int count) {}
