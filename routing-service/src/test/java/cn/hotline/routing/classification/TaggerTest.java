package cn.hotline.routing.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.hotline.routing.classification.model.Tag;
import cn.hotline.routing.knowledge.KnowledgeFault;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaggerTest {

    private final Tagger tagger = Tagger.load(KnowledgeFiles.ofClassPath());

    @ParameterizedTest
    @CsvSource({
        "一位老人家里暖气不热, ELDERLY, 老人",
        "半夜还在施工, NIGHT, 半夜",
        "校门口有人卖三无食品, SCHOOL, 校门口",
        "全体业主要求公示公共收益, GROUP, 全体业主",
        "此事多次反映一直没有解决, REPEATED, 多次反映",
        "城东城中交界的路段没人清扫, BORDER, 交界",
        "有轮椅的住户出不了单元门, DISABLED, 轮椅",
        "两个部门踢皮球, BUCK_PASSING, 踢皮球"
    })
    void aTagIsGivenWithTheWordThatGaveIt(String content, String code, String word) {
        assertThat(tagger.tags(null, content))
                .filteredOn(tag -> tag.code().equals(code))
                .singleElement()
                .satisfies(tag -> assertThat(tag.words()).contains(word));
    }

    @Test
    void titleAndStoryAreReadAndEachWordIsShownOnce() {
        assertThat(tagger.tags("老人摔伤", "老人被绊倒"))
                .extracting(Tag::code, tag -> String.join(" ", tag.words()))
                .contains(tuple("ELDERLY", "老人"), tuple("SAFETY", "摔伤 绊倒"));
    }

    @Test
    void aTextWithoutAnyOfTheWordsHasNoTag() {
        assertThat(tagger.tags(null, "路灯不亮")).isEmpty();
        assertThat(tagger.tags("", "")).isEmpty();
    }

    @Test
    void noTagTellsWhoSomebodyIs() {
        assertThat(tagger.tags(null, "我叫王小明，电话13900001111，家住锦绣花园3号楼，家里有老人"))
                .flatExtracting(Tag::words)
                .containsExactly("老人");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "地点\tA\t甲\t词",
                "时空\ta-b\t甲\t词",
                "时空\tA\t甲\t词\n人群\tA\t乙\t字",
                "时空\tA\t甲\t13900001111",
                "时空\tA\t甲\t-"
            })
    void aFileThatCannotBeUsedIsNamedByItsLine(String rows, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("tags.tsv"), "#version t\naxis\tcode\tterm\twords\n" + rows + "\n");
        assertThatThrownBy(() -> Tagger.load(KnowledgeFiles.of(folder)))
                .isInstanceOf(KnowledgeFault.class)
                .hasMessageStartingWith("tags.tsv:");
    }
}
