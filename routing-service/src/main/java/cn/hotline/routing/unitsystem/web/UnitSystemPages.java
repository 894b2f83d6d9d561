package cn.hotline.routing.unitsystem.web;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.chassis.Termed.Coded;
import cn.hotline.routing.contract.UnitNotice.Difference;
import cn.hotline.routing.contract.UnitNotice.ListsCompared;
import cn.hotline.routing.dispatch.model.DispatchStatus;
import cn.hotline.routing.unitsystem.UnitSystemDesk;
import cn.hotline.routing.unitsystem.model.Comparison.Kind;
import cn.hotline.routing.unitsystem.model.Condition;
import cn.hotline.routing.unitsystem.web.SystemViews.ConditionView;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 单位系统: how each is doing and what differs, for whoever administers; for people of a unit, their own. */
@Controller
public final class UnitSystemPages {

    private final UnitSystemDesk desk;
    private final SystemViews views;

    UnitSystemPages(UnitSystemDesk desk, SystemViews views) {
        this.desk = desk;
        this.views = views;
    }

    @GetMapping("/unit-systems")
    Mono<Rendering> page() {
        return Person.current()
                .flatMap(person -> shownTo(person).map(this::card).collectList().map(cards -> Rendering.view(
                                "pages/routing/unit-systems")
                        .model(Map.of("cards", cards, "all", person.is(Role.ADMIN)))
                        .build()));
    }

    private Flux<Condition> shownTo(Person person) {
        return desk.conditions()
                .filter(condition -> person.is(Role.ADMIN)
                        || condition.system().unit().code().equals(person.unit()));
    }

    private Card card(Condition condition) {
        ListsCompared list = condition.list();
        return new Card(
                views.condition(condition),
                list,
                list == null
                        ? List.of()
                        : list.differences().stream().map(Line::of).toList());
    }

    record Card(ConditionView system, @Nullable ListsCompared list, List<Line> differences) {}

    /** One ticket that differs, in words. */
    record Line(String number, String kind, String ours, String theirs) {

        static Line of(Difference difference) {
            return new Line(
                    difference.number(),
                    Kind.valueOf(difference.kind()).term(),
                    term(difference.ours()),
                    term(difference.theirs()));
        }

        /** A status of theirs that is none of ours is shown as it is. */
        private static String term(@Nullable String status) {
            return Arrays.stream(DispatchStatus.values())
                    .filter(known -> known.name().equals(status))
                    .map(known -> Coded.of(known).term())
                    .findFirst()
                    .orElse(status == null ? "没有" : status);
        }
    }
}
