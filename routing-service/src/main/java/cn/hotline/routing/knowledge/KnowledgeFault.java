package cn.hotline.routing.knowledge;

import java.io.Serial;

/** A knowledge file that cannot be used; the message names the file and, where there is one, the line. */
public final class KnowledgeFault extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    KnowledgeFault(String where, String what) {
        super(where + ": " + what);
    }
}
