package cn.hotline.routing.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.routing.classification.model.Category;
import cn.hotline.routing.knowledge.KnowledgeFault;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CategoriesTest {

    private final Categories categories = Categories.load(KnowledgeFiles.ofClassPath());

    @Test
    void theThreeHottestGroupsAreCalledAsTheDailyReportPrintsThem() {
        assertThat(categories.require("HC-PROPERTY").reportGroup()).isEqualTo("物业服务");
        assertThat(categories.require("MS-CONSUMER").reportGroup()).isEqualTo("消费维权");
        assertThat(categories.require("EE-NOISE").reportGroup()).isEqualTo("噪音问题");
    }

    @Test
    void theBuiltInTreeHasThreeLevelsAndAGroupForEveryClass() {
        assertThat(categories.all()).extracting(Category::level).contains(1, 2, 3);
        assertThat(categories.all()).extracting(Category::term).doesNotHaveDuplicates();
        assertThat(categories.all()).hasSizeGreaterThan(200).allSatisfy(category -> {
            assertThat(category.reportGroup()).isNotBlank();
            assertThat(category.term()).isNotBlank();
        });
    }

    @Test
    void theThirdLevelCountsInTheReportAsTheSecondDoes() {
        assertThat(categories.all())
                .filteredOn(category -> category.level() == 3)
                .hasSizeGreaterThan(100)
                .allSatisfy(category -> {
                    var second = categories.upTo(2, category);
                    assertThat(category.reportGroup()).isEqualTo(second.reportGroup());
                    assertThat(category.grade()).isEqualTo(second.grade());
                    assertThat(category.code()).startsWith(second.code() + "-");
                });
    }

    @Test
    void aClassIsItselfUpToALevelItDoesNotReach() {
        var first = categories.require("HC");
        assertThat(categories.upTo(2, first)).isEqualTo(first);
        assertThat(categories.upTo(1, categories.require("HC-PROPERTY-FEE"))).isEqualTo(first);
    }

    @Test
    void thePathOfAClassBeginsAtTheTop() {
        assertThat(categories.path(categories.require("EE-NOISE")))
                .extracting(Category::term)
                .containsExactly("生态环境", "噪音");
    }

    @Test
    void anUnknownClassIsRefusedInChinese() {
        assertThatThrownBy(() -> categories.require("NO-SUCH"))
                .isInstanceOf(UnknownCategory.class)
                .hasMessage("诉求分类“NO-SUCH”不存在");
    }

    @Test
    void anOperatorMayAddAThirdLevelThatCountsInTheGroupAbove(@TempDir Path folder) throws IOException {
        write(folder, "AA\t-\t甲\t甲类\tCOMPLEX\nAA-1\tAA\t乙\t-\t-\nAA-1-1\tAA-1\t丙\t-\t-\n");
        var third = Categories.load(KnowledgeFiles.of(folder)).require("AA-1-1");
        assertThat(third.level()).isEqualTo(3);
        assertThat(third.reportGroup()).isEqualTo("甲类");
        assertThat(third.urgency()).hasToString("COMPLEX");
    }

    @Test
    void aFourthLevelIsRefusedWithItsLine(@TempDir Path folder) throws IOException {
        write(folder, "AA\t-\t甲\t甲\t-\nBB\tAA\t乙\t-\t-\nBC\tBB\t丙\t-\t-\nBCD\tBC\t丁\t-\t-\n");
        assertThatThrownBy(() -> Categories.load(KnowledgeFiles.of(folder)))
                .isInstanceOf(KnowledgeFault.class)
                .hasMessage("categories.tsv:6: deeper than three levels");
    }

    @Test
    void aCodeThatStandsTwiceIsRefused(@TempDir Path folder) throws IOException {
        write(folder, "AA\t-\t甲\t甲\t-\nAA\t-\t乙\t乙\t-\n");
        assertThatThrownBy(() -> Categories.load(KnowledgeFiles.of(folder)))
                .hasMessage("categories.tsv:4: code AA stands twice");
    }

    @Test
    void aParentThatIsMissingIsRefused(@TempDir Path folder) throws IOException {
        write(folder, "AA\tBB\t甲\t甲\t-\n");
        assertThatThrownBy(() -> Categories.load(KnowledgeFiles.of(folder)))
                .hasMessage("categories.tsv:3: parent BB does not stand above");
    }

    private static void write(Path folder, String rows) throws IOException {
        Files.writeString(
                folder.resolve("categories.tsv"), "#version t\ncode\tparent\tterm\treportGroup\tgrade\n" + rows);
    }
}
