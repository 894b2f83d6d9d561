package cn.hotline.routing.dispatch;

import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.catalogue.model.Doubt;
import cn.hotline.routing.catalogue.model.UnitRole;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.dispatch.model.Classification;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.DispatchRefusal;
import cn.hotline.routing.roster.Rosters;
import cn.hotline.routing.roster.model.Roster;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** 特急值守: an emergency leads nowhere where nobody can be reached at any hour. */
public final class EmergencyCover {

    /** Stands where a catalogue entry would, for the unit above one that is not covered. */
    private static final String RULE = "DUTY";

    private final Rosters rosters;
    private final Units units;

    public EmergencyCover(Rosters rosters, Units units) {
        this.rosters = rosters;
        this.units = units;
    }

    /** The same; in doubt where it is an emergency and its unit is not covered, with the unit above as a candidate. */
    Mono<Classification> doubting(Classification seen) {
        UnitSuggestion lead = seen.proposal().lead().orElse(null);
        if (seen.urgency() != Urgency.EMERGENCY || lead == null) {
            return Mono.just(seen);
        }
        return of(lead.code()).map(cover -> cover.covered() ? seen : seen.doubting(Doubt.NO_DUTY, above(lead)));
    }

    /** How it stands with a unit; covered, where none is named. */
    Mono<Cover> of(@Nullable String unit) {
        if (unit == null) {
            return Mono.just(Cover.NOBODY_ASKED);
        }
        Unit above = units.find(unit).flatMap(this::parent).orElse(null);
        return rosters.of(unit)
                .map(Roster::takesEmergencies)
                .map(covered -> new Cover(covered, above == null ? null : above.name()));
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

    /** @param above name of the unit above; null at the top */
    record Cover(boolean covered, @Nullable String above) {

        private static final Cover NOBODY_ASKED = new Cover(true, null);

        /**
         * @param chosen the grade it is to have; null for the one it has
         * @throws Refused when it is an emergency and the unit is not covered
         */
        void refuse(Dispatch ticket, @Nullable Urgency chosen) {
            Urgency grade = chosen == null ? ticket.classification().urgency() : chosen;
            if (grade == Urgency.EMERGENCY && !covered) {
                String instead = above == null ? "请另选候选单位，或先请该单位排好值班" : "可以派给其上级" + above + "，或另选候选单位";
                throw new Refused(DispatchRefusal.NO_DUTY, List.of(new FieldError("unit", instead)));
            }
        }
    }
}
