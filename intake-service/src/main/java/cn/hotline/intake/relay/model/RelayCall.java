package cn.hotline.intake.relay.model;

import java.time.Instant;

/** 通话记录: somebody called through a relay number. @param seconds spoken; 0 when nobody answered */
public record RelayCall(Instant at, long seconds) {}
