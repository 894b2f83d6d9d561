package cn.hotline.intake.reveal;

import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditLog;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** An audit log in a list; can be made to fail. */
public final class RecordedAudit implements AuditLog {

    public final List<Act> acts = new ArrayList<>();
    boolean fails;

    @Override
    public Mono<Void> record(Act act) {
        return fails
                ? Mono.error(new IllegalStateException("The log cannot be written"))
                : Mono.fromRunnable(() -> acts.add(act));
    }

    public List<String> actions() {
        return acts.stream().map(Act::action).toList();
    }
}
