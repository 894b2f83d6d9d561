package cn.hotline.access.audit;

import java.util.concurrent.atomic.AtomicBoolean;
import reactor.util.context.ContextView;

/**
 * Whether what is done within one request has written its act itself, saying more than the request's address does: then
 * the request is not written down a second time. Travels in Reactor's context. Thread-safe.
 */
public final class OwnAct {

    private final AtomicBoolean written = new AtomicBoolean();

    public boolean isWritten() {
        return written.get();
    }

    static void written(ContextView context) {
        context.<OwnAct>getOrEmpty(OwnAct.class).ifPresent(own -> own.written.set(true));
    }
}
