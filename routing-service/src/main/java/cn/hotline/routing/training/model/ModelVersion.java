package cn.hotline.routing.training.model;

import cn.hotline.routing.version.model.Editor;
import java.time.Instant;

/**
 * 分类模型版本: one result of a training, kept whether it was taken into use or not.
 *
 * @param number counts trainings from 1
 * @param texts tickets it learned from
 * @param classes it can tell apart
 * @param contest how it did on kept-aside tickets against what decided then
 * @param by who asked for the training
 * @param key of its bytes: their SHA-256
 * @param size of them
 */
public record ModelVersion(
        long number, Instant learnedAt, int texts, int classes, Contest contest, Editor by, String key, int size) {

    /** Under which decisions are kept. */
    public String name() {
        return "MODEL-" + number;
    }
}
