package cn.hotline.chassis.testing.breach.desk.model;

import org.springframework.context.ApplicationContext;

/** Breaks: the model is plain Java. */
public record SpringInTheModel(ApplicationContext context) {}
