package cn.hotline.chassis.web;

import cn.hotline.chassis.Termed;
import org.jspecify.annotations.Nullable;

/** A code with its Chinese term, as every answer shows it. */
public record Coded(String code, String term) {

    public static Coded of(Termed value) {
        return new Coded(value.name(), value.term());
    }

    public static @Nullable Coded ofNullable(@Nullable Termed value) {
        return value == null ? null : of(value);
    }
}
