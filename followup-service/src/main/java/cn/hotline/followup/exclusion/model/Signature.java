package cn.hotline.followup.exclusion.model;

import java.time.Instant;

/** Who did something, and when (署名). */
public record Signature(String account, String name, Instant at) {}
