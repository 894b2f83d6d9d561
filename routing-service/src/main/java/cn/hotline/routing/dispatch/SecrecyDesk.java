package cn.hotline.routing.dispatch;

import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditLog;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Opening;
import cn.hotline.routing.dispatch.model.TicketNumber;
import cn.hotline.routing.dispatch.model.Viewer;
import java.time.Clock;
import reactor.core.publisher.Mono;

/**
 * 保密台: how people of the hotline come to read a confidential ticket. What they do is in the audit log before they read
 * anything; where it cannot be written down, nothing opens.
 */
public final class SecrecyDesk {

    /** Audit: took a confidential ticket by name. */
    public static final String TAKE = "TAKE_CONFIDENTIAL";

    /** Audit: asked for, or confirmed, an opening in need. */
    public static final String BREAK_GLASS = "BREAK_GLASS";

    private final Dispatches dispatches;
    private final AuditLog audit;
    private final Clock clock;

    public SecrecyDesk(Dispatches dispatches, AuditLog audit, Clock clock) {
        this.dispatches = dispatches;
        this.audit = audit;
        this.clock = clock;
    }

    /** 署名查看. */
    public Mono<Versioned<Dispatch>> take(Viewer viewer, TicketNumber number, String reason) {
        return written(viewer, number, new Act(TAKE, number.value(), reason))
                .then(Mono.defer(() -> dispatches.change(
                        viewer,
                        number,
                        null,
                        dispatch -> Opening.take(dispatch, viewer.person(), reason, clock.instant()))));
    }

    /** 应急查看: asks for it, or as the second person opens it. */
    public Mono<Versioned<Dispatch>> need(Viewer viewer, TicketNumber number, String reason) {
        return written(viewer, number, new Act(BREAK_GLASS, number.value(), reason))
                .then(Mono.defer(() -> dispatches.change(
                        viewer,
                        number,
                        null,
                        dispatch -> Opening.need(dispatch, viewer.person(), reason, clock.instant()))));
    }

    private Mono<Void> written(Viewer viewer, TicketNumber number, Act act) {
        return dispatches
                .find(viewer, number)
                .switchIfEmpty(Mono.error(() -> new Refused(General.NOT_FOUND)))
                .then(audit.record(act));
    }
}
