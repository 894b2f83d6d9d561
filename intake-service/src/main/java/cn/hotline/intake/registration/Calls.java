package cn.hotline.intake.registration;

import cn.hotline.chassis.Aggregates.Opened;
import cn.hotline.chassis.Change;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.registration.model.Call;
import reactor.core.publisher.Mono;

/** All calls of the tenant in force. */
public interface Calls {

    Mono<Opened<Call>> open(Change<Call, IntakeEvent> recorded);

    Mono<Call> find(String callId);
}
