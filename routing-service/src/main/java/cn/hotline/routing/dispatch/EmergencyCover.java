package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.catalogue.model.Doubt;
import cn.hotline.routing.catalogue.model.UnitRole;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.model.Classification;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchRefusal;
import cn.hotline.routing.dispatch.model.DispatcherChoice;
import cn.hotline.routing.roster.Rosters;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 特急值守: an emergency is given to nobody who cannot be reached at any hour: not to lead, not to help, not from above. */
public final class EmergencyCover {

    /** Stands where a catalogue entry would, for the unit above one that is not covered. */
    private static final String RULE = "DUTY";

    private final Rosters rosters;
    private final Units units;

    public EmergencyCover(Rosters rosters, Units units) {
        this.rosters = rosters;
        this.units = units;
    }

    /**
     * The same where it is no emergency. Of one, who is to help and is not covered is a candidate only, so that it goes out
     * at once; when its lead is not covered it is in doubt, with the unit above as a candidate.
     */
    Mono<Classification> checked(Classification seen) {
        UnitSuggestion lead = seen.proposal().lead().orElse(null);
        if (seen.urgency() != Urgency.EMERGENCY || lead == null) {
            return Mono.just(seen);
        }
        Stream<String> proposed = seen.proposal().units().stream()
                .filter(unit -> unit.role() != UnitRole.ALTERNATIVE)
                .map(UnitSuggestion::code);
        return uncovered(proposed).map(bare -> {
            Classification helped = seen.withoutHelpers(bare);
            return bare.contains(lead.code()) ? helped.doubting(Doubt.NO_DUTY, above(lead)) : helped;
        });
    }

    /** Of all that a dispatcher chooses. */
    Mono<Cover> of(DispatcherChoice choice) {
        return Mono.zip(lead(choice.lead().code()), helpers("coUnits", choice.coUnits()), Cover::and);
    }

    /** @param unit null when none is named */
    Mono<Cover> lead(@Nullable String unit) {
        String instead = Optional.ofNullable(unit)
                .flatMap(units::find)
                .flatMap(this::parent)
                .map(above -> "可以派给其上级" + above.name() + "，或另选候选单位")
                .orElse("请另选候选单位，或先请该单位排好值班");
        return uncovered(Stream.ofNullable(unit))
                .map(bare -> bare.isEmpty() ? Cover.WHOLE : Cover.without("unit", instead));
    }

    /** Of a unit that one above passes it down to. */
    Mono<Cover> below(RoutingEvent.Unit unit) {
        return uncovered(Stream.of(unit.code()))
                .map(bare -> bare.isEmpty() ? Cover.WHOLE : Cover.without("unit", "请由本级办理，或先请" + unit.name() + "排好值班"));
    }

    /** @param field in which they were named */
    Mono<Cover> helpers(String field, List<RoutingEvent.Unit> helping) {
        return uncovered(helping.stream().map(RoutingEvent.Unit::code)).map(bare -> helping.stream()
                .filter(unit -> bare.contains(unit.code()))
                .map(unit -> Cover.without(field, "请不要选" + unit.name() + "，或先请该单位排好值班"))
                .reduce(Cover.WHOLE, Cover::and));
    }

    private Mono<Set<String>> uncovered(Stream<String> codes) {
        return Flux.fromStream(codes)
                .filterWhen(code -> rosters.of(code).map(roster -> !roster.takesEmergencies()))
                .collect(Collectors.toSet());
    }

    private List<UnitSuggestion> above(UnitSuggestion lead) {
        return units.find(lead.code()).flatMap(this::parent).stream()
                .map(parent -> new UnitSuggestion(
                        parent.code(),
                        parent.name(),
                        UnitRole.ALTERNATIVE,
                        RULE,
                        units.version(),
                        lead.name() + "没有排值班，" + parent.name() + "是其上级单位"))
                .toList();
    }

    private Optional<Unit> parent(Unit unit) {
        return Optional.ofNullable(unit.parent()).flatMap(units::find);
    }

    /** @param instead what to do in place of choosing those that are not covered, at the field of each */
    record Cover(List<FieldError> instead) {

        private static final Cover WHOLE = new Cover(List.of());

        private static Cover without(String field, String instead) {
            return new Cover(List.of(new FieldError(field, instead)));
        }

        private Cover and(Cover other) {
            return new Cover(
                    Stream.concat(instead.stream(), other.instead.stream()).toList());
        }

        /** @throws Refused when it is an emergency and somebody is not covered */
        void refuse(Dispatch ticket) {
            refuse(ticket, null);
        }

        /** @param chosen the grade it is to have; null for the one it has */
        void refuse(Dispatch ticket, @Nullable Urgency chosen) {
            Urgency grade = chosen == null ? ticket.classification().urgency() : chosen;
            if (grade == Urgency.EMERGENCY && !instead.isEmpty()) {
                throw new Refused(DispatchRefusal.NO_DUTY, instead);
            }
        }
    }
}
