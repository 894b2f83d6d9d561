package cn.hotline.reporting.codes;

import org.jspecify.annotations.Nullable;

/** A code list or a wording that cannot be used; stops the start and names file and line. */
public final class CodeFault extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public CodeFault(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
