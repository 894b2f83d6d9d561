package cn.hotline.routing.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.routing.knowledge.KnowledgeFault;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.model.Area;
import cn.hotline.routing.place.model.Cell;
import cn.hotline.routing.place.model.Division;
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

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String CELLS = "#version t\ncode\tname\tcommunity\tworker\twords\tshape\n";
    private static final int ALL_CELLS = 475;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "海东市平安区平安镇, 海东市",
        "兰州市城关区张掖路, 兰州市",
        "海北州海晏县三角城镇, 海北州",
        "格尔木市昆仑路, 海西州",
        "兰州市五四大街, 兰州市",
        "兰州西关十字, 兰州市",
        "平安驿, 海东市",
        "四川成都, 成都市",
        "河南省郑州市, 外省"
    })
    void anAddressOutsideTheCitySaysSo(String address, String outside) {
        assertThat(setting(address, "有人占道").outside()).isEqualTo(outside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"城东区互助东路", "西宁市城西区，户口在海东市平安区", "德令哈路", "共和路社区", "玉树路", "民和路", "门源路12号", "兰州拉面馆", "格尔木路"})
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
        assertThat(setting("七一路和长江路交界处", "井盖坏了").border()).isEmpty();
        assertThat(setting(null, "城东区和城中区的城乡结合部").border()).isEmpty();
    }

    @Test
    void whoeverIsGivenAnOldCodeIsToldWhatBecameOfIt() {
        var notes = delivered().of(given("630122", TODAY), "", List.of()).notes();
        assertThat(notes).containsExactly("区划代码630122（湟中县）已于2020-07-21停用，由湟中区（630106）承接");
        assertThat(delivered().of(given("630106", TODAY), "", List.of()).notes())
                .isEmpty();
    }

    @Test
    void anAreaHoldsFromItsFirstDayToItsLastAndThenWhoeverTookItOver() throws IOException {
        write("areas.tsv", """
                #version t
                code\tname\tunit\tbasis\twords\tfrom\tuntil\tsuccessors
                ZONE-OLD\t老园区\t630100-INDUSTRY\t甲文件\t老园区内\t2026-01-01\t2026-12-31\tZONE
                ZONE\t新园区\t630100-FORESTRY\t乙文件\t新园区内\t2027-01-01
                """);
        assertThat(areaOn(LocalDate.of(2025, 12, 31), "老园区内路灯坏了")).isNull();
        assertThat(areaOn(LocalDate.of(2026, 12, 31), "老园区内路灯坏了"))
                .extracting(Area::code, Area::unit)
                .containsExactly("ZONE-OLD", "630100-INDUSTRY");
        assertThat(areaOn(LocalDate.of(2027, 1, 1), "老园区内路灯坏了"))
                .extracting(Area::code, Area::unit)
                .containsExactly("ZONE", "630100-FORESTRY");
        assertThat(areaOn(LocalDate.of(2026, 12, 31), "新园区内路灯坏了")).isNull();
    }

    @Test
    void whatAnAreaThatIsNoMoreWasIsTheCountysAgainAndItsWordsAreFree() throws IOException {
        write("areas.tsv", """
                #version t
                code\tname\tunit\tbasis\twords\tfrom\tuntil
                LAKE\t湖区\t630100-FORESTRY\t甲文件\t湖区内\t-\t2026-06-30
                LAKE-2\t湖区\t630100-INDUSTRY\t乙文件\t湖区内\t2027-01-01\t-
                """);
        assertThat(areaOn(LocalDate.of(2026, 6, 30), "湖区内路灯坏了"))
                .extracting(Area::code)
                .isEqualTo("LAKE");
        assertThat(areaOn(TODAY, "湖区内路灯坏了")).isNull();
        assertThat(areaOn(LocalDate.of(2027, 1, 1), "湖区内路灯坏了"))
                .extracting(Area::code)
                .isEqualTo("LAKE-2");
    }

    @ParameterizedTest
    @CsvSource({
        "A a甲 - 2026-06-30 -; A b乙 2026-07-01 - -, areas.tsv:4: code A stands in line 3; a code is never used again",
        "A a甲 - 2026-06-30 B; B b乙 2026-08-01 - -, 'areas.tsv:3: successor B is not in force on 2026-07-01, when A has ended'",
        "A a甲 - 2026-06-30 B; B b乙 - 2026-07-30 A, areas.tsv:3: successors go in a circle: A → B → A",
        "A a甲 - - -; B a甲 2026-08-01 - -, areas.tsv:4: a甲 stands twice",
        "A a甲 2026-06-30 2026-06-01 -; B b乙 - - -, areas.tsv:3: until is before from"
    })
    void areasWhoseCodesMakeNoSenseAreRefusedByFileAndLine(String rows, String complaint) throws IOException {
        var lines = new StringBuilder("#version t\ncode\tname\tunit\tbasis\twords\tfrom\tuntil\tsuccessors\n");
        for (var row : rows.split("; ")) {
            var cells = row.split(" ");
            lines.append(
                    String.join("\t", cells[0], "某处", "630100-FORESTRY", "依据", cells[1], cells[2], cells[3], cells[4]));
            lines.append('\n');
        }
        write("areas.tsv", lines.toString());
        assertThatThrownBy(() -> own()).isInstanceOf(KnowledgeFault.class).hasMessage(complaint);
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
        assertThat(communities).hasSize(ALL_CELLS);
        for (int i = 0; i < communities.size(); i++) {
            var code = communities.get(i).code();
            assertThat(cells.of(code, "", TODAY)).singleElement().satisfies(cell -> assertThat(cell.worker())
                    .startsWith("网格员"));
            assertThat(cells.at(100 + i / 100.0 + 0.001, 36.6, TODAY))
                    .isEqualTo(cells.find(code + "-01", TODAY).stream().findFirst());
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
        var found = gazetteer(files).locate(Whereabouts.written("康宁社区听莺苑3号楼", TODAY), "");
        var named = Whereabouts.written("康宁社区听莺苑3号楼", TODAY);
        assertThat(surroundings.of(named, "", found).cells())
                .extracting(Cell::worker)
                .containsExactly("李某");
        var pointed = new Whereabouts(null, null, 101.81, 36.61, TODAY);
        var places = surroundings.with(pointed, List.of());
        assertThat(places).singleElement().satisfies(place -> {
            assertThat(place.communityCode()).isEqualTo("630102006010");
            assertThat(place.evidence()).containsExactly("坐标位于甲格");
        });
        assertThat(surroundings.of(pointed, "", places).cells())
                .extracting(Cell::code)
                .containsExactly("A");
        assertThat(surroundings.with(new Whereabouts(null, null, 10.0, 10.0, TODAY), List.of()))
                .isEmpty();
    }

    @Test
    void aCellThatWasDividedIsItsSuccessorsAndItsWorkerIsAskedNoMore() throws IOException {
        write(
                "grid.tsv",
                "#version t\ncode\tname\tcommunity\tworker\twords\tshape\tfrom\tuntil\tsuccessors\n"
                        + "A\t甲格\t630102006010\t王某\t-\t-\t-\t2026-12-31\tB C\n"
                        + "B\t乙格\t630102006010\t李某\t-\t-\t2027-01-01\n"
                        + "C\t丙格\t630102006010\t张某\t-\t-\t2027-01-01\n");
        var files = KnowledgeFiles.of(folder);
        var cells = GridCells.load(files, divisions(files));
        var newYear = LocalDate.of(2027, 1, 1);

        assertThat(cells.of("630102006010", "", TODAY)).extracting(Cell::worker).containsExactly("王某");
        assertThat(cells.of("630102006010", "", newYear))
                .extracting(Cell::worker)
                .containsExactly("李某", "张某");
        assertThat(cells.find("A", newYear)).extracting(Cell::code).containsExactly("B", "C");
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
        var where = Whereabouts.written(address, TODAY);
        return delivered()
                .of(where, text, gazetteer(KnowledgeFiles.ofClassPath()).locate(where, text));
    }

    private @Nullable Area areaOn(LocalDate day, String text) {
        return own().of(Whereabouts.written(null, day), text, List.of()).area();
    }

    private static Whereabouts given(String code, LocalDate day) {
        return new Whereabouts(null, code, null, null, day);
    }

    /** By the files of this test. */
    private Surroundings own() {
        var files = KnowledgeFiles.of(folder);
        return Surroundings.load(files, divisions(files), Units.load(files));
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
