package cn.hotline.routing.dispatch.model;

import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.contract.RoutingEvent.Rule;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import java.util.List;

/**
 * 派单: whom a ticket is to be given to, and on what ground.
 *
 * @param by {@code AUTO} or who dispatches
 */
record Order(Unit lead, List<Unit> coUnits, Rule rule, String by) {

    static final String AUTO = "AUTO";

    static Order automatic(UnitSuggestion lead, List<UnitSuggestion> coUnits) {
        return new Order(unit(lead), coUnits.stream().map(Order::unit).toList(), ruleOf(lead), AUTO);
    }

    static Rule ruleOf(UnitSuggestion candidate) {
        return new Rule(candidate.ruleId(), candidate.ruleVersion(), candidate.reason());
    }

    private static Unit unit(UnitSuggestion suggestion) {
        return new Unit(suggestion.code(), suggestion.name());
    }
}
