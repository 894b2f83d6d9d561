package cn.hotline.intake.callers.model;

/** 密封: closes and opens texts with the data key of one caller. Without that key they stay closed for ever. */
public interface Seal {

    /** @param place what the text is and of what, such as {@code XN240618-000123/content}; it opens only there */
    Ciphertext close(String place, String text);

    /** @throws IllegalStateException when it was not closed with this key for this place, or was changed since */
    String open(String place, Ciphertext sealed);
}
