package cn.hotline.routing.place;

import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.model.Division;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The city's counties, streets and communities ({@code divisions.tsv}), with all the names they go by. */
public final class Divisions {

    private static final String FILE = "divisions.tsv";
    private static final List<String> STREET_ENDINGS = List.of("藏族乡", "回族乡", "街道", "镇", "乡");
    private static final Pattern COMMITTEE = Pattern.compile("(社区|村)?(居民委员会|居委会|村民委员会|村委会|民委员会|委会|牧委会|街道办事处)$");
    private static final Pattern KIND = Pattern.compile("(社区|村|街道|藏族乡|回族乡|镇|乡)$");
    /** A shorter name (新村, 和平) is a word of many meanings; it is a place only where the file lists it as an alias. */
    private static final int SHORTEST_NAME = 3;

    private final String version;
    private final Map<String, Division> byCode;
    private final Map<String, Set<Division>> byName;
    private final Map<String, Set<Division>> byWholeName;
    private final Map<String, Retired> retired;

    private Divisions(
            String version,
            Map<String, Division> byCode,
            Map<String, Set<Division>> byName,
            Map<String, Retired> retired) {
        this.version = version;
        this.byWholeName = byWholeName(byCode.values());
        this.retired = retired;
        this.byCode = Collections.unmodifiableMap(byCode);
        this.byName = byName;
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed or lies nowhere */
    public static Divisions load(KnowledgeFiles files) {
        var table = files.read(FILE, "code", "name", "aliases", "from?");
        var byCode = new LinkedHashMap<String, Division>();
        var byName = new LinkedHashMap<String, Set<Division>>();
        for (var row : table.rows()) {
            var division = new Division(
                    row.text("code"), row.text("name"), row.optional("from").isPresent() ? row.day("from") : null);
            row.require(division.code().matches("\\d{6}(\\d{3}){0,2}"), "a code has 6, 9 or 12 digits");
            row.require(
                    division.isCounty()
                            || byCode.containsKey(
                                    division.code().substring(0, division.code().length() - 3)),
                    "what " + division.code() + " lies in does not stand above");
            row.require(byCode.put(division.code(), division) == null, "code " + division.code() + " stands twice");
            namesOf(division, row.words("aliases"))
                    .forEach(name -> byName.computeIfAbsent(name, any -> new LinkedHashSet<>())
                            .add(division));
        }
        return new Divisions(table.version(), byCode, byName, Retired.load(files, byCode));
    }

    /** Divisions without a file, that go by no name: all that is known of them is to be learned. */
    public static Divisions nameless(String version, Collection<Division> divisions) {
        var byCode = new LinkedHashMap<String, Division>();
        divisions.forEach(division -> byCode.put(division.code(), division));
        return new Divisions(version, byCode, Map.of(), Map.of());
    }

    private static List<String> namesOf(Division division, List<String> aliases) {
        var names = new ArrayList<>(aliases);
        var name = division.name();
        addLong(name, names);
        if (division.isStreet()) {
            STREET_ENDINGS.stream().filter(name::endsWith).findFirst().ifPresent(ending -> {
                var bare = name.substring(0, name.length() - ending.length());
                names.add(bare + ending.substring(ending.length() - 1).replace("道", "街道"));
                addLong(bare, names);
            });
        }
        if (division.isCommunity()) {
            addLong(name.replaceAll("(社区|村|居委会)$", ""), names);
        }
        return names;
    }

    private static void addLong(String name, List<String> names) {
        if (name.length() >= SHORTEST_NAME) {
            names.add(name);
        }
    }

    public String version() {
        return version;
    }

    /** In the order of the file. */
    public Collection<Division> all() {
        return byCode.values();
    }

    public Optional<Division> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The division of a code, or that which took over from one that is no more. */
    public Optional<Division> current(String code) {
        return find(code).or(() -> Optional.ofNullable(retired.get(code)).map(old -> byCode.get(old.successor())));
    }

    /** What became of a code that is no more; empty for one in use. */
    public Optional<String> retired(String code) {
        return Optional.ofNullable(retired.get(code))
                .map(old -> "区划代码" + code + "（" + old.name() + "）已停用，由"
                        + byCode.get(old.successor()).name() + "（" + old.successor() + "）承接"
                        + (old.successors().size() > 1
                                ? "，另有部分划入"
                                        + String.join(
                                                "、",
                                                old.successors()
                                                        .subList(
                                                                1,
                                                                old.successors().size()))
                                : ""));
    }

    /** From when a code in force is valid; empty for one that has always been, and for one that is no more. */
    public Optional<String> founded(String code) {
        return find(code)
                .filter(division -> division.from() != null)
                .map(division -> "区划代码" + code + "（" + division.name() + "）自" + division.from() + "起启用");
    }

    /** @throws UnknownDivision when there is none of this code */
    public Division require(String code) {
        return find(code).orElseThrow(() -> new UnknownDivision(code));
    }

    /** Those whose whole name it is, with or without what a street or community is called besides (新村村委会). */
    Set<Division> named(String name) {
        return Stream.of(name, bare(name), COMMITTEE.matcher(name).replaceFirst("$1"))
                .flatMap(form -> byWholeName.getOrDefault(form, Set.of()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String bare(String name) {
        return KIND.matcher(COMMITTEE.matcher(name).replaceFirst("")).replaceFirst("");
    }

    private static Map<String, Set<Division>> byWholeName(Collection<Division> divisions) {
        var byName = new HashMap<String, Set<Division>>();
        divisions.stream().filter(division -> !division.isCounty()).forEach(division -> Stream.of(
                        division.name(), bare(division.name()))
                .filter(name -> name.length() > 1)
                .forEach(name -> byName.computeIfAbsent(name, any -> new LinkedHashSet<>())
                        .add(division)));
        return byName;
    }

    /** Every name with the divisions that go by it, of which there may be several in several counties. */
    Map<String, Set<Division>> byName() {
        return byName;
    }
}
