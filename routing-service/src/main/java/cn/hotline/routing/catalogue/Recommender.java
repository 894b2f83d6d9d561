package cn.hotline.routing.catalogue;

import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.Confidence;
import cn.hotline.routing.catalogue.model.Doubt;
import cn.hotline.routing.catalogue.model.PlaceReach;
import cn.hotline.routing.catalogue.model.Recommendation;
import cn.hotline.routing.catalogue.model.UnitRole;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.Classifier;
import cn.hotline.routing.classification.DangerEar;
import cn.hotline.routing.classification.Tagger;
import cn.hotline.routing.classification.model.AppealKind;
import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.classification.model.CategorySuggestion;
import cn.hotline.routing.classification.model.Danger;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.classification.model.UrgencySuggestion;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.Gazetteer;
import cn.hotline.routing.place.Surroundings;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.place.model.Setting;
import cn.hotline.routing.place.model.Whereabouts;
import cn.hotline.routing.recusal.RecusalRecogniser;
import cn.hotline.routing.recusal.model.Accusation;
import cn.hotline.routing.units.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one recommendation of all we know: class, place, unit, urgency, sensitivity, and whether we are sure. */
public final class Recommender {

    private static final int MOST = 5;

    /** Stands where a catalogue entry would, when a unit is named because another must keep away. */
    private static final String RECUSAL_RULE = "RECUSAL";

    private final Categories categories;
    private final Classifier classifier;
    private final DangerEar ear;
    private final Tagger tagger;
    private final Gazetteer gazetteer;
    private final Supplier<Catalogue> published;
    private final RecusalRecogniser recusals;
    private final Surroundings surroundings;
    private final Splitter splitter;
    private final Confidence wanted;

    public Recommender(
            Categories categories,
            Classifier classifier,
            DangerEar ear,
            Tagger tagger,
            Gazetteer gazetteer,
            Supplier<Catalogue> published,
            RecusalRecogniser recusals,
            Surroundings surroundings,
            Confidence wanted) {
        this.categories = categories;
        this.classifier = classifier;
        this.ear = ear;
        this.tagger = tagger;
        this.gazetteer = gazetteer;
        this.published = published;
        this.recusals = recusals;
        this.surroundings = surroundings;
        this.splitter = new Splitter(classifier);
        this.wanted = wanted;
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a file is malformed, with its name and line */
    public static Recommender load(KnowledgeFiles files, Confidence wanted) {
        var catalogue = Catalogue.load(files, Categories.load(files), Units.load(files));
        return load(files, wanted, () -> catalogue);
    }

    /** The same by another catalogue than the one in the files. */
    static Recommender load(KnowledgeFiles files, Confidence wanted, Supplier<Catalogue> published) {
        var categories = Categories.load(files);
        var units = Units.load(files);
        var divisions = Divisions.load(files);
        return new Recommender(
                categories,
                Classifier.load(files, categories),
                DangerEar.load(files),
                Tagger.load(files),
                Gazetteer.load(files, divisions),
                published,
                RecusalRecogniser.load(files, units),
                Surroundings.load(files, divisions, units),
                wanted);
    }

    /**
     * What we would do with this appeal.
     *
     * @param kind null counts as 其他
     * @param categoryCode what the operator chose; certain when given
     * @throws cn.hotline.routing.classification.UnknownCategory when the given class is none of ours
     * @throws cn.hotline.routing.place.UnknownDivision when the given division is none of the city's, or not yet
     */
    public Recommendation recommend(
            @Nullable String title,
            String content,
            Whereabouts where,
            @Nullable AppealKind kind,
            @Nullable String categoryCode) {
        var catalogue = published.get();
        var text = title == null ? content : title + "\n" + content;
        var classes = classes(title, content, categoryCode);
        var places = surroundings.with(where, gazetteer.locate(where, text));
        var setting = surroundings.of(where, text, places);
        var best = classes.isEmpty() ? null : categories.require(classes.get(0).code());
        var place = places.isEmpty() ? null : places.get(0);
        var entry = best == null ? null : catalogue.entry(best, place, text).orElse(null);
        var danger = ear.hear(title, content);
        var accusation = recusals.recognise(title, content, kind);
        var units = recused(units(catalogue, classes, places, setting, text), accusation);
        return new Recommendation(
                classes,
                places,
                units,
                grade(danger, kind, best, entry),
                danger.marks(),
                tagger.tags(title, content),
                accusation.concerns(),
                setting,
                splitter.parts(content),
                Stream.concat(doubts(classes, place, setting, entry).stream(), doubts(accusation, units).stream())
                        .toList());
    }

    /**
     * Who would have an appeal by that catalogue, when class and place are known: the proposal of {@link #recommend}, the
     * lead first, without guesses.
     *
     * @param placeText the place field, null when empty
     * @param text title and content
     */
    public List<UnitSuggestion> route(
            Catalogue catalogue,
            Category category,
            @Nullable PlaceSuggestion place,
            @Nullable String placeText,
            String text,
            Accusation accusation) {
        var places = place == null ? List.<PlaceSuggestion>of() : List.of(place);
        var setting = surroundings.of(Whereabouts.written(placeText, catalogue.day()), text, places);
        return recused(led(catalogue.route(category, place, text), places, setting), accusation);
    }

    /** 乡镇街道不承接: the entry by which that unit may not be given such an appeal. */
    public Optional<CatalogueEntry> bars(
            String unitCode, Category category, @Nullable PlaceSuggestion place, String text) {
        return published.get().bars(unitCode, category, place, text);
    }

    /** Without those the appeal accuses; where one of them would lead, whoever stands above it leads. */
    private List<UnitSuggestion> recused(List<UnitSuggestion> units, Accusation accusation) {
        var left = units.stream()
                .filter(unit -> !accusation.keepsAway(unit.code()))
                .toList();
        if (left.stream().anyMatch(unit -> unit.role() == UnitRole.LEAD)) {
            return left;
        }
        return accusation.concerns().stream()
                .findFirst()
                .flatMap(concern -> recusals.above(concern.unit(), accusation)
                        .map(above -> new UnitSuggestion(
                                above.code(),
                                above.name(),
                                UnitRole.LEAD,
                                RECUSAL_RULE,
                                recusals.version(),
                                "诉求反映的是" + concern.name() + "或其工作人员（"
                                        + String.join("、", concern.words()) + "），该单位回避，由"
                                        + above.name() + "主办")))
                .map(above -> firstOfEach(
                        Stream.concat(Stream.of(above), left.stream()).toList()))
                .orElse(left);
    }

    /** Whether a person must look who it is that is accused; not where the body that looks into such things leads. */
    private List<Doubt> doubts(Accusation accusation, List<UnitSuggestion> units) {
        boolean lookedInto = units.stream()
                .anyMatch(unit -> unit.role() == UnitRole.LEAD
                        && !unit.ruleId().equals(RECUSAL_RULE)
                        && recusals.isHighest(unit.code()));
        if (!accusation.any() || lookedInto) {
            return List.of();
        }
        return List.of(accusation.concerns().isEmpty() ? Doubt.STAFF_ACCUSED : Doubt.UNIT_CONCERNED);
    }

    /** What would decide about a text in which nothing was recognised. */
    public String classifier() {
        return classifier.name();
    }

    private List<CategorySuggestion> classes(@Nullable String title, String content, @Nullable String chosen) {
        if (chosen == null) {
            return classifier.classify(title, content);
        }
        var category = categories.require(chosen);
        var path = categories.path(category).stream().map(Category::term).toList();
        return List.of(new CategorySuggestion(
                category.code(), category.term(), path, 1, List.of(), CategorySuggestion.OPERATOR));
    }

    /** The proposal of the best class at the best place; then who would lead by the second of each. */
    private List<UnitSuggestion> units(
            Catalogue catalogue,
            List<CategorySuggestion> classes,
            List<PlaceSuggestion> places,
            Setting setting,
            String text) {
        var units = new ArrayList<UnitSuggestion>();
        for (var guess : classes.subList(0, Math.min(2, classes.size()))) {
            var category = categories.require(guess.code());
            var tried = new ArrayList<@Nullable PlaceSuggestion>(places.subList(0, Math.min(2, places.size())));
            if (tried.isEmpty()) {
                tried.add(null);
            }
            for (var place : tried) {
                var routed = catalogue.route(category, place, text);
                boolean beside = !setting.border().isEmpty() && guess == classes.get(0);
                boolean first = units.isEmpty() && guess == classes.get(0) && place == tried.get(0);
                if (first) {
                    units.addAll(undecided(led(routed, places, setting), places, setting));
                } else {
                    routed.stream()
                            .limit(1)
                            .map(unit -> unit.as(beside ? UnitRole.CO : UnitRole.ALTERNATIVE))
                            .forEach(units::add);
                }
            }
        }
        return firstOfEach(units);
    }

    /** Where several counties may be meant, none of them leads: whoever decides chooses among them. */
    private static List<UnitSuggestion> undecided(
            List<UnitSuggestion> units, List<PlaceSuggestion> places, Setting setting) {
        return Recommendation.placeIsOpen(places, setting)
                ? units.stream()
                        .map(unit -> unit.role() == UnitRole.LEAD
                                        && unit.code().startsWith(places.get(0).countyCode())
                                ? unit.as(UnitRole.ALTERNATIVE)
                                : unit)
                        .toList()
                : units;
    }

    private static List<UnitSuggestion> firstOfEach(List<UnitSuggestion> units) {
        return units.stream()
                .filter(unit -> units.stream()
                        .filter(other -> other.code().equals(unit.code()))
                        .findFirst()
                        .orElseThrow()
                        .equals(unit))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static UrgencySuggestion grade(
            Danger danger, @Nullable AppealKind kind, @Nullable Category category, @Nullable CatalogueEntry entry) {
        var byWordsOrClass = danger.grade(kind, category);
        Urgency ofEntry = entry == null ? null : entry.duty().urgency();
        boolean entryCounts = byWordsOrClass.evidence().isEmpty() && (kind == null || kind.takesGradeOfClass());
        return ofEntry != null && entryCounts ? new UrgencySuggestion(ofEntry, List.of()) : byWordsOrClass;
    }

    /** What an entry says of the best place, with what else is known of it. */
    private List<UnitSuggestion> led(List<UnitSuggestion> routed, List<PlaceSuggestion> places, Setting setting) {
        return !places.isEmpty() && leadsByPlace(routed, places.get(0)) ? settled(routed, places, setting) : routed;
    }

    private static boolean leadsByPlace(List<UnitSuggestion> routed, PlaceSuggestion place) {
        return routed.stream()
                .anyMatch(unit -> unit.role() == UnitRole.LEAD && unit.code().startsWith(place.countyCode()));
    }

    /** Where not the county of the place answers alone: in an overlay area another unit, at a border two counties. */
    private List<UnitSuggestion> settled(List<UnitSuggestion> routed, List<PlaceSuggestion> places, Setting setting) {
        var area = setting.area();
        if (area != null) {
            var instead = new UnitSuggestion(
                    area.unit(),
                    area.unitName(),
                    UnitRole.LEAD,
                    "AREA-" + area.code(),
                    surroundings.version(),
                    "位于" + area.name() + "（" + String.join("、", area.evidence()) + "），不由所在县区负责，依据：" + area.basis());
            return Stream.concat(
                            Stream.of(instead),
                            routed.stream()
                                    .map(unit -> unit.role() == UnitRole.LEAD ? unit.as(UnitRole.ALTERNATIVE) : unit))
                    .toList();
        }
        if (setting.border().isEmpty()) {
            return routed;
        }
        var names = places.get(0).county() + "与" + places.get(1).county();
        return routed.stream()
                .map(unit -> unit.role() == UnitRole.LEAD
                        ? because(unit, names + "交界，先由" + unit.name() + "临时主办，权属议定后再调整。" + unit.reason())
                        : unit)
                .toList();
    }

    private static UnitSuggestion because(UnitSuggestion unit, String reason) {
        return new UnitSuggestion(unit.code(), unit.name(), unit.role(), unit.ruleId(), unit.ruleVersion(), reason);
    }

    private List<Doubt> doubts(
            List<CategorySuggestion> classes,
            @Nullable PlaceSuggestion place,
            Setting setting,
            @Nullable CatalogueEntry entry) {
        if (setting.outside() != null) {
            return List.of(Doubt.PLACE_OUTSIDE);
        }
        if (classes.isEmpty()) {
            return List.of(Doubt.CATEGORY_UNKNOWN);
        }
        var doubts = new ArrayList<Doubt>();
        if (classes.get(0).confidence() < wanted.category()) {
            doubts.add(Doubt.CATEGORY_UNSURE);
        }
        if (entry == null) {
            doubts.add(place == null ? Doubt.PLACE_UNKNOWN : Doubt.NO_ENTRY);
        } else if (needsPlace(entry)
                && setting.border().isEmpty()
                && (place == null || place.confidence() < wanted.place())) {
            doubts.add(Doubt.PLACE_UNSURE);
        }
        return List.copyOf(doubts);
    }

    private static boolean needsPlace(CatalogueEntry entry) {
        return entry.scope().reach() != PlaceReach.ANYWHERE;
    }
}
