package cn.hotline.routing.dispatch;

import cn.hotline.routing.catalogue.Decisions;
import cn.hotline.routing.catalogue.model.Decision;
import cn.hotline.routing.catalogue.model.Decision.Given;
import cn.hotline.routing.catalogue.model.Decision.Source;
import cn.hotline.routing.catalogue.model.UnitRole;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.contract.RoutingEvent.Place;
import cn.hotline.routing.dispatch.model.Dispatch;
import cn.hotline.routing.dispatch.model.Dispute;
import cn.hotline.routing.dispatch.model.Step;
import cn.hotline.routing.dispatch.model.StepKind;
import cn.hotline.routing.place.model.PlaceSuggestion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** What became of tickets, read off the course that every dispatch keeps. */
public final class DispatchDecisions implements Decisions {

    /** Of so long a time at once: a store answers a question whole, and nobody needs a month of tickets in memory. */
    private static final Duration AT_ONCE = Duration.ofHours(6);

    private static final Set<StepKind> LOST = Set.of(StepKind.RECALLED, StepKind.TAKEN_BACK, StepKind.RETURN_APPROVED);

    private final Dispatches dispatches;

    public DispatchDecisions(Dispatches dispatches) {
        this.dispatches = dispatches;
    }

    @Override
    public Flux<Decision> between(Instant from, Instant to) {
        return Flux.<Instant, Instant>generate(() -> from, (start, sink) -> {
                    if (start.isBefore(to)) {
                        sink.next(start);
                    } else {
                        sink.complete();
                    }
                    return start.plus(AT_ONCE);
                })
                .flatMapSequential(start -> dispatches.arrived(start, earlier(start.plus(AT_ONCE), to)), 2)
                .map(DispatchDecisions::decision);
    }

    static Decision decision(Dispatch dispatch) {
        var topic = dispatch.classification().topic();
        return new Decision(
                dispatch.number().value(),
                dispatch.appeal().confidential(),
                new Decision.Matter(
                        topic == null ? null : topic.code(),
                        place(dispatch.classification().place()),
                        dispatch.appeal().place(),
                        dispatch.appeal().title() + "\n" + dispatch.appeal().content(),
                        dispatch.classification().proposal().concerns()),
                dispatch.classification().proposal().units().stream()
                        .filter(unit -> unit.role() == UnitRole.LEAD)
                        .map(UnitSuggestion::code)
                        .findFirst()
                        .orElse(null),
                given(dispatch),
                dispatch.steps().stream().anyMatch(step -> LOST.contains(step.kind())));
    }

    private static List<Given> given(Dispatch dispatch) {
        List<Given> all = new ArrayList<>();
        Source why = Source.DISPATCHER;
        for (Step step : dispatch.steps()) {
            if (step.given() != null) {
                all.add(given(step, step.given(), step.by() == null ? Source.CATALOGUE : why));
                why = Source.DISPATCHER;
            } else if (step.kind() == StepKind.RETURN_APPROVED) {
                why = Source.RETURN;
            } else if (step.kind() == StepKind.RULED) {
                why = Source.RULING;
            }
        }
        Dispute.Ruling ruling = dispatch.handling() == null
                ? null
                : dispatch.handling().dispute().ruling();
        return ruling == null ? all : ruled(all, ruling);
    }

    /** A ruling that leaves a ticket where it is says whose it is all the same. */
    private static List<Given> ruled(List<Given> all, Dispute.Ruling ruling) {
        int last = all.size() - 1;
        if (last >= 0 && all.get(last).unit().equals(ruling.unit().code())) {
            Given given = all.get(last);
            all.set(
                    last,
                    new Given(
                            given.unit(), given.rule(), given.category(), Source.RULING, ruling.at(), ruling.reason()));
        }
        return all;
    }

    private static Given given(Step step, Step.Given given, Source by) {
        return new Given(
                given.unit(),
                given.rule(),
                given.category(),
                by,
                step.at(),
                by == Source.CATALOGUE ? null : step.detail());
    }

    private static @Nullable PlaceSuggestion place(@Nullable Place place) {
        return place == null
                ? null
                : PlaceSuggestion.known(
                        place.countyCode(),
                        place.county(),
                        place.streetCode(),
                        place.street(),
                        place.communityCode(),
                        place.community());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
