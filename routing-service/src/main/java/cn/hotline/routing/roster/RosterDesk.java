package cn.hotline.routing.roster;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.routing.roster.model.Roster;
import cn.hotline.routing.roster.model.Roster.Edited;
import cn.hotline.routing.roster.model.Roster.Plan;
import java.time.Clock;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 人员与值班: what may be asked of the rosters of units. */
public final class RosterDesk {

    private static final String SERVICE = "routing-service";

    private final Rosters rosters;
    private final Clock clock;

    public RosterDesk(Rosters rosters, Clock clock) {
        this.rosters = rosters;
        this.clock = clock;
    }

    public Mono<Roster> of(String unit) {
        return rosters.of(unit);
    }

    /** The whole roster anew, if it is still the edition that was looked at. */
    public Mono<Roster> replace(String unit, long edition, Plan plan, String account, String name) {
        return rosters.change(unit, roster -> {
            Refused.unless(roster.edition() == edition, General.VERSION_CONFLICT);
            return roster.replacedBy(plan, new Edited(account, name, clock.instant()));
        });
    }

    /** Gives units that have none the one of a file; what somebody has written since stays. */
    public Mono<Void> begin(Map<String, Plan> atFirst) {
        return Flux.fromIterable(atFirst.entrySet())
                .filterWhen(entry -> rosters.of(entry.getKey()).map(roster -> roster.edition() == 0))
                .concatMap(entry -> replace(entry.getKey(), 0, entry.getValue(), SERVICE, "系统")
                        .onErrorResume(Refused.class, RosterDesk::unlessAnotherWasFirst))
                .then();
    }

    private static Mono<Roster> unlessAnotherWasFirst(Refused refused) {
        return refused.reason() == General.VERSION_CONFLICT ? Mono.empty() : Mono.error(refused);
    }
}
