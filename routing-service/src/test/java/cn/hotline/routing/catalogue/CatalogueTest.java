package cn.hotline.routing.catalogue;

import static cn.hotline.routing.catalogue.City.entry;
import static cn.hotline.routing.catalogue.City.notForStreets;
import static cn.hotline.routing.catalogue.City.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.CatalogueVersion;
import cn.hotline.routing.catalogue.model.UnitRole;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.Gazetteer;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.place.model.Whereabouts;
import cn.hotline.routing.units.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

    private final KnowledgeFiles files = KnowledgeFiles.ofClassPath();
    private final Categories categories = Categories.load(files);
    private final Units units = Units.load(files);
    private final Catalogue catalogue = Catalogue.load(files, categories, units);
    private final Gazetteer gazetteer = Gazetteer.load(files, Divisions.load(files));
    private final PlaceSuggestion huangyuan = place("630123");

    @Test
    void propertyServiceGoesToTheCountyAndHousingHelps() {
        var routed = catalogue.route(categories.require("HC-PROPERTY"), huangyuan, "");
        assertThat(routed).extracting(UnitSuggestion::code).containsExactly("630123", "630100-HOUSING");
        assertThat(routed).extracting(UnitSuggestion::role).containsExactly(UnitRole.LEAD, UnitRole.CO);
        assertThat(routed.get(0).ruleId()).isEqualTo("R-HC-PROPERTY");
        assertThat(routed.get(0).ruleVersion()).isEqualTo(catalogue.version());
        assertThat(routed.get(0).reason()).contains("湟源县", "主办", "《物业管理条例》");
    }

    @Test
    void whatNeedsAPlaceFindsNobodyWithoutOne() {
        assertThat(catalogue.route(categories.require("HC-PROPERTY"), null, "")).isEmpty();
    }

    @Test
    void theProvidentFundNeedsNoPlace() {
        assertThat(catalogue.route(categories.require("HC-FUND"), null, ""))
                .extracting(UnitSuggestion::name)
                .containsExactly("市住房公积金管理中心");
    }

    @Test
    void aKnownPlaceBringsTheMoreExactEntry() {
        var fire = categories.require("EM-FIRE");
        assertThat(catalogue.route(fire, null, "").get(0).code()).isEqualTo("630100-FIRE");
        assertThat(catalogue.route(fire, huangyuan, "").get(0).code()).isEqualTo("630123");
    }

    @Test
    void aClassWithoutEntryUsesThatOfTheClassAbove() {
        assertThat(catalogue
                        .entry(categories.require("UM-LAMP"), huangyuan, "")
                        .orElseThrow()
                        .id())
                .isEqualTo("R-UM");
    }

    @Test
    void whatIsInNoEntryFindsNobody() {
        assertThat(catalogue.route(categories.require("OT-OTHER"), huangyuan, ""))
                .isEmpty();
    }

    @Test
    void everyClassOfTheSecondLevelButTheRestFindsAUnitInACounty() {
        assertThat(categories.all())
                .filteredOn(
                        category -> category.level() == 2 && !category.code().startsWith("OT"))
                .allSatisfy(category -> assertThat(catalogue.route(category, huangyuan, ""))
                        .filteredOn(unit -> unit.role() == UnitRole.LEAD)
                        .hasSize(1));
    }

    @Test
    void onePlaceByNameComesBeforeAnyOfItsLevelAndTheSmallerBeforeTheLarger() {
        var north = place("630105001");
        var index = of(
                entry("COUNTY", "UM-LAMP", "630105", "630100-URBAN"),
                entry("STREET", "UM-LAMP", "630105001", "630100-POWER"),
                entry("OTHER", "UM-LAMP", "630104", "630100-WATER"));

        assertThat(index.route(categories.require("UM-LAMP"), north, ""))
                .extracting(UnitSuggestion::ruleId)
                .containsExactly("STREET");
        assertThat(index.route(categories.require("UM-LAMP"), huangyuan, "")).isEmpty();
        assertThat(of(entry("ANY", "UM-LAMP", null, "630100-URBAN"), entry("COUNTY", "UM-LAMP", "630105", "630105"))
                        .route(categories.require("UM-LAMP"), north, ""))
                .extracting(UnitSuggestion::ruleId)
                .containsExactly("COUNTY");
    }

    @Test
    void anObjectThatIsSpokenOfComesBeforePlace() {
        var index = of(
                entry("PLAIN", "TR-BUS", "630105", "630100-TRANSPORT"),
                City.of(entry("METRO", "TR-BUS", null, "630100-BUS"), "地铁", "BRT"));
        var north = place("630105");

        assertThat(index.route(categories.require("TR-BUS"), north, "ｂｒｔ站台太暗")
                        .get(0)
                        .ruleId())
                .isEqualTo("METRO");
        assertThat(index.route(categories.require("TR-BUS"), north, "站台太暗")
                        .get(0)
                        .ruleId())
                .isEqualTo("PLAIN");
    }

    @Test
    void anEntryHoldsFromItsFirstToItsLastDay() {
        var entries = List.of(
                valid(entry("OLD", "HC-FUND", null, "630100-FUND"), null, LocalDate.of(2026, 6, 30)),
                valid(entry("NEW", "HC-FUND", null, "630100-HOUSING"), LocalDate.of(2026, 7, 1), null));
        var fund = categories.require("HC-FUND");

        assertThat(on(entries, LocalDate.of(2026, 6, 30)).route(fund, null, ""))
                .extracting(UnitSuggestion::ruleId)
                .containsExactly("OLD");
        assertThat(on(entries, LocalDate.of(2026, 7, 1)).route(fund, null, ""))
                .extracting(UnitSuggestion::ruleId)
                .containsExactly("NEW");
    }

    @Test
    void aNewDayIsANewIndex() {
        var clock = new AtomicReference<>(LocalDate.of(2026, 6, 30));
        var published = new PublishedCatalogue(categories, units, new DayClock(clock));
        published.take(new CatalogueVersion(
                7,
                List.of(valid(entry("NEW", "HC-FUND", null, "630100-HOUSING"), LocalDate.of(2026, 7, 1), null)),
                City.ADMIN,
                City.NOW,
                "",
                null));
        var fund = categories.require("HC-FUND");
        assertThat(published.get().route(fund, null, "")).isEmpty();

        clock.set(LocalDate.of(2026, 7, 1));

        assertThat(published.get().route(fund, null, "")).isNotEmpty();
        assertThat(published.get()).isSameAs(published.get());
    }

    @Test
    void aStreetsEntryHoldsBeforeTheCountys() {
        assertThat(lampsOf(units)).containsExactly("630105001");
    }

    @Test
    void whereTheStreetHasNoUnitTheCountysEntryHolds(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("units.tsv"), """
                #version t
                code	name	level	county	parent	until	successor
                630105	城北区政府	COUNTY	630105	-	-	-
                """);

        assertThat(lampsOf(Units.load(KnowledgeFiles.of(folder)))).containsExactly("630105");
    }

    private List<String> lampsOf(Units directory) {
        var entries = List.of(
                entry("STREET", "UM-LAMP", "630105001", "@STREET"), entry("COUNTY", "UM-LAMP", "630105", "@COUNTY"));
        return new Catalogue("t", entries, categories, directory, City.TODAY)
                .route(categories.require("UM-LAMP"), place("630105001"), "").stream()
                        .map(UnitSuggestion::code)
                        .toList();
    }

    @Test
    void townsAreBarredByTheClassOrOneAboveIt(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("units.tsv"),
                "#version t\ncode\tname\tlevel\tcounty\tparent\tuntil\tsuccessor\n"
                        + "630105\t城北区政府\tCOUNTY\t630105\t-\t-\t-\n"
                        + "630105001\t某街道办事处\tSTREET\t630105\t630105\t-\t-\n");
        var entries = List.of(
                notForStreets(entry("BAR", "UM", "630105", "630105")), entry("LAMP", "UM-LAMP", null, "630105"));
        var index = new Catalogue("t", entries, categories, Units.load(KnowledgeFiles.of(folder)), City.TODAY);
        var north = place("630105");
        var lamp = categories.require("UM-LAMP");

        assertThat(index.bars("630105001", lamp, north, ""))
                .map(CatalogueEntry::id)
                .contains("BAR");
        assertThat(index.bars("630105", lamp, north, "")).isEmpty();
        assertThat(index.bars("630105001", lamp, huangyuan, "")).isEmpty();
    }

    @Test
    void anEntryForAnUnknownUnitIsNamedByFileAndLine(@TempDir Path folder) throws IOException {
        write(folder, "R1\tHC-FUND\tANYWHERE\t630100-MOON\t-\t-\t-\t某法");
        assertThatThrownBy(() -> Catalogue.load(KnowledgeFiles.of(folder), categories, units))
                .hasMessage("catalogue.tsv:3: unit 630100-MOON is unknown");
    }

    @Test
    void anEntryForAnUnknownClassIsNamedByFileAndLine(@TempDir Path folder) throws IOException {
        write(folder, "R1\tNO-SUCH\tCOUNTY\t@COUNTY\t-\t-\t-\t某法");
        assertThatThrownBy(() -> Catalogue.load(KnowledgeFiles.of(folder), categories, units))
                .hasMessage("catalogue.tsv:3: category NO-SUCH is unknown");
    }

    @Test
    void theCountyOfThePlaceCannotLeadWhereNoPlaceIsAsked(@TempDir Path folder) throws IOException {
        write(folder, "R1\tHC-FUND\tANYWHERE\t@COUNTY\t-\t-\t-\t某法");
        assertThatThrownBy(() -> Catalogue.load(KnowledgeFiles.of(folder), categories, units))
                .hasMessage("catalogue.tsv:3: the county of the place needs a place");
    }

    @Test
    void twoEntriesForOneCaseAreRefused(@TempDir Path folder) throws IOException {
        write(
                folder,
                "R1\tHC-FUND\tANYWHERE\t630100-FUND\t-\t-\t-\t某法",
                "R2\tHC-FUND\tANYWHERE\t630100-FUND\t-\t-\t-\t某法");
        assertThatThrownBy(() -> Catalogue.load(KnowledgeFiles.of(folder), categories, units))
                .hasMessage("catalogue.tsv:4: another rule says this class and reach");
    }

    private static void write(Path folder, String... rows) throws IOException {
        Files.writeString(
                folder.resolve("catalogue.tsv"),
                "#version t\nrule\tcategory\treach\tlead\tcoUnits\tstreets\tgrade\tbasis\n" + String.join("\n", rows)
                        + "\n");
    }

    private Catalogue of(CatalogueEntry... entries) {
        return on(List.of(entries), City.TODAY);
    }

    private Catalogue on(List<CatalogueEntry> entries, LocalDate day) {
        return new Catalogue("t", entries, categories, units, day);
    }

    /** Stands at noon of whatever day is set. */
    private static final class DayClock extends Clock {

        private final AtomicReference<LocalDate> day;

        DayClock(AtomicReference<LocalDate> day) {
            this.day = day;
        }

        @Override
        public Instant instant() {
            return day.get().atTime(12, 0).atZone(getZone()).toInstant();
        }

        @Override
        public ZoneId getZone() {
            return ChassisWiring.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return fixed(instant(), zone);
        }
    }

    private PlaceSuggestion place(String code) {
        return gazetteer
                .locate(new Whereabouts(null, code, null, null, City.TODAY), "")
                .get(0);
    }
}
