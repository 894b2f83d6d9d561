package cn.hotline.routing.learning;

import java.io.Serial;

/** Something that cannot be learned from, or used: the message says what it is and what to do, in both languages. */
public final class Unusable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String chinese;
    private final String english;

    public Unusable(String chinese, String english) {
        super(chinese + " / " + english, null, false, false);
        this.chinese = chinese;
        this.english = english;
    }

    /** For those who work with the pages. */
    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
