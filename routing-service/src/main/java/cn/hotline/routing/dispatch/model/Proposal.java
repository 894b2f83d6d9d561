package cn.hotline.routing.dispatch.model;

import cn.hotline.routing.catalogue.model.Doubt;
import cn.hotline.routing.catalogue.model.UnitRole;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.classification.model.CategorySuggestion;
import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.recusal.model.Concern;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue proposes, kept with the ticket so that a dispatcher sees the candidates and why no rule decided.
 *
 * @param units lead, co-handlers and alternatives, best first
 * @param doubts why a dispatcher must look; empty when nothing speaks against dispatching at once
 * @param sensitive why the appeal wants care; usually empty
 * @param concerns units the appeal accuses (回避), as recognised; usually empty
 * @param others what else it may be about, likeliest first; empty when a person told the class
 * @param placeEvidence words that speak for the place
 */
public record Proposal(
        List<UnitSuggestion> units,
        List<Doubt> doubts,
        List<SensitiveMark> sensitive,
        List<Concern> concerns,
        List<CategorySuggestion> others,
        List<String> placeEvidence) {

    static final Proposal NONE = new Proposal(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Proposal(
            @Nullable List<UnitSuggestion> units,
            @Nullable List<Doubt> doubts,
            @Nullable List<SensitiveMark> sensitive,
            @Nullable List<Concern> concerns,
            @Nullable List<CategorySuggestion> others,
            @Nullable List<String> placeEvidence) {
        this.units = units == null ? List.of() : List.copyOf(units);
        this.doubts = doubts == null ? List.of() : List.copyOf(doubts);
        this.sensitive = sensitive == null ? List.of() : List.copyOf(sensitive);
        this.concerns = concerns == null ? List.of() : List.copyOf(concerns);
        this.others = others == null ? List.of() : List.copyOf(others);
        this.placeEvidence = placeEvidence == null ? List.of() : List.copyOf(placeEvidence);
    }

    /** What may be done without a dispatcher; empty when in doubt. */
    Optional<Order> order() {
        return doubts.isEmpty() ? lead().map(lead -> Order.automatic(lead, coUnits())) : Optional.empty();
    }

    /** The candidate of that unit, with the rule that named it. */
    Optional<UnitSuggestion> candidate(String unitCode) {
        return units.stream().filter(unit -> unit.code().equals(unitCode)).findFirst();
    }

    /** To the lead it proposes, with the co-handlers it proposes; empty when there is none. */
    public Optional<DispatcherChoice> choice() {
        return lead().map(lead -> new DispatcherChoice(
                unit(lead), coUnits().stream().map(Proposal::unit).toList(), null, null, null));
    }

    private static Unit unit(UnitSuggestion suggested) {
        return new Unit(suggested.code(), suggested.name());
    }

    /** With one more reason to look, and candidates more where they are none yet. */
    Proposal doubting(Doubt doubt, List<UnitSuggestion> more) {
        List<UnitSuggestion> all = Stream.concat(units.stream(), more.stream().filter(unit -> candidate(unit.code())
                        .isEmpty()))
                .toList();
        return new Proposal(
                all,
                Stream.concat(doubts.stream(), Stream.of(doubt)).toList(),
                sensitive,
                concerns,
                others,
                placeEvidence);
    }

    Proposal withoutHelpers(Set<String> codes) {
        return new Proposal(
                units.stream()
                        .map(unit -> unit.role() == UnitRole.CO && codes.contains(unit.code())
                                ? unit.as(UnitRole.ALTERNATIVE)
                                : unit)
                        .toList(),
                doubts,
                sensitive,
                concerns,
                others,
                placeEvidence);
    }

    /** Who should answer. */
    public Optional<UnitSuggestion> lead() {
        return units.stream().filter(unit -> unit.role() == UnitRole.LEAD).findFirst();
    }

    private List<UnitSuggestion> coUnits() {
        return units.stream().filter(unit -> unit.role() == UnitRole.CO).toList();
    }
}
