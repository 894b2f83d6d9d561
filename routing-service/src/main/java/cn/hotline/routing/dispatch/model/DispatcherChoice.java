package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.PersonalData;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent.Rule;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a dispatcher decides by hand.
 *
 * @param coUnits those who help; without the lead
 * @param topic null to leave the category as it is
 * @param urgency null to leave it as it is
 * @param reason in the dispatcher's words, masked; null when none was given
 */
public record DispatcherChoice(
        Unit lead,
        List<Unit> coUnits,
        @Nullable Topic topic,
        @Nullable Urgency urgency,
        @Nullable String reason) {

    /** Stands where a catalogue rule would, when none named the unit. */
    static final String BY_HAND = "BY_HAND";

    private static final String VERSION_OF_NO_RULE = "-";

    public DispatcherChoice {
        coUnits = List.copyOf(coUnits);
        reason = reason == null ? null : PersonalData.mask(reason);
    }

    /** Codes of all that are to get it. */
    public Stream<String> units() {
        return Stream.concat(Stream.of(lead), coUnits.stream()).map(Unit::code);
    }

    /** The ground is the candidate's rule where the catalogue had named the unit; the dispatcher's own words win. */
    Order order(Proposal proposal) {
        Rule ground = proposal.candidate(lead.code())
                .map(Order::ruleOf)
                .orElse(new Rule(BY_HAND, VERSION_OF_NO_RULE, "派单员指定由" + lead.name() + "主办"));
        Rule told = reason == null ? ground : new Rule(ground.id(), ground.version(), reason);
        return new Order(lead, coUnits, told, Classification.DISPATCHER);
    }
}
