package cn.hotline.routing.catalogue.web;

import cn.hotline.access.audit.AsksOnly;
import cn.hotline.chassis.web.Coded;
import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.catalogue.Recommender;
import cn.hotline.routing.catalogue.model.Part;
import cn.hotline.routing.catalogue.model.Recommendation;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.classification.model.AppealKind;
import cn.hotline.routing.classification.model.CategorySuggestion;
import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.place.model.Setting;
import cn.hotline.routing.place.model.Whereabouts;
import cn.hotline.routing.recusal.model.Concern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 智能推荐: class, place, unit and urgency of a text that is still being written. Nothing is kept. */
@RestController
@RequestMapping("/api/v1/recommendations")
public final class RecommendationController {

    private static final int TITLE = 200;
    private static final int CONTENT = 4_000;

    private final Recommender recommender;
    private final Divisions divisions;

    RecommendationController(Recommender recommender, Divisions divisions) {
        this.recommender = recommender;
        this.divisions = divisions;
    }

    @AsksOnly
    @PostMapping
    RecommendationView recommend(@RequestBody RecommendationRequest request) {
        Fields fields = new Fields();
        String title = fields.optional("title", request.title(), TITLE);
        String content = fields.required("content", request.content(), CONTENT);
        AppealKind kind = fields.code("kind", request.kind(), AppealKind.class);
        PlaceRequest place = request.place() == null ? PlaceRequest.NONE : request.place();
        String placeText = fields.optional("place.text", place.text(), TITLE);
        String division = fields.optional("place.divisionCode", place.divisionCode(), 12);
        fields.check(
                (place.longitude() == null) == (place.latitude() == null)
                        && (place.longitude() == null
                                || Math.abs(place.longitude()) <= 180 && Math.abs(place.latitude()) <= 90),
                "place.longitude",
                "经度、纬度须一并给出，经度在 ±180 之间，纬度在 ±90 之间");
        fields.check(
                division == null || divisions.current(division).isPresent(), "place.divisionCode", "没有这个区划代码，请重新选择");
        fields.refuseFaults();
        return RecommendationView.of(recommender.recommend(
                title, content, new Whereabouts(placeText, division, place.longitude(), place.latitude()), kind, null));
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

    /** Best first, at most five of each. */
    record RecommendationView(
            List<CategorySuggestion> categories,
            List<PlaceSuggestion> places,
            List<UnitView> units,
            UrgencyView urgency,
            List<SensitiveMark> sensitive,
            List<ConcernView> concerns,
            Setting setting,
            List<Part> split,
            boolean sure,
            List<Coded> doubts) {

        static RecommendationView of(Recommendation seen) {
            return new RecommendationView(
                    seen.categories(),
                    seen.places(),
                    seen.units().stream().map(UnitView::of).toList(),
                    new UrgencyView(
                            seen.urgency().code(),
                            seen.urgency().term(),
                            seen.urgency().evidence()),
                    seen.sensitive(),
                    seen.concerns().stream().map(ConcernView::of).toList(),
                    seen.setting(),
                    seen.split(),
                    seen.sure(),
                    seen.doubts().stream()
                            .map(doubt -> new Coded(doubt.name(), doubt.term()))
                            .toList());
        }
    }

    record UnitView(String code, String name, Coded role, String ruleId, String ruleVersion, String reason) {

        static UnitView of(UnitSuggestion unit) {
            return new UnitView(
                    unit.code(),
                    unit.name(),
                    new Coded(unit.role().name(), unit.role().term()),
                    unit.ruleId(),
                    unit.ruleVersion(),
                    unit.reason());
        }
    }

    record ConcernView(String unit, String name, List<String> words) {

        static ConcernView of(Concern concern) {
            return new ConcernView(concern.unit(), concern.name(), concern.words());
        }
    }

    record UrgencyView(String code, String term, List<String> evidence) {}
}
