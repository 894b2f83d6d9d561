package cn.hotline.routing.deadline.model;

import cn.hotline.chassis.Termed;
import cn.hotline.routing.contract.RoutingEvent.Deadlines;
import java.time.Instant;

/** What a time limit is for. */
public enum LimitKind implements Termed {
    ACKNOWLEDGE("签收"),
    CONTACT("首次联系"),
    FINISH("办结");

    private final String term;

    LimitKind(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }

    TimeLimit of(TimeLimits.Three limits) {
        return switch (this) {
            case ACKNOWLEDGE -> limits.acknowledge();
            case CONTACT -> limits.contact();
            case FINISH -> limits.finish();
        };
    }

    public Instant of(Deadlines deadlines) {
        return switch (this) {
            case ACKNOWLEDGE -> deadlines.acknowledgeBy();
            case CONTACT -> deadlines.contactBy();
            case FINISH -> deadlines.finishBy();
        };
    }
}
