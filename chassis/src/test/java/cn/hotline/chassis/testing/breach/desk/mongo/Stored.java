package cn.hotline.chassis.testing.breach.desk.mongo;

/** Kept by one adapter, and used by another that should not know it. */
public record Stored(String id) {}
