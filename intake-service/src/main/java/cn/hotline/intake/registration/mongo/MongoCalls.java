package cn.hotline.intake.registration.mongo;

import cn.hotline.chassis.Aggregates.Opened;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.mongo.AggregateCollection;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.registration.Calls;
import cn.hotline.intake.registration.model.Call;
import reactor.core.publisher.Mono;

/** Calls in collection {@code calls}. */
public final class MongoCalls implements Calls {

    private final AggregateCollection<Call, IntakeEvent> calls;

    public MongoCalls(DocumentStore<IntakeEvent> store) {
        calls = store.aggregates("calls", Call.class, IntakeEvent.CALL_STREAM);
    }

    @Override
    public Mono<Opened<Call>> open(Change<Call, IntakeEvent> recorded) {
        return calls.open(recorded.state().callId(), recorded);
    }

    @Override
    public Mono<Call> find(String callId) {
        return calls.find(callId).map(Versioned::state);
    }
}
