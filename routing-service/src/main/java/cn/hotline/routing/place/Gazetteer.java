package cn.hotline.routing.place;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.Sounds;
import cn.hotline.routing.knowledge.WordIndex;
import cn.hotline.routing.place.model.Division;
import cn.hotline.routing.place.model.LearnedName;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.place.model.Whereabouts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells which county, street and community a text speaks of, by the names of divisions ({@code divisions.tsv}), of
 * roads and sights ({@code places.tsv}), and of places that confirmed tickets taught us. A name that occurs in several
 * counties never decides alone: it only helps one that others speak for too. Who bears a name is asked as of the day of the
 * appeal: what is no more is those that took over. Where nothing is known, what sounds like a name is a candidate.
 */
public final class Gazetteer {

    private static final String FILE = "places.tsv";
    private static final int MOST = 5;

    private static final double COUNTY_NAMED = 3;
    /** A county without what it is (湟中) may be part of another name. */
    private static final double COUNTY_HINTED = 2;

    private static final double DIVISION_NAMED = 2.5;
    private static final double ROAD_NAMED = 2;
    /** What a name of several counties gives to each: alone it stays below any confidence that could dispatch. */
    private static final double SHARED_NAME = 0.5;
    /** A word of the place field counts more than one of the story. */
    private static final double PLACE_FIELD = 1.5;
    /** Squared weight that stands for all we did not understand: one road alone gives 0.8. */
    private static final double DOUBT = 1;

    /** How much a name written by a person, and one found in texts, must have been confirmed to be worth half. */
    private static final double DECLARED_DOUBT = 1;

    private static final double FOUND_DOUBT = 6;
    /** A learned name with less of its tickets in one county is one of several counties. */
    private static final double PURE = 0.95;
    /** Most that such a name is worth: alone, even in the place field, it stays below what could dispatch. */
    private static final double IMPURE = 0.9;

    /** Length of a county's name without what it is; after it a firm or a shop makes it part of that one's name. */
    private static final int HINT = 2;

    private static final Pattern FIRM = Pattern.compile("(有限|[^的有在一那个这里，。；,;\\s]){0,10}?(公司|集团|厂|店|馆|商行|合作社|银行|超市)");
    /** By sound only names of so many characters are found, and in a story no longer than this. */
    private static final int SOUNDING = 3;

    private static final int LETTER = 150;

    private final Divisions divisions;
    private final WordIndex<Name> names;
    private final Supplier<LearnedPlaces> learned;
    private final Sounds sounds;
    private final WordIndex<Map<String, Name>> bySound;

    private Gazetteer(Divisions divisions, Map<String, Name> names, Supplier<LearnedPlaces> learned, Sounds sounds) {
        this(divisions, new WordIndex<>(names), learned, sounds, bySound(names, sounds));
    }

    private Gazetteer(
            Divisions divisions,
            WordIndex<Name> names,
            Supplier<LearnedPlaces> learned,
            Sounds sounds,
            WordIndex<Map<String, Name>> bySound) {
        this.divisions = divisions;
        this.names = names;
        this.learned = learned;
        this.sounds = sounds;
        this.bySound = bySound;
    }

    private static WordIndex<Map<String, Name>> bySound(Map<String, Name> names, Sounds sounds) {
        var bySound = new LinkedHashMap<String, Map<String, Name>>();
        names.forEach((word, name) -> {
            if (word.length() >= SOUNDING) {
                bySound.computeIfAbsent(sounds.of(WordIndex.plain(word)), any -> new LinkedHashMap<>())
                        .put(word, name);
            }
        });
        return new WordIndex<>(bySound);
    }

    /** One that knows no names but those it is taught. */
    public static Gazetteer taught(Divisions divisions, LearnedPlaces lessons) {
        return new Gazetteer(divisions, Map.of(), () -> lessons, Sounds.load(KnowledgeFiles.ofClassPath()));
    }

    /** The same, heeding also what was learned last; what the files say of a stretch of text comes before it. */
    public Gazetteer heeding(Supplier<LearnedPlaces> lessons) {
        return new Gazetteer(divisions, names, lessons, sounds, bySound);
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed or names an unknown division */
    public static Gazetteer load(KnowledgeFiles files, Divisions divisions) {
        var names = new LinkedHashMap<String, Name>();
        divisions.byName().forEach((word, bearers) -> names.put(word, divided(divisions, bearers, word)));
        var own = new HashSet<String>();
        for (var row : files.read(FILE, "name", "divisions").rows()) {
            var bearers = new LinkedHashSet<Division>();
            for (var code : row.words("divisions")) {
                bearers.add(divisions
                        .find(code)
                        .orElseThrow(() -> row.fault("division " + code + " is not in divisions.tsv")));
            }
            row.require(own.add(row.text("name")), "name " + row.text("name") + " stands twice");
            names.put(row.text("name"), new Name(bearers, Set.of(), ROAD_NAMED));
        }
        return new Gazetteer(divisions, names, () -> LearnedPlaces.NONE, Sounds.load(files));
    }

    /**
     * The counties that words speak for, surest first, at most five; a given code is certain, unless those that took over
     * from it lie in several.
     *
     * @param text the story
     * @throws UnknownDivision when the code is none of the city's, or not yet
     */
    public List<PlaceSuggestion> locate(Whereabouts where, String text) {
        return where.divisionCode() == null
                ? located(where.text(), text, where.on())
                : given(where.divisionCode(), where.on());
    }

    private List<PlaceSuggestion> given(String code, LocalDate on) {
        var meant = divisions.on(code, on);
        if (meant.isEmpty()) {
            throw new UnknownDivision(code);
        }
        var perCounty = perCounty(meant);
        return perCounty.entrySet().stream()
                .map(county -> suggestion(
                        county.getValue().size() == 1 ? county.getValue().get(0) : divisions.require(county.getKey()),
                        1.0 / perCounty.size(),
                        List.of(code),
                        List.of(),
                        false))
                .toList();
    }

    private List<PlaceSuggestion> located(@Nullable String placeText, String text, LocalDate on) {
        var counties = new LinkedHashMap<String, Evidence>();
        var counted = new HashSet<String>();
        if (placeText != null) {
            countWhole(placeText, on, counted, counties);
            count(placeText, on, PLACE_FIELD, counted, counties);
        }
        count(text, on, 1, counted, counties);
        if (counties.isEmpty()) {
            heard(placeText == null ? "" : placeText, on, PLACE_FIELD, counties);
            heard(text.length() > LETTER ? "" : text, on, 1, counties);
        }
        double all = counties.values().stream().mapToDouble(Evidence::squared).sum() + DOUBT;
        return counties.values().stream()
                .map(evidence -> suggestion(
                        evidence.deepest(),
                        evidence.squared() / all,
                        List.copyOf(evidence.words),
                        List.copyOf(evidence.learned),
                        evidence.streetIsTaught()))
                .sorted(comparingDouble(PlaceSuggestion::confidence).reversed())
                .limit(MOST)
                .toList();
    }

    /** A place field with nothing in it but a name may be as short as 北山 or 新村, which mean much else in a story. */
    private void countWhole(String placeText, LocalDate on, Set<String> counted, Map<String, Evidence> counties) {
        var plain = WordIndex.plain(placeText).strip();
        var known = names.find(plain);
        if (known.size() == 1
                && known.get(0).word().equals(plain)
                && !known.get(0).value().bearers.isEmpty()) {
            return;
        }
        var bearers = divisions.named(plain);
        if (!bearers.isEmpty() && counted.add(plain)) {
            count(plain, divided(divisions, bearers, plain), on, PLACE_FIELD, counties);
        }
    }

    /**
     * A name of several counties is worth little to each; where other counties have one that is nearly the same (东台村,
     * 东台社区), that of its own is too little to decide.
     */
    private void count(String word, Name name, LocalDate on, double factor, Map<String, Evidence> counties) {
        var perCounty = perCounty(today(name.bearers, on));
        var alike = perCounty(today(name.alike, on));
        alike.keySet().removeAll(perCounty.keySet());
        double weight =
                perCounty.size() > 1 ? SHARED_NAME : alike.isEmpty() ? name.weight : Math.min(name.weight, IMPURE);
        count(word, perCounty, weight * factor, counties);
        count(word, alike, SHARED_NAME * factor, counties);
    }

    private void count(
            String word, Map<String, List<Division>> perCounty, double weight, Map<String, Evidence> counties) {
        perCounty.forEach(
                (county, bearers) -> counties.computeIfAbsent(county, code -> new Evidence(divisions.require(code)))
                        .add(word, bearers, weight));
    }

    private Set<Division> today(Set<Division> bearers, LocalDate on) {
        return bearers.stream()
                .flatMap(bearer -> divisions.on(bearer.code(), on).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Names that sound like what is written, and are the same kind of place by their last character (路, 村). They never
     * decide, since whoever wrote it did not know them.
     */
    private void heard(String text, LocalDate on, double factor, Map<String, Evidence> counties) {
        var plain = WordIndex.plain(text);
        var hits = bySound.find(sounds.of(plain));
        for (var hit : hits) {
            var written = plain.substring(hit.start(), hit.end());
            hit.value().forEach((word, name) -> {
                if (word.endsWith(written.substring(written.length() - 1))) {
                    count(written + "（疑为" + word + "）", name.hint(), on, factor / hits.size(), counties);
                }
            });
        }
    }

    private static Map<String, List<Division>> perCounty(Set<Division> bearers) {
        return bearers.stream()
                .collect(Collectors.groupingBy(Division::countyCode, LinkedHashMap::new, Collectors.toList()));
    }

    private void count(String text, LocalDate on, double factor, Set<String> counted, Map<String, Evidence> counties) {
        var plain = WordIndex.plain(text);
        var known = names.find(plain);
        for (var hit : known) {
            if (counted.add(hit.word())) {
                var name = hit.value();
                count(hit.word(), isOfAFirm(hit, plain, known) ? name.hint() : name, on, factor, counties);
            }
        }
        for (var hit : learned.get().find(plain)) {
            if (known.stream().noneMatch(other -> other.start() < hit.end() && hit.start() < other.end())
                    && counted.add(hit.word())) {
                count(hit.value(), factor, counties);
            }
        }
    }

    /** 大通建筑公司, 湟中土特产店: a firm called after a county lies anywhere. */
    private static boolean isOfAFirm(WordIndex.Hit<Name> hit, String plain, List<WordIndex.Hit<Name>> known) {
        if (hit.word().length() != HINT || hit.value().bearers.stream().noneMatch(Division::isCounty)) {
            return false;
        }
        var firm = FIRM.matcher(plain).region(hit.end(), plain.length());
        return firm.lookingAt()
                && known.stream().noneMatch(other -> hit.end() <= other.start() && other.start() < firm.end());
    }

    /** A name is worth the more to a county, the more tickets confirm it and the fewer lie elsewhere. */
    private void count(LearnedName name, double factor, Map<String, Evidence> counties) {
        double doubt = name.support() + (name.declared() ? DECLARED_DOUBT : FOUND_DOUBT);
        double most = name.purity() < PURE ? IMPURE : ROAD_NAMED;
        name.tickets()
                .forEach((county, tickets) -> divisions.find(county).ifPresent(division -> counties.computeIfAbsent(
                                county, any -> new Evidence(division))
                        .add(
                                name,
                                Math.min(most, ROAD_NAMED * Math.pow(tickets / doubt, 2)) * factor,
                                name.street()
                                        .filter(street -> street.startsWith(county))
                                        .flatMap(divisions::find)
                                        .orElse(null))));
    }

    private PlaceSuggestion suggestion(
            Division place,
            double confidence,
            List<String> evidence,
            List<LearnedName> taught,
            boolean streetIsTaught) {
        var street = place.isCounty() ? null : divisions.require(place.streetCode());
        var community = place.isCommunity() ? place : null;
        return new PlaceSuggestion(
                place.countyCode(),
                divisions.require(place.countyCode()).name(),
                street == null ? null : street.code(),
                street == null ? null : street.name(),
                community == null ? null : community.code(),
                community == null ? null : community.name(),
                confidence,
                evidence,
                taught,
                streetIsTaught);
    }

    private static Name divided(Divisions divisions, Set<Division> bearers, String word) {
        boolean county = bearers.stream().anyMatch(Division::isCounty);
        double ofCounty = word.length() > HINT ? COUNTY_NAMED : COUNTY_HINTED;
        return new Name(
                bearers,
                bearers.stream()
                        .flatMap(bearer -> divisions.alike(bearer).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                county ? ofCounty : DIVISION_NAMED);
    }

    /**
     * A listed name.
     *
     * @param bearers who bears it
     * @param alike in other counties, whoever bears nearly the same
     * @param weight what it is worth to the county all its bearers lie in
     */
    private record Name(Set<Division> bearers, Set<Division> alike, double weight) {

        /** The same where it decides nothing. */
        private Name hint() {
            return new Name(bearers, alike, SHARED_NAME);
        }
    }

    /** All that speaks for one county. */
    private static final class Evidence {
        private final Division county;
        private final Set<String> words = new LinkedHashSet<>();
        private final List<LearnedName> learned = new ArrayList<>();
        private final Map<Division, Double> weights = new LinkedHashMap<>();
        private final Map<Division, Double> taught = new LinkedHashMap<>();
        private double sum;

        private Evidence(Division county) {
            this.county = county;
        }

        private void add(String word, List<Division> bearers, double weight) {
            words.add(word);
            sum += weight;
            bearers.forEach(bearer -> weights.merge(bearer, weight / bearers.size(), Double::sum));
        }

        private void add(LearnedName name, double weight, @Nullable Division street) {
            words.add(name.name());
            learned.add(name);
            sum += weight;
            if (street != null) {
                taught.merge(street, weight, Double::sum);
            }
        }

        private double squared() {
            return sum * sum;
        }

        /**
         * The division most weight speaks for, counting what speaks for those it lies in; the smaller of equals. Where
         * only the county is named, the street that learned names lead to.
         */
        private Division deepest() {
            return named().or(this::taught).orElse(county);
        }

        private Optional<Division> named() {
            return weights.keySet().stream()
                    .filter(division -> !division.isCounty())
                    .max(comparingDouble(this::support).thenComparing(comparingInt(division -> division.code()
                            .length())));
        }

        private Optional<Division> taught() {
            return taught.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        }

        private boolean streetIsTaught() {
            return named().isEmpty() && !taught.isEmpty();
        }

        private double support(Division division) {
            return weights.entrySet().stream()
                    .filter(entry -> entry.getKey().holds(division))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
        }
    }
}
