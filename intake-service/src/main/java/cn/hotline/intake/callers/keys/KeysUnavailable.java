package cn.hotline.intake.callers.keys;

/** The keys are missing or not the ones the documents were sealed with: nothing may start without them. */
public final class KeysUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String chinese;
    private final String english;

    KeysUnavailable(String chinese, String english) {
        super(chinese + " / " + english, null, false, false);
        this.chinese = chinese;
        this.english = english;
    }

    /** What is wrong and what to do. */
    public String chinese() {
        return chinese;
    }

    /** The same. */
    public String english() {
        return english;
    }
}
