package cn.hotline.routing.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.routing.knowledge.KnowledgeFault;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.model.Cell;
import cn.hotline.routing.place.model.Division;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.place.model.Setting;
import cn.hotline.routing.place.model.Whereabouts;
import cn.hotline.routing.units.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurroundingsTest {

    private static final String CELLS = "#version t\ncode\tname\tcommunity\tworker\twords\tshape\n";
    private static final int ALL_CELLS = 475;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"海东市平安区平安镇, 海东市", "兰州市城关区张掖路, 兰州市", "海北州海晏县三角城镇, 海北州", "格尔木市昆仑路, 海西州", "兰州市五四大街, 兰州市"})
    void anAddressOutsideTheCitySaysSo(String address, String outside) {
        assertThat(setting(address, "有人占道").outside()).isEqualTo(outside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"城东区互助东路", "西宁市城西区，户口在海东市平安区", "德令哈路", "共和路社区", "玉树路"})
    void aStreetOfOursThatIsCalledAfterAnotherPlaceIsInside(String address) {
        assertThat(setting(address, "有人占道").outside()).isNull();
    }

    @Test
    void aPlaceOutsideThatTheStoryMentionsIsNotWhereItHappens() {
        assertThat(setting("城西区", "从兰州市回来的路上").outside()).isNull();
        assertThat(setting(null, "海东市平安区的路灯坏了").outside()).isEqualTo("海东市");
    }

    @Test
    void anAreaThatIsNotTheCountysNamesWhoIsResponsible() {
        assertThat(setting("城中区", "人民公园里的路灯坏了").area()).satisfies(area -> {
            assertThat(area.unit()).isEqualTo("630100-FORESTRY");
            assertThat(area.evidence()).containsExactly("人民公园里");
        });
        assertThat(setting("城中区", "人民公园对面的路灯坏了").area()).isNull();
    }

    @Test
    void anAddressAtTheBorderGivesBothCounties() {
        assertThat(setting("城东区与城中区交界处", "路灯坏了").border()).containsExactlyInAnyOrder("630102", "630103");
        assertThat(setting(null, "从城东区到城中区的公交").border()).isEmpty();
    }

    @Test
    void anOldCodeIsUnderstoodAsItsSuccessorWithANote() {
        var where = new Whereabouts(null, "630122", null, null);
        assertThat(gazetteer(KnowledgeFiles.ofClassPath()).locate(null, "", "630122"))
                .extracting(PlaceSuggestion::countyCode)
                .containsExactly("630106");
        assertThat(delivered().of(where, "", List.of()).notes()).containsExactly("区划代码630122（湟中县）已停用，由湟中区（630106）承接");
    }

    @Test
    void aNewCodeIsUnderstoodWithANoteFromWhenItIsValid() throws IOException {
        write(
                "divisions.tsv",
                "#version t\ncode\tname\taliases\tfrom\n630106\t湟中区\t-\t2026-12-01\n630105\t城北区\t-\t-\n");
        write("retired-divisions.tsv", "#version t\ncode\tname\tuntil\tsuccessors\n");
        var divisions = Divisions.load(KnowledgeFiles.of(folder));

        assertThat(divisions.require("630106").existsOn(LocalDate.of(2026, 11, 30)))
                .isFalse();
        assertThat(divisions.require("630106").existsOn(LocalDate.of(2026, 12, 1)))
                .isTrue();
        assertThat(divisions.require("630105").existsOn(LocalDate.EPOCH)).isTrue();
        assertThat(divisions.founded("630106")).hasValue("区划代码630106（湟中区）自2026-12-01起启用");
        assertThat(divisions.founded("630105")).isEmpty();
    }

    @Test
    void aSuccessorIsThereOnTheDayAfter() throws IOException {
        write("divisions.tsv", "#version t\ncode\tname\taliases\tfrom\n630106\t湟中区\t-\t2026-12-01\n");
        write("retired-divisions.tsv", "#version t\ncode\tname\tuntil\tsuccessors\n630122\t湟中县\t2026-10-31\t630106\n");
        assertThatThrownBy(() -> Divisions.load(KnowledgeFiles.of(folder)))
                .hasMessage("retired-divisions.tsv:3: successor 630106 begins only after 630122 has ended");
    }

    @Test
    void aCodeThatIsUsedAgainIsRefusedByFileAndLine() throws IOException {
        write("retired-divisions.tsv", "#version t\ncode\tname\tuntil\tsuccessors\n630105\t某县\t-\t630106\n");
        assertThatThrownBy(() -> Divisions.load(KnowledgeFiles.of(folder)))
                .isInstanceOf(KnowledgeFault.class)
                .hasMessage("retired-divisions.tsv:3: code 630105 is used again in divisions.tsv");
    }

    @ParameterizedTest
    @CsvSource({
        "630122 某县 昨天 630106, retired-divisions.tsv:3: until is no day such as 2026-01-31",
        "630122 某县 - 639999, retired-divisions.tsv:3: successor 639999 is not in divisions.tsv"
    })
    void whatIsSaidOfAnOldCodeMustMakeSense(String row, String complaint) throws IOException {
        write("retired-divisions.tsv", "#version t\ncode\tname\tuntil\tsuccessors\n" + row.replace(' ', '\t') + "\n");
        assertThatThrownBy(() -> Divisions.load(KnowledgeFiles.of(folder))).hasMessage(complaint);
    }

    @Test
    void everyOneOf475CellsIsFoundByItsCodeItsCommunityAndItsPoint() throws IOException {
        var communities = divisions(KnowledgeFiles.ofClassPath()).all().stream()
                .filter(Division::isCommunity)
                .limit(ALL_CELLS)
                .toList();
        var rows = new StringBuilder(CELLS);
        for (int i = 0; i < communities.size(); i++) {
            rows.append("%s-01\t第%d网格\t%s\t网格员%d\t-\t%.4f,36.6\n"
                    .formatted(communities.get(i).code(), i, communities.get(i).code(), i, 100 + i / 100.0));
        }
        write("grid.tsv", rows.toString());
        var files = KnowledgeFiles.of(folder);
        var cells = GridCells.load(files, divisions(files));
        assertThat(cells.size()).isEqualTo(ALL_CELLS);
        for (int i = 0; i < communities.size(); i++) {
            var code = communities.get(i).code();
            assertThat(cells.of(code, "")).singleElement().satisfies(cell -> assertThat(cell.worker())
                    .startsWith("网格员"));
            assertThat(cells.at(100 + i / 100.0 + 0.001, 36.6))
                    .contains(cells.find(code + "-01").orElseThrow());
        }
    }

    @Test
    void ofTheCellsOfACommunityTheWordsOrThePointTellWhich() throws IOException {
        write(
                "grid.tsv",
                CELLS
                        + "A\t甲格\t630102006010\t王某\t柳浪苑\t101.80,36.60 101.82,36.60 101.82,36.62 101.80,36.62\n"
                        + "B\t乙格\t630102006010\t李某\t听莺苑\t101.82,36.60 101.84,36.60 101.84,36.62 101.82,36.62\n");
        var files = KnowledgeFiles.of(folder);
        var surroundings = Surroundings.load(files, divisions(files), Units.load(files));
        var found = gazetteer(files).locate("康宁社区听莺苑3号楼", "", null);
        var named = new Whereabouts("康宁社区听莺苑3号楼", null, null, null);
        assertThat(surroundings.of(named, "", found).cells())
                .extracting(Cell::worker)
                .containsExactly("李某");
        var pointed = new Whereabouts(null, null, 101.81, 36.61);
        var places = surroundings.with(pointed, List.of());
        assertThat(places).singleElement().satisfies(place -> {
            assertThat(place.communityCode()).isEqualTo("630102006010");
            assertThat(place.evidence()).containsExactly("坐标位于甲格");
        });
        assertThat(surroundings.of(pointed, "", places).cells())
                .extracting(Cell::code)
                .containsExactly("A");
        assertThat(surroundings.with(new Whereabouts(null, null, 10.0, 10.0), List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "A 甲 630199006010 王 - -, grid.tsv:3: community 630199006010 is not in divisions.tsv",
        "A 甲 630102006010 王 - 很远, grid.tsv:3: '很远' is no longitude;latitude",
        "A 甲 630102006010 - - -, grid.tsv:3: worker is empty"
    })
    void aCellThatCannotBeUsedIsNamedByFileAndLine(String row, String complaint) throws IOException {
        write("grid.tsv", CELLS + row.replace(' ', '\t') + "\n");
        var files = KnowledgeFiles.of(folder);
        assertThatThrownBy(() -> GridCells.load(files, divisions(files))).hasMessage(complaint.replace(';', ','));
    }

    private Setting setting(@Nullable String address, String text) {
        var places = gazetteer(KnowledgeFiles.ofClassPath()).locate(address, text, null);
        return delivered().of(new Whereabouts(address, null, null, null), text, places);
    }

    private static Surroundings delivered() {
        var files = KnowledgeFiles.ofClassPath();
        return Surroundings.load(files, divisions(files), Units.load(files));
    }

    private static Gazetteer gazetteer(KnowledgeFiles files) {
        return Gazetteer.load(files, divisions(files));
    }

    private static Divisions divisions(KnowledgeFiles files) {
        return Divisions.load(files);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
