package cn.hotline.routing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.routing.catalogue.model.UnitRole;
import cn.hotline.routing.catalogue.model.UnitSuggestion;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.Gazetteer;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.units.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

    private final KnowledgeFiles files = KnowledgeFiles.ofClassPath();
    private final Categories categories = Categories.load(files);
    private final Units units = Units.load(files);
    private final Catalogue catalogue = Catalogue.load(files, categories, units);
    private final Gazetteer gazetteer = Gazetteer.load(files, Divisions.load(files));
    private final PlaceSuggestion huangyuan = gazetteer.locate("", "630123").get(0);

    @Test
    void propertyServiceGoesToTheCountyAndHousingHelps() {
        var routed = catalogue.route(categories.require("HC-PROPERTY"), huangyuan);
        assertThat(routed).extracting(UnitSuggestion::code).containsExactly("630123", "630100-HOUSING");
        assertThat(routed).extracting(UnitSuggestion::role).containsExactly(UnitRole.LEAD, UnitRole.CO);
        assertThat(routed.get(0).ruleId()).isEqualTo("R-HC-PROPERTY");
        assertThat(routed.get(0).ruleVersion()).isEqualTo(catalogue.version());
        assertThat(routed.get(0).reason()).contains("湟源县", "主办", "《物业管理条例》");
    }

    @Test
    void whatNeedsAPlaceFindsNobodyWithoutOne() {
        assertThat(catalogue.route(categories.require("HC-PROPERTY"), null)).isEmpty();
    }

    @Test
    void theProvidentFundNeedsNoPlace() {
        assertThat(catalogue.route(categories.require("HC-FUND"), null))
                .extracting(UnitSuggestion::name)
                .containsExactly("市住房公积金管理中心");
    }

    @Test
    void aKnownPlaceBringsTheMoreExactEntry() {
        var fire = categories.require("EM-FIRE");
        assertThat(catalogue.route(fire, null).get(0).code()).isEqualTo("630100-FIRE");
        assertThat(catalogue.route(fire, huangyuan).get(0).code()).isEqualTo("630123");
    }

    @Test
    void aClassWithoutEntryUsesThatOfTheClassAbove() {
        assertThat(catalogue
                        .entry(categories.require("UM-LAMP"), huangyuan)
                        .orElseThrow()
                        .id())
                .isEqualTo("R-UM");
    }

    @Test
    void whatIsInNoEntryFindsNobody() {
        assertThat(catalogue.route(categories.require("OT-OTHER"), huangyuan)).isEmpty();
    }

    @Test
    void everyClassOfTheSecondLevelButTheRestFindsAUnitInACounty() {
        assertThat(categories.all())
                .filteredOn(
                        category -> category.level() == 2 && !category.code().startsWith("OT"))
                .allSatisfy(category -> assertThat(catalogue.route(category, huangyuan))
                        .filteredOn(unit -> unit.role() == UnitRole.LEAD)
                        .hasSize(1));
    }

    @Test
    void anEntryForAnUnknownUnitIsNamedByFileAndLine(@TempDir Path folder) throws IOException {
        write(folder, "R1\tHC-FUND\tANYWHERE\t630100-MOON\t-\t-\t某法");
        assertThatThrownBy(() -> Catalogue.load(KnowledgeFiles.of(folder), categories, units))
                .hasMessage("catalogue.tsv:3: unit 630100-MOON is unknown");
    }

    @Test
    void anEntryForAnUnknownClassIsNamedByFileAndLine(@TempDir Path folder) throws IOException {
        write(folder, "R1\tNO-SUCH\tCOUNTY\t@COUNTY\t-\t-\t某法");
        assertThatThrownBy(() -> Catalogue.load(KnowledgeFiles.of(folder), categories, units))
                .hasMessage("catalogue.tsv:3: category NO-SUCH is unknown");
    }

    @Test
    void theCountyOfThePlaceCannotLeadWhereNoPlaceIsAsked(@TempDir Path folder) throws IOException {
        write(folder, "R1\tHC-FUND\tANYWHERE\t@COUNTY\t-\t-\t某法");
        assertThatThrownBy(() -> Catalogue.load(KnowledgeFiles.of(folder), categories, units))
                .hasMessage("catalogue.tsv:3: the county of the place needs a place");
    }

    @Test
    void twoEntriesForOneCaseAreRefused(@TempDir Path folder) throws IOException {
        write(folder, "R1\tHC-FUND\tANYWHERE\t630100-FUND\t-\t-\t某法", "R2\tHC-FUND\tANYWHERE\t630100-FUND\t-\t-\t某法");
        assertThatThrownBy(() -> Catalogue.load(KnowledgeFiles.of(folder), categories, units))
                .hasMessage("catalogue.tsv:4: another rule says this class and reach");
    }

    private static void write(Path folder, String... rows) throws IOException {
        Files.writeString(
                folder.resolve("catalogue.tsv"),
                "#version t\nrule\tcategory\treach\tlead\tcoUnits\tgrade\tbasis\n" + String.join("\n", rows) + "\n");
    }
}
