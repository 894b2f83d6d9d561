package cn.hotline.intake.registration.model;

import java.time.Instant;

/** 登记: how a request came in, from whom, and what the desk decided about it. Never changes. */
public record Registration(Arrival arrival, Caller caller, Decision decision, Instant at) {}
