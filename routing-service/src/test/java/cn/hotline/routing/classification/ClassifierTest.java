package cn.hotline.routing.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.routing.classification.model.CategorySuggestion;
import cn.hotline.routing.knowledge.KnowledgeFault;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierTest {

    private final KnowledgeFiles files = KnowledgeFiles.ofClassPath();
    private final Categories categories = Categories.load(files);
    private final Classifier classifier = Classifier.load(files, categories);

    @ParameterizedTest
    @CsvSource({
        "小区物业公司只收费不服务，楼道半年没人打扫, HC-PROPERTY",
        "在理发店办了会员卡，店铺关门，余额不退, MS-CONSUMER-REFUND",
        "工地夜间施工，打桩机声音很大，无法休息, EE-NOISE-SITE",
        "家里暖气不热，室温只有十四度, HC-HEATING-COLD",
        "路口的路灯不亮好几天了, UM-LAMP-LIGHT",
        "人行道地砖松动，老人绊倒摔伤, UM-ROADS-PAVEMENT",
        "楼道里给电动车充电，消防通道被堵了，灭火器也没有, EM-FIRE",
        "电梯年检过期，经常困人, MS-EQUIPMENT-LIFT",
        "包工头拖欠工资三个月, LS-WAGES-SITE",
        "想咨询住房公积金提取需要什么材料, HC-FUND-DRAW",
        "邻居遛狗不牵绳，大型犬吓到孩子, UM-DOGS-LEASH",
        "医保异地就医备案怎么办理, HE-MEDICARE-AWAY",
        "公交车等车时间长，司机甩站不停, TR-BUS-SERVICE",
        "楼下烧烤店油烟扰民，油烟味进家里, EE-AIR-FUMES"
    })
    void aPlainAppealFindsItsClass(String content, String category) {
        var best = classifier.classify(null, content).get(0);
        assertThat(best.code()).isEqualTo(category);
        assertThat(best.confidence()).isGreaterThanOrEqualTo(0.5);
        assertThat(best.evidence()).isNotEmpty().allSatisfy(word -> assertThat(content)
                .contains(word));
    }

    @Test
    void aTextWithoutAnyKnownWordGetsNoClass() {
        assertThat(classifier.classify(null, "嗯嗯，你好")).isEmpty();
    }

    @Test
    void theThirdLevelIsToldWithAllAboveItAndItsOwnWord() {
        var best = classifier.classify("小区物业公司说电梯坏了", "电梯停了半个月，物业公司没人管").get(0);
        assertThat(best.path()).containsExactly("住房城乡建设", "物业服务", "小区电梯");
        assertThat(best.evidence()).startsWith("电梯").contains("物业公司");
    }

    @Test
    void whatIsBrokenTellsMoreThanThatItIsNotRepaired() {
        var best = classifier.classify("小区电梯坏了", "小区电梯坏了一个星期，物业一直不修，希望尽快维修").get(0);
        assertThat(best.code()).isEqualTo("HC-PROPERTY-LIFT");
    }

    @Test
    void howSureWeAreIsSaidOfTheSecondLevel() {
        var content = "小区物业公司半年没有打扫楼道";
        var third = classifier.classify(null, content).get(0);
        assertThat(third.code()).isEqualTo("HC-PROPERTY-CLEANING");
        assertThat(classifier.opinions(null, content)).containsEntry("HC-PROPERTY", third.confidence());
    }

    @Test
    void aClassStaysWithTheSecondLevelWhereNoneBelowStandsOut() {
        assertThat(classifier.classify(null, "小区物业不作为").get(0).code()).isEqualTo("HC-PROPERTY");
        assertThat(classifier.classify(null, "物业不管事，门禁坏了，保洁也不来").get(0).code()).isEqualTo("HC-PROPERTY");
    }

    @Test
    void theTitleSpeaksLouderThanTheStory() {
        var titled = classifier.classify("路灯不亮", "情况如题，另外这里还有垃圾").get(0);
        assertThat(titled.code()).isEqualTo("UM-LAMP-LIGHT");
        assertThat(titled.confidence())
                .isGreaterThan(classifier.classify(null, "路灯不亮，另外这里还有垃圾").get(0).confidence());
    }

    @Test
    void aWordOfTwoMattersMakesUsLessSure() {
        var both = classifier.classify(null, "暖气不热，路灯不亮");
        assertThat(both).hasSizeGreaterThan(1);
        assertThat(both.get(0).confidence()).isLessThan(0.6);
    }

    @Property(tries = 200)
    void confidencesAreOrderedAndNeverMoreThanOneTogether(@ForAll @StringLength(max = 60) String noise) {
        var words = List.of("物业", "噪音", "停车", "垃圾", "医保", noise);
        var suggestions = classifier.classify(noise, String.join(noise, words));
        assertThat(suggestions).hasSizeLessThanOrEqualTo(5);
        assertThat(suggestions)
                .extracting(CategorySuggestion::confidence)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .allMatch(confidence -> confidence > 0 && confidence < 1);
        assertThat(suggestions.stream()
                        .mapToDouble(CategorySuggestion::confidence)
                        .sum())
                .isLessThan(1);
    }

    @Test
    void everyClassBelowTheFirstLevelHasWordsThatSpeakForIt() {
        var known = files.read("lexicon.tsv", "category", "weight", "words").rows().stream()
                .map(row -> row.text("category"))
                .toList();
        assertThat(categories.all())
                .filteredOn(category -> category.level() > 1)
                .allSatisfy(category -> assertThat(known).contains(category.code()));
    }

    @Test
    void aWordForAnUnknownClassIsNamedByFileAndLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("lexicon.tsv"), "#version t\ncategory\tweight\twords\nNO-SUCH\t1\t词\n");
        assertThatThrownBy(() -> Classifier.load(KnowledgeFiles.of(folder), categories))
                .isInstanceOf(KnowledgeFault.class)
                .hasMessage("lexicon.tsv:3: category NO-SUCH is not in categories.tsv");
    }
}
