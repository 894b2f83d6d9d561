package cn.hotline.intake.callers.model;

import java.util.Arrays;

/** 密文: a text that only the key of its caller opens. */
public record Ciphertext(byte[] value) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Ciphertext that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "密文 " + value.length;
    }
}
