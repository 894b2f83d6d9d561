package cn.hotline.intake.reveal;

import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditLog;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.callers.Callers;
import cn.hotline.intake.registration.model.TicketNumber;
import cn.hotline.intake.reveal.TicketFiles.TicketFile;
import cn.hotline.intake.reveal.model.RevealRefusal;
import reactor.core.publisher.Mono;

/** 遗忘: destroys the key of a caller who has the right to be forgotten (个人信息保护法, 2021-11-01, Art. 47). */
public final class ForgettingDesk {

    private final TicketFiles files;
    private final Callers callers;
    private final AuditLog audit;

    public ForgettingDesk(TicketFiles files, Callers callers, AuditLog audit) {
        this.files = files;
        this.callers = callers;
        this.audit = audit;
    }

    /** Forgets who is behind this ticket, with all their other tickets. What is shown masked stays. */
    public Mono<Void> forget(TicketNumber number, String reason) {
        return files.find(number)
                .delayUntil(file -> audit.record(new Act("FORGET_CALLER", number.value(), reason)))
                .flatMap(this::forget)
                .filter(forgotten -> forgotten)
                .switchIfEmpty(Mono.error(new Refused(RevealRefusal.FORGOTTEN)))
                .then();
    }

    private Mono<Boolean> forget(TicketFile file) {
        return Mono.justOrEmpty(file.ticket().sealed()).flatMap(kept -> callers.forget(kept.caller()));
    }
}
