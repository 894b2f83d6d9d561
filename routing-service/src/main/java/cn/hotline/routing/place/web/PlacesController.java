package cn.hotline.routing.place.web;

import cn.hotline.access.Person;
import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.PlaceSchool;
import cn.hotline.routing.place.PlaceSchool.Overview;
import cn.hotline.routing.place.model.Division;
import cn.hotline.routing.place.model.LearnedName;
import cn.hotline.routing.place.model.NameRuling;
import cn.hotline.routing.version.model.Editor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 学到的地名: the names that confirmed tickets taught, in how many counties and streets how many tickets say them. */
@RestController
@RequestMapping("/api/v1/places")
public final class PlacesController {

    static final int MOST = 100;

    private static final int NAME = 40;
    private static final int REASON = 500;

    private final PlaceSchool school;
    private final Divisions divisions;

    PlacesController(PlaceSchool school, Divisions divisions) {
        this.school = school;
        this.divisions = divisions;
    }

    @GetMapping
    Mono<PlacesView> places(@RequestParam(defaultValue = "") String q) {
        return school.overview().map(seen -> view(seen, q.strip()));
    }

    /** 停用、恢复. */
    @PostMapping("/rulings")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<RulingView> rule(@RequestBody RulingRequest sent) {
        Fields fields = new Fields();
        String name = fields.required("name", sent.name(), NAME);
        String reason = fields.required("reason", sent.reason(), REASON);
        fields.check(sent.silenced() != null, "silenced", "请写明是停用还是恢复");
        fields.refuseFaults();
        return ruled(name, Boolean.TRUE.equals(sent.silenced()), reason).map(RulingView::of);
    }

    Mono<NameRuling> ruled(String name, boolean silenced, String reason) {
        String masked = PersonalData.mask(reason);
        return Person.current()
                .map(person -> new Editor(person.account(), person.name()))
                .flatMap(by -> silenced ? school.silence(name, masked, by) : school.restore(name, masked, by));
    }

    PlacesView view(Overview seen, String q) {
        return new PlacesView(
                seen.learned().tickets(),
                seen.learned().size(),
                seen.learned().like(q, MOST).stream()
                        .map(name -> view(name, seen.isSilenced(name.name())))
                        .toList(),
                seen.rulings().stream().limit(MOST).map(RulingView::of).toList());
    }

    private NameView view(LearnedName learned, boolean silenced) {
        return new NameView(
                learned.name(),
                learned.support(),
                silenced,
                counted(learned.tickets()),
                learned.street().map(this::named).orElse(null),
                counted(learned.streets()));
    }

    private List<CountView> counted(Map<String, Integer> tickets) {
        return tickets.entrySet().stream()
                .map(place -> new CountView(place.getKey(), named(place.getKey()), place.getValue()))
                .toList();
    }

    private String named(String code) {
        return divisions.find(code).map(Division::name).orElse(code);
    }

    record RulingRequest(
            @Nullable String name,
            @Nullable Boolean silenced,
            @Nullable String reason) {}

    /**
     * From how many tickets how many names were learned.
     *
     * @param items those asked for, at most a hundred
     * @param rulings what was decided about names, the newest first, at most a hundred
     */
    record PlacesView(int tickets, int names, List<NameView> items, List<RulingView> rulings) {}

    /**
     * @param street to which the name leads; absent when its tickets do not agree
     * @param streets of tickets whose street is known too
     */
    record NameView(
            String name,
            int tickets,
            boolean silenced,
            List<CountView> counties,
            @Nullable String street,
            List<CountView> streets) {}

    record CountView(String code, String name, int tickets) {}

    record RulingView(long number, String name, boolean silenced, String by, Instant at, String reason) {

        static RulingView of(NameRuling ruling) {
            return new RulingView(
                    ruling.number(),
                    ruling.name(),
                    ruling.silenced(),
                    ruling.by().name(),
                    ruling.at(),
                    ruling.reason());
        }
    }
}
