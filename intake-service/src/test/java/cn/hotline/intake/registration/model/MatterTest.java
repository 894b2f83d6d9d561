package cn.hotline.intake.registration.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.intake.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatterTest {

    @ParameterizedTest
    @CsvSource({
        "'路灯不亮。已经三天了', 路灯不亮",
        "'路灯不亮！谁管', 路灯不亮",
        "'。路灯不亮', 。路灯不亮",
        "'  路灯不亮  ', 路灯不亮",
    })
    void aMatterWithoutTitleIsCalledByItsFirstClause(String content, String title) {
        assertThat(shown(content).title()).isEqualTo(title);
    }

    @Test
    void aLongFirstClauseIsCutAtThirtyCharacters() {
        assertThat(shown("😀".repeat(31)).title()).isEqualTo("😀".repeat(30) + "…");
        assertThat(shown("灯".repeat(30)).title()).isEqualTo("灯".repeat(30));
    }

    @Test
    void aTitleNeverShowsHalfANumberOrHalfAName() {
        for (int before = 10; before < 32; before++) {
            String title = shown("灯".repeat(before) + "王建国13800006627请回电").title();
            assertThat(title).doesNotContain("王建", "1380");
        }
    }

    @Test
    void aTitleThatWasWrittenIsKeptAndMasked() {
        Matter written = new Matter(Kind.HELP, "王建国求助", "灯不亮", Place.UNKNOWN, null, null, null, null);
        assertThat(written.concealed(new Concealment(Story.WANG), 1).titled().title())
                .isEqualTo("王**求助");
    }

    @Test
    void thePlaceIsMaskedToo() {
        assertThat(Story.matter()
                        .concealed(new Concealment(Story.WANG), 1)
                        .place()
                        .text())
                .isEqualTo("海湖花园 5 号楼，王**家楼下");
    }

    private static Matter shown(String content) {
        return Story.matter(any -> content)
                .concealed(new Concealment(Story.WANG), 1)
                .titled();
    }
}
