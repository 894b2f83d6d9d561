package cn.hotline.chassis.testing.breach.desk;

import com.mongodb.reactivestreams.client.MongoClient;

/** Breaks: a feature knows no technology. */
public record MongoInTheFeature(MongoClient client) {}
