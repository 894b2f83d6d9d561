package cn.hotline.routing.roster;

import cn.hotline.routing.roster.model.Roster;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** The rosters of all units of the tenant in force. */
public interface Rosters {

    /** As it is; a blank one while nobody has written any. */
    Mono<Roster> of(String unit);

    /** Decides on the newest one and saves. */
    Mono<Roster> change(String unit, UnaryOperator<Roster> decision);
}
