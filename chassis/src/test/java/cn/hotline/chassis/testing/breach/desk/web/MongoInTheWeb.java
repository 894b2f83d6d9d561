package cn.hotline.chassis.testing.breach.desk.web;

import cn.hotline.chassis.testing.breach.desk.mongo.Stored;

/** Breaks: adapters never see each other. */
public record MongoInTheWeb(Stored stored) {}
