package cn.hotline.routing.recusal;

import static cn.hotline.routing.classification.model.AppealKind.COMPLAINT;
import static cn.hotline.routing.classification.model.AppealKind.PRAISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.routing.knowledge.KnowledgeFault;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.recusal.model.Accusation;
import cn.hotline.routing.recusal.model.Concern;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecusalRecogniserTest {

    private final Units units = Units.load(KnowledgeFiles.ofClassPath());
    private final RecusalRecogniser recogniser = RecusalRecogniser.load(KnowledgeFiles.ofClassPath(), units);

    @ParameterizedTest
    @CsvSource({
        "举报市城管局工作人员收受好处费,630100-URBAN",
        "城管执法人员在广场动手打人,630100-URBAN",
        "投诉：西宁市住房保障和房产管理局,630100-HOUSING",
        "我去了房管局。窗口工作人员态度恶劣。,630100-HOUSING",
        "便民服务中心窗口人员吃拿卡要,630100-SERVICES",
        "举报城中区政府干部贪污征地补偿款,630103",
        "派出所民警收了我的钱不办事,630100-POLICE",
        "某公司偷排污水，环保局包庇,630100-ECOLOGY",
        "向城管局反映三次都推诿,630100-URBAN",
        "纪委不作为,630100-DISCIPLINE"
    })
    void whoeverIsAccusedIsNamed(String content, String unit) {
        assertThat(accusation(content).concerns()).extracting(Concern::unit).containsExactly(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "向市房管局投诉物业乱收费",
                "请市市场监督管理局查处商家态度恶劣的问题",
                "希望民警处理打人的邻居",
                "举报楼上邻居打人，派出所来过了",
                "市供水公司停水不通知，客服态度恶劣",
                "物业工作人员态度恶劣，辱骂业主",
                "班主任打人",
                "政务大厅十二个窗口只开三个，等了两个小时",
                "路灯坏了请修"
            })
    void askingAUnitOrComplainingOfACompanyAccusesNobody(String content) {
        assertThat(accusation(content).any()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"村主任贪污低保款", "城东区城管局执法人员打人", "办事窗口的工作人员吃拿卡要"})
    void staffOfAnUnnamedAuthorityIsForAPersonToLookAt(String content) {
        assertThat(accusation(content)).isEqualTo(new Accusation(List.of(), true));
    }

    @Test
    void theWordsSayWhy() {
        assertThat(accusation("举报市城管局工作人员收受好处费").concerns().get(0).words())
                .containsExactly("举报", "城管局", "工作人员", "收受好处费");
    }

    @Test
    void titleAndContentAreReadTogether() {
        assertThat(recogniser.recognise("举报交通局", "详见材料", COMPLAINT).concerns())
                .extracting(Concern::name)
                .containsExactly("市交通运输局");
    }

    @Test
    void whatStandsBelowTheAccusedIsKeptAwayToo() {
        Concern transport = accusation("交通局执法人员索贿").concerns().get(0);

        assertThat(transport.keepsAway("630100-TRANSPORT")).isTrue();
        assertThat(transport.keepsAway("630100-BUS")).isTrue();
        assertThat(transport.keepsAway("630100-POLICE")).isFalse();
    }

    @Test
    void praiseAccusesNobody() {
        assertThat(recogniser.recognise(null, "城管局工作人员顶住威胁打击报复，值得表扬", PRAISE).any())
                .isFalse();
    }

    @Test
    void theNextAboveTakesItAndAtTheTopTheSupervisoryBody() {
        assertThat(above("供水公司", "630100-WATERSUPPLY")).isEqualTo("630100-WATER");
        assertThat(above("水务局不作为", "630100-WATERSUPPLY")).isEqualTo("630100-DISCIPLINE");
        assertThat(above("举报城中区政府", "630103")).isEqualTo("630100-DISCIPLINE");
        assertThat(above("纪委不作为", "630100-DISCIPLINE")).isEqualTo("630100-INSPECTION");
    }

    @Test
    void aStreetsReportGoesToItsCounty(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("units.tsv"), """
                #version t
                code	name	level	county	parent	until	successor
                630103	城中区政府	COUNTY	630103	-	-	-
                630103001	人民街街道办事处	STREET	630103	630103	-	-
                630100-DISCIPLINE	市纪委监委信访室	CITY_DEPARTMENT	-	-	-	-
                """);
        Files.writeString(folder.resolve("recusal.tsv"), """
                #version t
                kind	unit	words
                NAMING	-	举报
                UPPER	630100-DISCIPLINE	-
                """);
        KnowledgeFiles files = KnowledgeFiles.of(folder);
        RecusalRecogniser own = RecusalRecogniser.load(files, Units.load(files));
        Accusation accusation = own.recognise(null, "举报人民街街道办事处", COMPLAINT);

        assertThat(own.above("630103001", accusation)).map(Unit::name).hasValue("城中区政府");
    }

    @Test
    void anUnknownUnitStopsTheStart(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("recusal.tsv"), """
                #version t
                kind	unit	words
                ALIAS	630100-NONE	某局
                """);
        assertThatThrownBy(() -> RecusalRecogniser.load(KnowledgeFiles.of(folder), units))
                .isInstanceOf(KnowledgeFault.class)
                .hasMessageContaining("recusal.tsv:3");
    }

    private String above(String content, String unit) {
        return recogniser.above(unit, accusation(content)).orElseThrow().code();
    }

    private Accusation accusation(String content) {
        return recogniser.recognise(null, content, COMPLAINT);
    }
}
