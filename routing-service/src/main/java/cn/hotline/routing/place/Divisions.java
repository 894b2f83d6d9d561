package cn.hotline.routing.place;

import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.KnowledgeTable;
import cn.hotline.routing.place.model.Division;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
import org.jspecify.annotations.Nullable;

/**
 * The city's counties, streets and communities ({@code divisions.tsv}), those that are no more and those to come too, with
 * all the names they go by.
 */
public final class Divisions {

    private static final String FILE = "divisions.tsv";
    private static final List<String> STREET_ENDINGS = List.of("藏族乡", "回族乡", "街道", "镇", "乡");
    private static final Pattern COMMITTEE = Pattern.compile("(社区|村)?(居民委员会|居委会|村民委员会|村委会|民委员会|委会|牧委会|街道办事处)$");
    private static final Pattern KIND = Pattern.compile("(社区|村|街道|藏族乡|回族乡|镇|乡)$");
    /** A shorter name (新村, 和平) is a word of many meanings; it is a place only where the file lists it as an alias. */
    private static final int SHORTEST_NAME = 3;

    private final String version;
    private final CodeRegister<Division> register;
    private final Map<String, Set<Division>> byName;
    private final Map<String, Set<Division>> byWholeName;

    private Divisions(String version, CodeRegister<Division> register, Map<String, Set<Division>> byName) {
        this.version = version;
        this.register = register;
        this.byName = byName;
        this.byWholeName = byWholeName(all());
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed or lies nowhere */
    public static Divisions load(KnowledgeFiles files) {
        var table = table(files);
        var endedBefore = endedAsDelivered();
        var reading = new CodeRegister.Reading<Division>();
        var above = new HashMap<String, CodeRegister.Entry<Division>>();
        var byName = new LinkedHashMap<String, Set<Division>>();
        for (var row : table.rows()) {
            var division = new Division(row.text("code"), row.text("name"));
            row.require(division.code().matches("\\d{6}(\\d{3}){0,2}"), "a code has 6, 9 or 12 digits");
            var entry = reading.add(row, division.code(), division);
            row.require(
                    !entry.ends() || !entry.successors().isEmpty(),
                    division.code() + " ends without successors; its land lies somewhere");
            var old = endedBefore.get(division.code());
            row.require(
                    old == null || entry.ends() && !entry.validity().to().isAfter(old.day("until")),
                    "code " + division.code() + " has ended, as it was delivered; a code is never used again");
            if (!division.isCounty()) {
                within(
                        row,
                        entry,
                        above.get(division.code().substring(0, division.code().length() - 3)));
            }
            above.put(division.code(), entry);
            namesOf(division, row.words("aliases"))
                    .forEach(name -> byName.computeIfAbsent(name, any -> new LinkedHashSet<>())
                            .add(division));
        }
        return new Divisions(table.version(), reading.whole(), byName);
    }

    private static KnowledgeTable table(KnowledgeFiles files) {
        return files.read(FILE, "code", "name", "aliases", "from?", "until?", "successors?");
    }

    /** A city's own file does not make us forget what has ended. */
    private static Map<String, KnowledgeTable.Row> endedAsDelivered() {
        return table(KnowledgeFiles.ofClassPath()).rows().stream()
                .filter(row -> row.optional("until").isPresent())
                .collect(Collectors.toMap(row -> row.text("code"), row -> row));
    }

    private static void within(
            KnowledgeTable.Row row, CodeRegister.Entry<Division> entry, CodeRegister.@Nullable Entry<Division> whole) {
        if (whole == null) {
            throw row.fault("what " + entry.code() + " lies in does not stand above");
        }
        row.require(
                !whole.ends()
                        || entry.ends()
                                && !entry.validity()
                                        .to()
                                        .isAfter(whole.validity().to()),
                entry.code() + " goes on when " + whole.code() + ", in which it lies, has ended");
    }

    /** Divisions without a file, that go by no name: all that is known of them is to be learned. */
    public static Divisions nameless(String version, Collection<Division> divisions) {
        return new Divisions(version, CodeRegister.lasting(divisions, Division::code), Map.of());
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

    /** All that ever were, and will be, in the order of the file. */
    public Collection<Division> all() {
        return register.all().stream().map(CodeRegister.Entry::bearer).toList();
    }

    /** Those there are on that day, in the order of the file. */
    public Collection<Division> on(LocalDate day) {
        return register.all().stream()
                .filter(entry -> entry.validity().holdsOn(day))
                .map(CodeRegister.Entry::bearer)
                .toList();
    }

    /** What a code means on that day: its division, or those that took over from it; nothing before its first day. */
    public Set<Division> on(String code, LocalDate day) {
        return register.on(code, day);
    }

    /** The division of a code, be it no more or still to come. */
    public Optional<Division> find(String code) {
        return register.find(code).map(CodeRegister.Entry::bearer);
    }

    /** What became of a code that is no more on that day; empty for another. */
    public Optional<String> ended(String code, LocalDate day) {
        return register.find(code)
                .filter(entry -> entry.validity().endsBefore(day))
                .map(entry -> "区划代码" + code + "（" + entry.bearer().name() + "）已于"
                        + entry.validity().to() + "停用，由"
                        + on(code, day).stream()
                                .map(next -> next.name() + "（" + next.code() + "）")
                                .collect(Collectors.joining("、"))
                        + "承接");
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

    /**
     * Those of other names and counties that differ from it by no more than what a street or community is called besides: a
     * village may be meant by the name of another county's town, not a town by that of a village.
     */
    Set<Division> alike(Division division) {
        return named(division.name()).stream()
                .filter(other -> other.code().length() <= division.code().length()
                        && !other.name().equals(division.name())
                        && !other.countyCode().equals(division.countyCode()))
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
