package cn.hotline.routing.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.routing.knowledge.KnowledgeFault;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.place.model.Division;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.place.model.Whereabouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest {

    private static final double SURE = 0.7;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final KnowledgeFiles FILES = KnowledgeFiles.ofClassPath();
    private static final Divisions DIVISIONS = Divisions.load(FILES);
    private static final Gazetteer GAZETTEER = Gazetteer.load(FILES, DIVISIONS);

    @Test
    void theCityHasSevenCountiesEightyStreetsAndElevenHundredCommunities() {
        assertThat(DIVISIONS.on(TODAY)).filteredOn(Division::isCounty).hasSize(7);
        assertThat(DIVISIONS.on(TODAY)).filteredOn(Division::isStreet).hasSize(80);
        assertThat(DIVISIONS.on(TODAY)).filteredOn(Division::isCommunity).hasSize(1100);
    }

    @ParameterizedTest
    @CsvSource({
        "大通县桥头镇, 630121",
        "大通回族土族自治县长宁镇, 630121",
        "我家住城东康宁小区, 630102",
        "莫家街口, 630103",
        "海湖新区唐道, 630104",
        "二十里铺镇的路口, 630105",
        "塔尔寺门前, 630106",
        "丹噶尔古城, 630123",
        "湟中县多巴镇, 630106",
        "城关镇，湟源, 630123"
    })
    void aNamedPlaceFindsItsCounty(String text, String county) {
        var best = locate(text, null).get(0);
        assertThat(best.countyCode()).isEqualTo(county);
        assertThat(best.confidence()).isGreaterThanOrEqualTo(SURE);
    }

    @Test
    void aCommunityIsFoundWithItsStreet() {
        var best = locate("八一路街道康宁社区", null).get(0);
        assertThat(best.street()).isEqualTo("八一路街道");
        assertThat(best.communityCode()).isEqualTo("630102006010");
    }

    @ParameterizedTest
    @ValueSource(strings = {"和平村路灯坏了", "城关镇有人占道", "新庄村停水", "住在青山村", "东峡那边", "人民街路口", "解放路"})
    void aNameOfSeveralCountiesNeverDecidesAlone(String text) {
        assertThat(locate(text, null)).allMatch(place -> place.confidence() < SURE);
    }

    @ParameterizedTest
    @CsvSource({"东台村, 630106, 630103", "东台社区, 630103, 630106", "北山村, 630123, 630105", "东峡镇, 630121, 630123"})
    void aNameThatOnlyItsKindTellsFromAnotherCountysIsItsOwnFirstAndDoesNotDecide(
            String name, String own, String other) {
        var places = locate(name, "路灯坏了", null);
        assertThat(places).extracting(PlaceSuggestion::countyCode).containsExactly(own, other);
        assertThat(places).allMatch(place -> place.confidence() < SURE);
    }

    @ParameterizedTest
    @CsvSource({
        "海宴路12号, 630104, 海宴路（疑为海晏路）",
        "黄源县城里, 630123, 黄源县城（疑为湟源县城）",
        "运家口, 630102, 运家口（疑为韵家口）",
        "成北区的路, 630105, 成北区（疑为城北区）"
    })
    void whatSoundsLikeANameIsACandidateAndNeverSure(String written, String county, String evidence) {
        assertThat(locate(written, "路灯坏了", null)).singleElement().satisfies(place -> {
            assertThat(place.countyCode()).isEqualTo(county);
            assertThat(place.evidence()).containsExactly(evidence);
            assertThat(place.confidence()).isLessThan(SURE);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"警示录放完了", "二期建设项目", "他们是西瓜"})
    void whatOnlySoundsLikeANameAndIsNoPlaceIsNone(String text) {
        assertThat(locate(text, null)).isEmpty();
    }

    @Test
    void howeverManySoundLikeNamesOfOneCountyTheyNeverDecide() {
        assertThat(locate("海宴路、古成台、新您广场", "海宴路、古成台、新您广场", null))
                .isNotEmpty()
                .allMatch(place -> place.confidence() < SURE);
    }

    @Test
    void whereANameIsKnownNothingIsHeardBesides() {
        assertThat(locate("虎台的海宴路", "路灯坏了", null)).singleElement().satisfies(place -> assertThat(place.evidence())
                .containsExactly("虎台"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"公司叫大通建筑有限公司，拖欠工资", "湟中土特产店卖过期牛肉", "城西某某物业服务集团"})
    void aFirmCalledAfterACountyMayLieAnywhere(String text) {
        assertThat(locate(text, null)).isNotEmpty().allMatch(place -> place.confidence() < SURE);
    }

    @ParameterizedTest
    @CsvSource({"大通的一家公司拖欠工资, 630121", "大通县建筑公司拖欠工资, 630121", "城东康宁小区物业公司乱收费, 630102"})
    void aFirmInACountyLiesThere(String text, String county) {
        assertThat(locate(text, null).get(0)).satisfies(place -> {
            assertThat(place.countyCode()).isEqualTo(county);
            assertThat(place.confidence()).isGreaterThanOrEqualTo(SURE);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"二十里铺", "廿里铺", "20里铺", "廿里舖", "２０里铺", "二十里舖镇"})
    void aTownIsKnownByAllItsNames(String written) {
        assertThat(locate(written + "停水", null).get(0).streetCode()).isEqualTo("630105101");
    }

    @Test
    void aNameOfSeveralCountiesHelpsTheOneThatIsNamed() {
        var best = locate("湟源县和平村", null).get(0);
        assertThat(best.countyCode()).isEqualTo("630123");
        assertThat(best.community()).isEqualTo("和平村");
    }

    @ParameterizedTest
    @ValueSource(strings = {"城中村改造", "发了重大通知", "市中心", "城中心的商场", "新村里很安静"})
    void ordinaryWordsAreNoPlaces(String text) {
        assertThat(locate(text, null)).isEmpty();
    }

    @Test
    void twoCountiesInOneTextLeaveUsUnsure() {
        assertThat(locate("从城东区到城西区的公交", null)).hasSize(2).allMatch(place -> place.confidence() < SURE);
    }

    @Test
    void thePlaceFieldCountsMoreThanTheStory() {
        var best = locate("城北区", "我在城西区上班", null).get(0);
        assertThat(best.countyCode()).isEqualTo("630105");
    }

    @Test
    void aGivenCodeIsCertain() {
        assertThat(locate("城西区", "630102006010")).singleElement().satisfies(place -> {
            assertThat(place.confidence()).isEqualTo(1);
            assertThat(place.county()).isEqualTo("城东区");
            assertThat(place.community()).isEqualTo("康宁社区");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "630102999", "6301", "abc", ""})
    void anUnknownCodeIsRefused(String code) {
        assertThatThrownBy(() -> locate("城西区", code)).isInstanceOf(UnknownDivision.class);
    }

    @Property
    void countyStreetAndCommunityWrittenOutAreFoundWhereverTheyLie(@ForAll("communities") Division community) {
        var county = DIVISIONS.require(community.countyCode());
        var street = DIVISIONS.require(community.streetCode());
        var best =
                locate(county.name() + street.name() + community.name(), null).get(0);
        assertThat(best.countyCode()).isEqualTo(county.code());
        assertThat(best.streetCode()).isEqualTo(street.code());
        assertThat(best.confidence()).isGreaterThanOrEqualTo(SURE);
    }

    @Provide
    Arbitrary<Division> communities() {
        return Arbitraries.of(
                DIVISIONS.all().stream().filter(Division::isCommunity).toList());
    }

    @Test
    void suggestionsAreSurestFirstAndNoMoreThanFive() {
        var places = locate("城东区 城中区 城西区 城北区 湟中区 大通县 湟源县 虎台", null);
        assertThat(places).hasSize(5);
        assertThat(places.get(0).countyCode()).isEqualTo("630104");
        assertThat(places).extracting(PlaceSuggestion::confidence).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void aPlaceInAnUnknownDivisionIsNamedByFileAndLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("places.tsv"), "#version t\nname\tdivisions\n某路\t630199\n");
        assertThatThrownBy(() -> Gazetteer.load(KnowledgeFiles.of(folder), DIVISIONS))
                .isInstanceOf(KnowledgeFault.class)
                .hasMessage("places.tsv:3: division 630199 is not in divisions.tsv");
    }

    @Test
    void aStreetWithoutItsCountyIsNamedByFileAndLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("divisions.tsv"), "#version t\ncode\tname\taliases\n630102001\t某街道\t-\n");
        assertThatThrownBy(() -> Divisions.load(KnowledgeFiles.of(folder)))
                .hasMessage("divisions.tsv:3: what 630102001 lies in does not stand above");
    }

    @Test
    void aFileOfTheOperatorReplacesTheBuiltInOneOnly(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("places.tsv"), "#version t\nname\tdivisions\n月亮湾\t630104\n");
        var own = KnowledgeFiles.of(folder);
        var places = Gazetteer.load(own, Divisions.load(own)).locate(Whereabouts.written(null, TODAY), "月亮湾");
        assertThat(places).extracting(PlaceSuggestion::county).isEqualTo(List.of("城西区"));
    }

    private List<PlaceSuggestion> locate(String text, @Nullable String code) {
        return locate(null, text, code);
    }

    private List<PlaceSuggestion> locate(@Nullable String placeText, String text, @Nullable String code) {
        return GAZETTEER.locate(new Whereabouts(placeText, code, null, null, TODAY), text);
    }
}
