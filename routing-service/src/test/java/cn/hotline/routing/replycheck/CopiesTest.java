package cn.hotline.routing.replycheck;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.routing.classification.model.AppealKind;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.replycheck.model.Asked;
import cn.hotline.routing.replycheck.model.Earlier;
import cn.hotline.routing.replycheck.model.Given;
import cn.hotline.routing.replycheck.model.Given.Spoken;
import cn.hotline.routing.replycheck.model.Reach;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** An answer says something of its own. */
class CopiesTest {

    private static final Copies COPIES = Copies.load(KnowledgeFiles.ofClassPath());

    private static final String LAMPS = "您好！3月2日物业维修班到三号楼检查，四层楼道灯的镇流器烧坏，当天已经更换，并把其余楼层的灯具检查了一遍，晚上试亮正常。";
    private static final Earlier BEFORE = new Earlier("XN260302-000001", "楼道灯不亮", "三号楼四层楼道灯坏了半个月。", LAMPS);
    private static final Asked NOISE =
            new Asked(AppealKind.COMPLAINT, "工地夜里施工", "清漪路东侧工地连续三天夜里打桩。", false, Reach.REACHABLE);

    @Test
    void theSameAnswerToSomethingElseIsACopy() {
        assertThat(COPIES.doubt(NOISE, given(LAMPS), List.of(BEFORE))).get().satisfies(doubt -> {
            assertThat(doubt.sentence()).contains("100%");
            assertThat(doubt.words()).containsExactly("XN260302-000001");
        });
    }

    @Test
    void newDatesAndAnotherAddressDoNotMakeItNew() {
        String changed = LAMPS.replace("您好！", "尊敬的网友，您反映的“工地夜里施工”已收悉。").replace("3月2日", "4月18日");
        assertThat(COPIES.doubt(NOISE, given(changed), List.of(BEFORE))).isPresent();
    }

    @Test
    void anAnswerInItsOwnWordsIsNone() {
        assertThat(COPIES.doubt(NOISE, given("3月4日晚执法人员到清漪路东侧工地检查，已责令停止夜间打桩并立案。"), List.of(BEFORE)))
                .isEmpty();
    }

    @Test
    void whoAsksTheSameMayHearTheSame() {
        var same = new Asked(AppealKind.COMPLAINT, "三号楼楼道灯不亮", "楼道灯坏了很久。", false, Reach.REACHABLE);
        assertThat(COPIES.doubt(same, given(LAMPS), List.of(BEFORE))).isEmpty();
    }

    @Test
    void theTicketOfAnotherUnitIsNotNamed() {
        var hidden = new Earlier(null, BEFORE.title(), BEFORE.content(), BEFORE.reply());
        assertThat(COPIES.doubt(NOISE, given(LAMPS), List.of(hidden))).get().satisfies(doubt -> assertThat(doubt.told())
                .doesNotContain("XN260302"));
    }

    @Test
    void setPhrasesAloneAreNoCopy() {
        assertThat(COPIES.marks("您好！来信收悉。感谢您的支持！")).isEmpty();
    }

    /** What is stored must find what repeats it: at least one mark is shared, whichever sentence a copier leaves out. */
    @Property
    void aCopyWithoutOneSentenceSharesAMark(@ForAll @IntRange(min = 0, max = 7) int left) {
        List<String> sentences = new ArrayList<>(List.of(
                "社区先到现场看了水管。",
                "漏水处在二层弯头。",
                "维修工换了弯头和阀门。",
                "墙面已经铲掉受潮的部分。",
                "等干透后由物业重新粉刷。",
                "粉刷的费用从维修金里出。",
                "业主委员会已经签字同意。",
                "预计两周以内全部完成。"));
        List<Long> marks = COPIES.marks(String.join("", sentences));
        sentences.remove(left);
        assertThat(COPIES.marks(String.join("", sentences))).containsAnyElementsOf(marks);
    }

    private static Given given(String reply) {
        return new Given(Spoken.DATED, true, reply, reply, 0);
    }
}
