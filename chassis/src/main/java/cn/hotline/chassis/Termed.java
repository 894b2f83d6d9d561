package cn.hotline.chassis;

import org.jspecify.annotations.Nullable;

/** A code that a clerk knows by a Chinese term; implemented by enums of the domain. */
public interface Termed {

    /** The code on the wire: the enum constant's name. */
    String name();

    /** The term a clerk would say. */
    String term();

    /** A code with its term, as every answer shows it. */
    record Coded(String code, String term) {

        public static Coded of(Termed value) {
            return new Coded(value.name(), value.term());
        }

        public static @Nullable Coded ofNullable(@Nullable Termed value) {
            return value == null ? null : of(value);
        }
    }
}
