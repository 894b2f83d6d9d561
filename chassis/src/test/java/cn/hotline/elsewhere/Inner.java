package cn.hotline.elsewhere;

/** Stands for the inside of another service. */
public record Inner() {}
