package cn.hotline.chassis.testing.breach.desk;

import cn.hotline.elsewhere.Inner;

/** Breaks: services meet in contracts only. */
public record OtherService(Inner inner) {}
