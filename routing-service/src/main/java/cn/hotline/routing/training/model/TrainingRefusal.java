package cn.hotline.routing.training.model;

import cn.hotline.chassis.Refusal;

/** Why no model is trained or taken into use. */
public enum TrainingRefusal implements Refusal {
    TRAINING_ALREADY(Kind.STATE, "正在训练，请等它完成后再试。"),
    ALREADY_IN_USE(Kind.RULE, "这个版本正在使用，不需要再启用。"),
    MODEL_UNUSABLE(Kind.RULE, "这个版本的模型文件不能使用，现用的模型不变。");

    private final Kind kind;
    private final String sentence;

    TrainingRefusal(Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
