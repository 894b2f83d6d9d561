package cn.hotline.intake.registration;

import cn.hotline.chassis.Aggregates.Opened;
import cn.hotline.chassis.Aggregates.Versioned;
import cn.hotline.chassis.Change;
import cn.hotline.chassis.testing.InMemoryAggregates;
import cn.hotline.intake.contract.IntakeEvent;
import cn.hotline.intake.registration.model.Call;
import java.util.List;
import reactor.core.publisher.Mono;

/** Calls in a map. */
public final class InMemoryCalls implements Calls {

    private final InMemoryAggregates<Call, IntakeEvent> calls = new InMemoryAggregates<>();

    /** Everything told, oldest first. */
    public List<IntakeEvent> told() {
        return calls.told();
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
