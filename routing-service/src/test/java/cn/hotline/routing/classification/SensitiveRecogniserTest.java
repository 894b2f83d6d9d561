package cn.hotline.routing.classification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.routing.classification.model.SensitiveMark;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import org.junit.jupiter.api.Test;

class SensitiveRecogniserTest {

    private final SensitiveRecogniser recogniser = SensitiveRecogniser.load(KnowledgeFiles.ofClassPath());

    @Test
    void severalMarksAreToldWithTheirWords() {
        assertThat(recogniser.recognise("讨薪", "再拖欠农民工工资我们就集体上访"))
                .extracting(SensitiveMark::code)
                .containsExactlyInAnyOrder("WAGES", "GATHERING");
    }

    @Test
    void whatTheCallerRulesOutIsNoMark() {
        assertThat(recogniser.recognise(null, "我们不会堵路")).isEmpty();
    }

    @Test
    void anOrdinaryAppealHasNone() {
        assertThat(recogniser.recognise(null, "路灯坏了请修")).isEmpty();
    }
}
