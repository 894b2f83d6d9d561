package cn.hotline.routing.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.routing.classification.AlarmWords.Alarm;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.knowledge.KnowledgeFault;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DangerEarTest {

    private final DangerEar ear = DangerEar.load(KnowledgeFiles.ofClassPath());
    private final AlarmWords words = AlarmWords.load(KnowledgeFiles.ofClassPath());

    @ParameterizedTest
    @ValueSource(strings = {"屋顶的雪把棚子压弯了，下面还有羊倌", "有人拿望远镜看部队大院"})
    void whatNoSayingKnowsIsHeardWithAClauseOfIt(String said) {
        assertThat(words.hear(null, said).raised()).isEmpty();
        assertThat(ear.raisedBy(null, said)).isNotEmpty().allSatisfy((alarm, evidence) -> assertThat(evidence)
                .isNotEmpty()
                .allMatch(said::contains));
    }

    @Test
    void aNumberInTheClauseIsMasked() {
        assertThat(ear.raisedBy(null, "看着快不行了你打13800001234").values())
                .isNotEmpty()
                .allSatisfy(evidence -> assertThat(evidence).noneMatch(word -> word.contains("13800001234")));
    }

    @Test
    void aSubjectIsNamedBesideTheDangerOnly() {
        assertThat(ear.raisedBy(null, "有人拿望远镜看部队大院"))
                .containsEntry(new Alarm(null, "MILITARY", "涉军"), new LinkedHashSet<>(List.of("有人拿望远镜看部队大院", "部队")));
        assertThat(ear.raisedBy(null, "部队巷的公交站牌该换了")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"燃气费在手机上怎么缴", "电梯里的广告太多", "物业费涨价没有开会", "孩子可把我想坏了，假期怎么安排", "这个主播火了，怎么联系"})
    void theSameWordsWithoutDangerAreQuiet(String said) {
        assertThat(ear.raisedBy(null, said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890 !!!??? 。。。", "13:30～14:30", "??????"})
    void figuresAndSignsAloneAreNoDanger(String said) {
        assertThat(ear.raisedBy(null, said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s，物业费怎么交", "%s。请问你们几点下班", "你好，%s，谢谢", "问一下公积金怎么取，还有%s"})
    void dangerSaidPlainlyIsHeardWhateverElseIsSaid(String said) {
        assertThat(List.of("着火了", "救命", "煤气漏了", "停水了", "触电了", "有人落水", "孩子不见了", "井盖没了", "有人晕倒", "房子塌了", "我想死", "有人持刀"))
                .allSatisfy(danger ->
                        assertThat(ear.raisedBy(null, said.formatted(danger))).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"想死我了，什么时候来看我", "这是跳楼价买的，要退货"})
    void whatIsOnlyExaggeratedIsQuiet(String said) {
        assertThat(ear.raisedBy(null, said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"我不会自杀的，你们放心", "网上说要爆炸，是不是真的", "我们没有聚集，也没有堵门"})
    void aSayingThatIsTakenBackSilencesItsSentence(String said) {
        assertThat(ear.raisedBy(null, said)).isEmpty();
    }

    @Test
    void aSentenceTakenBackDoesNotSilenceTheNext() {
        assertThat(ear.raisedBy(null, "我不会自杀的。屋顶的雪把棚子压弯了，下面还有羊倌")).isNotEmpty();
    }

    @Test
    void whereAFalseAlarmCostsMoreThanAMissTheSayingsAloneAreHeard() {
        var snow = "屋顶的雪把棚子压弯了，下面还有羊倌";
        assertThat(ear.hear(null, snow).urgency()).isPresent();
        assertThat(ear.hearSayings(null, snow).any()).isFalse();
        var river = "他脱了鞋往河里走，说对不起爸妈";
        assertThat(ear.hear(null, river).marks()).singleElement().satisfies(mark -> assertThat(mark.evidence())
                .containsExactly("往河里走", "他脱了鞋往河里走"));
        assertThat(ear.hearSayings(null, river).marks()).singleElement().satisfies(mark -> assertThat(mark.evidence())
                .containsExactly("往河里走"));
    }

    @Test
    void inALetterOnlyTheSayingsCount() {
        var letter = "屋顶的雪把棚子压弯了，下面还有羊倌。" + "我们小区的绿化一直没有人来修剪，希望早日解决。".repeat(6);
        assertThat(ear.raisedBy(null, letter)).isEmpty();
    }

    @Test
    void whoTalksOnWithoutAStopIsHeardPieceByPiece() {
        var said = "你好，我先说一下我住在朝阳那边，以前在厂里上班，今天休息，刚才去买菜，走到桥跟前，看见有个人掉到河里了，水急得很，" + "人往下漂着，岸上的人都在喊，我不会水";
        assertThat(ear.raisedBy(null, said)).containsKey(new Alarm(Urgency.EMERGENCY, null, "危险"));
    }

    @Test
    void aLongerTextWithNothingButADangerousWordIsOrdinary() {
        var asked = "请问单位的食堂什么时候评级。我们想知道评级的标准在哪里公布，需要准备哪些材料，找哪个窗口办理。另外培训教室里的失火逃生图旧了，能不能换一张新的。";
        assertThat(ear.hearSayings(null, asked).urgency()).isPresent();
        assertThat(ear.hear(null, asked).urgency()).isEmpty();
    }

    @Test
    void aBrokenOrRepeatedLessonIsNamedByItsLine(@TempDir Path folder) throws IOException {
        var head = "#version 1\ndanger\tsentence\nEMERGENCY\t房子塌了\n";
        Files.writeString(folder.resolve("danger-lessons.tsv"), head + "DANGEROUS\t房子歪了\n");
        assertThatThrownBy(() -> DangerEar.load(KnowledgeFiles.of(folder)))
                .isInstanceOf(KnowledgeFault.class)
                .hasMessageContaining("danger-lessons.tsv:4");
        Files.writeString(folder.resolve("danger-lessons.tsv"), head + "NONE\t房子 塌了\n");
        assertThatThrownBy(() -> DangerEar.load(KnowledgeFiles.of(folder)))
                .isInstanceOf(KnowledgeFault.class)
                .hasMessageContaining("danger-lessons.tsv:4");
    }

    @Test
    void aThreatIsAnEmergencyAndSensitive() {
        assertThat(ear.raisedBy(null, "我把药一片一片摆好了，谁也别来找我"))
                .containsKey(new Alarm(Urgency.EMERGENCY, "THREAT", "扬言与自伤"));
    }
}
