package cn.hotline.evaluation.store;

/** The documents cannot be kept: not now, not here. The message is one sentence for whoever started the program. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreUnavailable(String sentence) {
        super(sentence);
    }

    StoreUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
