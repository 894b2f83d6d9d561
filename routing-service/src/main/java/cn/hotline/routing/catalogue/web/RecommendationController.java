package cn.hotline.routing.catalogue.web;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.access.audit.AsksOnly;
import cn.hotline.chassis.Termed.Coded;
import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.catalogue.Recommender;
import cn.hotline.routing.catalogue.model.Part;
import cn.hotline.routing.catalogue.model.Recommendation;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.classification.model.AppealKind;
import cn.hotline.routing.classification.model.CategorySuggestion;
import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.classification.model.Tag;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.place.model.Setting;
import cn.hotline.routing.place.model.Whereabouts;
import cn.hotline.routing.precedent.Precedents;
import cn.hotline.routing.precedent.model.Precedent;
import cn.hotline.routing.recusal.model.Concern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 智能推荐: class, place, unit and urgency of a text that is still being written. Nothing is kept. */
@RestController
@RequestMapping("/api/v1/recommendations")
public final class RecommendationController {

    private static final int TITLE = 200;
    private static final int CONTENT = 4_000;
    private static final int SIMILAR = 5;

    private final Recommender recommender;
    private final Divisions divisions;
    private final Precedents precedents;
    private final Clock clock;

    RecommendationController(Recommender recommender, Divisions divisions, Precedents precedents, Clock clock) {
        this.recommender = recommender;
        this.divisions = divisions;
        this.precedents = precedents;
        this.clock = clock;
    }

    @AsksOnly
    @PostMapping
    Mono<RecommendationView> recommend(@RequestBody RecommendationRequest request) {
        Fields fields = new Fields();
        String title = fields.optional("title", request.title(), TITLE);
        String content = fields.required("content", request.content(), CONTENT);
        AppealKind kind = fields.code("kind", request.kind(), AppealKind.class);
        PlaceRequest place = request.place() == null ? PlaceRequest.NONE : request.place();
        String placeText = fields.optional("place.text", place.text(), TITLE);
        LocalDate today = LocalDate.now(clock);
        String division = fields.optional("place.divisionCode", place.divisionCode(), 12);
        fields.check(
                (place.longitude() == null) == (place.latitude() == null)
                        && (place.longitude() == null
                                || Math.abs(place.longitude()) <= 180 && Math.abs(place.latitude()) <= 90),
                "place.longitude",
                "经度、纬度须一并给出，经度在 ±180 之间，纬度在 ±90 之间");
        fields.check(
                division == null || !divisions.on(division, today).isEmpty(), "place.divisionCode", "没有这个区划代码，请重新选择");
        fields.refuseFaults();
        Whereabouts where = new Whereabouts(placeText, division, place.longitude(), place.latitude(), today);
        Recommendation seen = recommender.recommend(title, content, where, kind, null);
        return similar(title == null ? "" : title, content, seen)
                .map(similar -> RecommendationView.of(seen, similar.orElse(null)));
    }

    /** Other tickets are for those who may see them all; to everybody else it is not even said that there are any. */
    private Mono<Optional<List<Precedent>>> similar(String title, String content, Recommendation seen) {
        return Person.current()
                .filter(person -> !person.is(Role.UNIT) && (person.is(Role.DISPATCHER) || person.is(Role.SUPERVISOR)))
                .flatMap(mayLook -> precedents.like(
                        title,
                        content,
                        seen.category().map(CategorySuggestion::code).orElse(null),
                        SIMILAR))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    record RecommendationRequest(
            @Nullable String title,
            @Nullable String content,
            @Nullable PlaceRequest place,
            @Nullable String kind) {}

    record PlaceRequest(
            @Nullable String text,
            @Nullable String divisionCode,
            @Nullable Double longitude,
            @Nullable Double latitude) {
        static final PlaceRequest NONE = new PlaceRequest(null, null, null, null);
    }

    /**
     * Best first, at most five of each.
     *
     * @param similar closed tickets that read like it, and where they went; absent for those who may not see them
     */
    record RecommendationView(
            List<CategorySuggestion> categories,
            List<PlaceSuggestion> places,
            List<UnitView> units,
            UrgencyView urgency,
            List<SensitiveMark> sensitive,
            List<Tag> tags,
            List<ConcernView> concerns,
            Setting setting,
            List<Part> split,
            boolean sure,
            List<Coded> doubts,
            @Nullable List<SimilarView> similar) {

        static RecommendationView of(Recommendation seen, @Nullable List<Precedent> similar) {
            return new RecommendationView(
                    seen.categories(),
                    seen.places(),
                    seen.units().stream().map(UnitView::of).toList(),
                    new UrgencyView(
                            seen.urgency().code(),
                            seen.urgency().term(),
                            seen.urgency().evidence()),
                    seen.sensitive(),
                    seen.tags(),
                    seen.concerns().stream().map(ConcernView::of).toList(),
                    seen.setting(),
                    seen.split(),
                    seen.sure(),
                    seen.doubts().stream().map(Coded::of).toList(),
                    similar == null
                            ? null
                            : similar.stream().map(SimilarView::of).toList());
        }
    }

    /** @param similarity 0 to 1 */
    record SimilarView(String number, String title, String category, String unit, double similarity) {

        static SimilarView of(Precedent precedent) {
            return new SimilarView(
                    precedent.number(),
                    precedent.title(),
                    precedent.category(),
                    precedent.unit(),
                    precedent.percent() / 100.0);
        }
    }

    record UnitView(String code, String name, Coded role, String ruleId, String ruleVersion, String reason) {

        static UnitView of(UnitSuggestion unit) {
            return new UnitView(
                    unit.code(), unit.name(), Coded.of(unit.role()), unit.ruleId(), unit.ruleVersion(), unit.reason());
        }
    }

    record ConcernView(String unit, String name, List<String> words) {

        static ConcernView of(Concern concern) {
            return new ConcernView(concern.unit(), concern.name(), concern.words());
        }
    }

    record UrgencyView(String code, String term, List<String> evidence) {}
}
