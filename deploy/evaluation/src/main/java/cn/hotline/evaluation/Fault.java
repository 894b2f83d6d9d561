package cn.hotline.evaluation;

/** Something that is expected to go wrong on a strange machine, said in one sentence instead of a stack trace. */
public final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param chinese what is wrong and what to do
     * @param english the same
     */
    public Fault(String chinese, String english) {
        super(chinese + " / " + english, null, false, false);
    }
}
