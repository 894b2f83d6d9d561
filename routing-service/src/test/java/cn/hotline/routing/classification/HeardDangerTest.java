package cn.hotline.routing.classification;

import static cn.hotline.routing.classification.model.AppealKind.COMPLAINT;
import static cn.hotline.routing.classification.model.AppealKind.CONSULTATION;
import static cn.hotline.routing.classification.model.Urgency.COMPLEX;
import static cn.hotline.routing.classification.model.Urgency.EMERGENCY;
import static cn.hotline.routing.classification.model.Urgency.GENERAL;
import static cn.hotline.routing.classification.model.Urgency.SIMPLE;
import static cn.hotline.routing.classification.model.Urgency.URGENT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.classification.model.UrgencySuggestion;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeardDangerTest {

    private final KnowledgeFiles files = KnowledgeFiles.ofClassPath();
    private final DangerEar ear = DangerEar.load(files);
    private final Categories categories = Categories.load(files);

    @ParameterizedTest
    @ValueSource(strings = {"楼道里闻到煤气味，很浓", "三号楼着火了", "再不解决我就跳楼", "有人被困在电梯里，电梯困人了", "施工把人埋了，已经坍塌", "孩子掉进井里了"})
    void dangerToLifeIsAnEmergency(String content) {
        assertThat(ear.hear(null, content).urgency()).hasValueSatisfying(found -> {
            assertThat(found.urgency()).isEqualTo(EMERGENCY);
            assertThat(found.evidence()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"我们小区停水停了一上午", "路中间井盖不见了", "整栋楼停电", "主管道爆裂，水漫到楼道"})
    void whatCannotWaitIsUrgent(String content) {
        assertThat(ear.hear(null, content).urgency())
                .hasValueSatisfying(found -> assertThat(found.urgency()).isEqualTo(URGENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "请放心不会跳楼",
                "没有人员被困",
                "为防止煤气泄漏，想咨询安检",
                "存在火灾隐患",
                "建议加装燃气泄漏报警器",
                "楼顶落水管坏了",
                "学校开展防溺水教育",
                "想了解公积金",
                "路灯不亮"
            })
    void whatIsDeniedOrOnlyPossibleRaisesNoAlarm(String content) {
        assertThat(ear.hear(null, content).urgency()).isEmpty();
    }

    @Test
    void aDenialDoesNotReachOverAComma() {
        assertThat(ear.hear(null, "物业没有，着火了").urgency()).isPresent();
    }

    @Test
    void theMostUrgentOfSeveralWordsDecides() {
        assertThat(ear.hear("小区停水", "有人触电了").urgency())
                .map(UrgencySuggestion::urgency)
                .hasValue(EMERGENCY);
    }

    @Test
    void severalMarksAreToldWithTheirWords() {
        assertThat(ear.hear("讨薪", "再拖欠农民工工资我们就集体上访").marks())
                .extracting(SensitiveMark::code)
                .containsExactlyInAnyOrder("WAGES", "GATHERING");
    }

    @Test
    void whatTheCallerRulesOutIsNoMark() {
        assertThat(ear.hear(null, "我们不会堵路").any()).isFalse();
    }

    @Test
    void anOrdinaryAppealHasNone() {
        assertThat(ear.hear(null, "路灯坏了请修").any()).isFalse();
    }

    @Test
    void withoutAlarmWordsTheClassDecidesForComplaintsAndTheKindForQuestions() {
        var wages = categories.require("LS-WAGES");
        assertThat(ear.hear(null, "反映情况").grade(COMPLAINT, wages).urgency()).isEqualTo(COMPLEX);
        assertThat(ear.hear(null, "请问流程").grade(CONSULTATION, wages).urgency()).isEqualTo(SIMPLE);
        assertThat(ear.hear(null, "反映情况").grade(null, null).urgency()).isEqualTo(GENERAL);
    }
}
