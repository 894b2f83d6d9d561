package cn.hotline.routing.recusal;

import cn.hotline.routing.classification.model.AppealKind;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.WordIndex;
import cn.hotline.routing.knowledge.WordIndex.Hit;
import cn.hotline.routing.recusal.model.Accusation;
import cn.hotline.routing.recusal.model.Concern;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import cn.hotline.routing.units.model.UnitLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 回避: finds the units an appeal accuses, by name and by what is said close to it ({@code recusal.tsv}), and who stands
 * above them. Asking a unit for help, or complaining of a company, accuses nobody. Thread-safe.
 */
public final class RecusalRecogniser {

    private static final String FILE = "recusal.tsv";

    /** How far behind its unit, in letters, a misdeed may stand to be the unit's. */
    private static final int REACH = 25;

    /** 投诉<em>：西宁市</em>城管局, 城管局<em>的</em>工作人员. */
    private static final int BESIDE = 4;

    private static final String ENDS_OF_SENTENCES = "[。！？!?；;\\n]";

    private final String version;
    private final WordIndex<Mark> words;
    private final List<Unit> highest;
    private final Units units;

    private RecusalRecogniser(String version, Map<String, Mark> words, List<Unit> highest, Units units) {
        this.version = version;
        this.words = new WordIndex<>(words);
        this.highest = List.copyOf(highest);
        this.units = units;
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed or names an unknown unit */
    public static RecusalRecogniser load(KnowledgeFiles files, Units units) {
        var words = new LinkedHashMap<String, Mark>();
        var highest = new ArrayList<Unit>();
        units.all().stream()
                .filter(unit -> unit.level() != UnitLevel.OTHER)
                .forEach(unit -> words.put(unit.name(), new Mark(Kind.ALIAS, unit)));
        var table = files.read(FILE, "kind", "unit", "words");
        for (var row : table.rows()) {
            var kind = row.constant("kind", Kind.class);
            var unit = row.optional("unit")
                    .map(code -> units.find(code).orElseThrow(() -> row.fault("unit " + code + " is unknown")))
                    .orElse(null);
            row.require((unit != null) == kind.isOfAUnit(), "only ALIAS and UPPER are of a unit");
            if (kind == Kind.UPPER && unit != null) {
                highest.add(unit);
            }
            row.words("words").forEach(word -> words.put(word, new Mark(kind, unit)));
        }
        return new RecusalRecogniser(table.version(), words, highest, units);
    }

    public String version() {
        return version;
    }

    /** Praise accuses nobody; any other kind may, since callers and operators choose it in a hurry. */
    public Accusation recognise(@Nullable String title, String content, @Nullable AppealKind kind) {
        if (kind == AppealKind.PRAISE) {
            return Accusation.NONE;
        }
        var reading = new Reading();
        for (var sentence : WordIndex.plain(title == null ? content : title + "\n" + content)
                .split(ENDS_OF_SENTENCES)) {
            reading.read(sentence);
        }
        return reading.accusation();
    }

    /** Who takes an appeal that this unit must not see: the nearest above it, else the city's supervisory body. */
    public Optional<Unit> above(String unitCode, Accusation accusation) {
        var above = new ArrayList<Unit>();
        for (var unit = units.find(unitCode).orElse(null); unit != null && unit.parent() != null; ) {
            unit = units.require(unit.parent());
            above.add(unit);
        }
        return Stream.concat(above.stream(), highest.stream())
                .filter(unit -> !accusation.keepsAway(unit.code()))
                .findFirst();
    }

    /** Whether the unit is there to look into such appeals. */
    public boolean isHighest(String unitCode) {
        return highest.stream().anyMatch(unit -> unit.code().equals(unitCode));
    }

    private Concern concern(Unit unit, Set<String> said) {
        return new Concern(unit.code(), unit.name(), units.withAllBelow(unit.code()), List.copyOf(said));
    }

    private enum Kind {
        ALIAS,
        STAFF,
        NAMING,
        CONDUCT,
        ASKING,
        PARTY,
        UPPER;

        boolean isOfAUnit() {
            return this == ALIAS || this == UPPER;
        }
    }

    private record Mark(Kind kind, @Nullable Unit unit) {}

    /** One text, sentence by sentence. */
    private final class Reading {

        private final Map<Unit, Set<String>> accused = new LinkedHashMap<>();
        private boolean unnamed;
        /** 我去了房管局。窗口人员态度恶劣。 */
        private @Nullable Unit mentioned;

        void read(String sentence) {
            var hits = words.find(sentence);
            for (int at = 0; at < hits.size(); at++) {
                var hit = hits.get(at);
                if (is(hit, Kind.ALIAS)) {
                    unit(sentence, hits, at);
                } else if (is(hit, Kind.STAFF)) {
                    staff(hits, at);
                }
            }
        }

        private void unit(String sentence, List<Hit<Mark>> hits, int at) {
            var hit = hits.get(at);
            var before = at == 0 ? null : hits.get(at - 1);
            var after = at + 1 == hits.size() ? null : hits.get(at + 1);
            var staff = after != null && is(after, Kind.STAFF) && areBeside(hit, after) ? after : null;
            var unit = ofACounty(sentence, hit) ? null : hit.value().unit();
            boolean asked = before != null && is(before, Kind.ASKING) && areBeside(before, hit);
            var conduct = asked && staff == null ? null : conduct(hits, at);
            boolean named = before != null && is(before, Kind.NAMING) && areBeside(before, hit);
            if (conduct != null || named) {
                accuse(unit, Stream.of(named ? before : null, hit, staff, conduct));
            }
            mentioned = asked ? null : unit;
        }

        private void staff(List<Hit<Mark>> hits, int at) {
            var before = at == 0 ? null : hits.get(at - 1);
            var conduct = conduct(hits, at);
            boolean ofAnother = before != null
                    && (is(before, Kind.PARTY) || is(before, Kind.ALIAS))
                    && areBeside(before, hits.get(at));
            if (conduct != null && !ofAnother) {
                accuse(mentioned, Stream.of(hits.get(at), conduct));
            }
        }

        private void accuse(@Nullable Unit unit, Stream<@Nullable Hit<Mark>> said) {
            if (unit == null) {
                unnamed = true;
                return;
            }
            var words = accused.computeIfAbsent(unit, any -> new LinkedHashSet<>());
            said.filter(Objects::nonNull).map(Hit::word).forEach(words::add);
        }

        /** The misdeed of whoever stands at this place: behind it, before another party comes. */
        private @Nullable Hit<Mark> conduct(List<Hit<Mark>> hits, int at) {
            var who = hits.get(at);
            for (var hit : hits.subList(at + 1, hits.size())) {
                boolean another = is(hit, Kind.PARTY)
                        || is(hit, Kind.ALIAS)
                                && hit.value().unit() != who.value().unit();
                if (another || hit.start() - who.end() > REACH) {
                    break;
                }
                if (is(hit, Kind.CONDUCT)) {
                    return hit;
                }
            }
            return null;
        }

        /** A bureau of a county is none of the city's, however short its name. */
        private boolean ofACounty(String sentence, Hit<Mark> hit) {
            var unit = hit.value().unit();
            return unit != null
                    && unit.level() == UnitLevel.CITY_DEPARTMENT
                    && hit.start() > 0
                    && "区县".indexOf(sentence.charAt(hit.start() - 1)) >= 0;
        }

        private boolean is(Hit<Mark> hit, Kind kind) {
            return hit.value().kind() == kind;
        }

        private boolean areBeside(Hit<Mark> first, Hit<Mark> second) {
            return second.start() - first.end() <= BESIDE;
        }

        Accusation accusation() {
            return new Accusation(
                    accused.entrySet().stream()
                            .map(entry -> concern(entry.getKey(), entry.getValue()))
                            .toList(),
                    unnamed);
        }
    }
}
