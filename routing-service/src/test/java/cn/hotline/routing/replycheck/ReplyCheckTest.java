package cn.hotline.routing.replycheck;

import static cn.hotline.routing.replycheck.model.ReplyDoubt.Kind.CONTACT_MISSING;
import static cn.hotline.routing.replycheck.model.ReplyDoubt.Kind.DEMAND_UNANSWERED;
import static cn.hotline.routing.replycheck.model.ReplyDoubt.Kind.NATURE_CHANGED;
import static cn.hotline.routing.replycheck.model.ReplyDoubt.Kind.PERSONAL_DATA;
import static cn.hotline.routing.replycheck.model.ReplyDoubt.Kind.PROOF_MISSING;
import static cn.hotline.routing.replycheck.model.ReplyDoubt.Kind.RISK_PASSED_OVER;
import static cn.hotline.routing.replycheck.model.ReplyDoubt.Kind.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.routing.classification.DangerEar;
import cn.hotline.routing.classification.model.AppealKind;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.replycheck.model.Asked;
import cn.hotline.routing.replycheck.model.Given;
import cn.hotline.routing.replycheck.model.Given.Spoken;
import cn.hotline.routing.replycheck.model.Reach;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import cn.hotline.routing.replycheck.model.ReplyDoubt.Kind;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer is looked at before it goes out. */
class ReplyCheckTest {

    private static final KnowledgeFiles FILES = KnowledgeFiles.ofClassPath();
    private static final ReplyCheck CHECK = ReplyCheck.load(FILES, DangerEar.load(FILES));

    private static final Asked RUBBISH = asked("物业公司不清理楼道垃圾", "栖霞小区三号楼物业收了费，楼道垃圾一直没人清扫，要求尽快清运。");
    private static final String CLEANED = "3月2日上午街道到栖霞小区检查，三号楼楼道垃圾已由物业清运，今后每天清扫一次。";

    @Test
    void anAnswerThatSaysWhatWasDoneWhenAndByWhomIsNotDoubted() {
        assertThat(CHECK.doubts(RUBBISH, given(CLEANED))).isEmpty();
    }

    @Nested
    class Demands {

        private static final String THREE = "反映几个问题。一、三号楼电梯经常停在半层，请维修。二、公共收益账目多年没有公布，要求公开账目。三、地下车库顶棚渗水，何时修补。";

        @Test
        void whatTheAnswerSaysNothingOfIsNamed() {
            var doubts = CHECK.doubts(asked("小区几个问题", THREE), given("3月2日物业公司更换了三号楼电梯的门机；地下车库顶棚渗水已做防水修补，正在观察。"));
            assertThat(doubts).extracting(ReplyDoubt::kind).containsExactly(DEMAND_UNANSWERED);
            assertThat(doubts.get(0).words()).singleElement().asString().contains("账目");
        }

        @Test
        void allOfThemAnsweredLeavesNothing() {
            assertThat(CHECK.doubts(asked("小区几个问题", THREE), given("3月2日物业公司更换了三号楼电梯的门机；公共收益账目已在公告栏公布；地下车库顶棚渗水已做防水修补。")))
                    .isEmpty();
        }

        @Test
        void anAnswerToSomethingElseIsBesideThePoint() {
            assertThat(kinds(RUBBISH, given("3月2日交警大队在清漪路口重新施划了停车泊位，并延长了早高峰的绿灯时间。")))
                    .containsExactly(DEMAND_UNANSWERED);
        }

        @Test
        void ofAnAppealThatHardlySaysAnythingNothingIsExpected() {
            assertThat(CHECK.doubts(asked("反映一件事", "请联系我。"), given(CLEANED))).isEmpty();
        }
    }

    @Nested
    class Contact {

        @Test
        void whoeverAskedIsToBeSpokenWith() {
            assertThat(kinds(RUBBISH, given(Spoken.NO, CLEANED))).contains(CONTACT_MISSING);
        }

        @Test
        void threeVainAttemptsAreEnough() {
            assertThat(kinds(RUBBISH, given(Spoken.NO, CLEANED + "3月2日9:10、14:30和3月3日10点致电来电人均未接通。")))
                    .doesNotContain(CONTACT_MISSING);
            assertThat(kinds(RUBBISH, given(Spoken.NO, CLEANED + "先后三次致电，无人接听。")))
                    .doesNotContain(CONTACT_MISSING);
        }

        @Test
        void oneIsNot() {
            assertThat(kinds(RUBBISH, given(Spoken.NO, CLEANED + "9:10致电来电人未接通。")))
                    .contains(CONTACT_MISSING);
        }

        @Test
        void whoLeftNoNumberNeedsNoneButItIsSaid() {
            var unknown = new Asked(RUBBISH.kind(), RUBBISH.title(), RUBBISH.content(), false, Reach.ANONYMOUS);
            assertThat(kinds(unknown, given(Spoken.NO, CLEANED + "来电人匿名，未留号码。")))
                    .doesNotContain(CONTACT_MISSING);
            assertThat(kinds(unknown, given(Spoken.NO, CLEANED))).contains(CONTACT_MISSING);
        }

        @Test
        void nobodyCanHaveCalledWhoLeftNoNumber() {
            var unknown = new Asked(RUBBISH.kind(), RUBBISH.title(), RUBBISH.content(), false, Reach.ANONYMOUS);
            assertThat(kinds(unknown, given(Spoken.DATED, CLEANED))).containsExactly(CONTACT_MISSING);
            assertThat(kinds(unknown, given(Spoken.RECORDED, CLEANED))).isEmpty();
        }

        @Test
        void whoWantsNoReplyIsLeftAloneWhichIsSaid() {
            var quiet = new Asked(RUBBISH.kind(), RUBBISH.title(), RUBBISH.content(), false, Reach.WANTS_NONE);
            assertThat(kinds(quiet, given(Spoken.NO, CLEANED + "来电人不要求回复。"))).doesNotContain(CONTACT_MISSING);
            assertThat(kinds(quiet, given(Spoken.NO, CLEANED))).contains(CONTACT_MISSING);
        }
    }

    @Nested
    class ProofOfWork {

        @Test
        void aComplaintThatIsSolvedIsShownByAFileOrADatedContact() {
            assertThat(kinds(RUBBISH, given(Spoken.SAID, CLEANED))).containsExactly(PROOF_MISSING);
            assertThat(kinds(RUBBISH, new Given(Spoken.SAID, true, CLEANED, CLEANED, 1)))
                    .isEmpty();
            assertThat(kinds(RUBBISH, given(Spoken.RECORDED, CLEANED))).isEmpty();
        }

        @Test
        void aHazardIsWhateverElseItIs() {
            var hazard = new Asked(AppealKind.HELP, RUBBISH.title(), RUBBISH.content(), true, Reach.REACHABLE);
            assertThat(kinds(hazard, given(Spoken.SAID, CLEANED))).containsExactly(PROOF_MISSING);
        }

        @ParameterizedTest
        @EnumSource(names = {"CONSULTATION", "SUGGESTION", "HELP"})
        void aQuestionNeedsNoPhoto(AppealKind kind) {
            var asked = new Asked(kind, RUBBISH.title(), RUBBISH.content(), false, Reach.REACHABLE);
            assertThat(kinds(asked, given(Spoken.SAID, CLEANED))).isEmpty();
        }

        @Test
        void whatIsOnlyExplainedNeedsNone() {
            assertThat(kinds(RUBBISH, new Given(Spoken.SAID, false, CLEANED, CLEANED, 0)))
                    .isEmpty();
        }
    }

    @Nested
    class Privacy {

        @ParameterizedTest
        @ValueSource(strings = {"已电话13900001234告知", "来电人王小明，已当面说明", "诉求人：马秀兰女士表示认可", "来电人家住3号楼2单元501室", "青A12345车辆已挪走"})
        void whatTheCallerReadsNamesNobody(String leak) {
            assertThat(kinds(RUBBISH, given(CLEANED + leak + "。"))).containsExactly(PERSONAL_DATA);
        }

        @Test
        void aNameThatIntakeMaskedIsKnownByItsFirstLetter() {
            var named = asked(RUBBISH.title(), RUBBISH.content() + "我叫王**。");
            assertThat(kinds(named, given("王建国您好！" + CLEANED))).containsExactly(PERSONAL_DATA);
        }

        @Test
        void whatShowsItIsToldMasked() {
            var doubt = CHECK.doubts(RUBBISH, given(CLEANED + "来电人王小明，电话13900001234，家住3号楼2单元501室。"))
                    .get(0);
            assertThat(doubt.told()).contains("王**").doesNotContain("小明", "13900001234", "501");
        }

        @ParameterizedTest
        @ValueSource(strings = {"如有疑问请拨打0971-6230000", "请诉求人方便时到窗口办理", "来电人表示认可", "三号楼12层也已清扫"})
        void ordinaryWordsNameNobody(String words) {
            assertThat(kinds(RUBBISH, given(CLEANED + words + "。"))).isEmpty();
        }
    }

    @Test
    void aComplaintIsNotAnsweredAsAQuestion() {
        assertThat(kinds(RUBBISH, given("您咨询的问题答复如下：" + CLEANED))).containsExactly(NATURE_CHANGED);
        var question = new Asked(AppealKind.CONSULTATION, RUBBISH.title(), RUBBISH.content(), false, Reach.REACHABLE);
        assertThat(kinds(question, given("您咨询的问题答复如下：" + CLEANED))).isEmpty();
    }

    @Nested
    class SetPhrases {

        @ParameterizedTest
        @ValueSource(
                strings = {"您好！来信收悉。", "网友您好，您反映的问题已收悉，已转相关部门调查处理，感谢您的支持与监督！2026年3月2日", "我局高度重视，立即组织力量认真调查核实，将依法依规妥善处理。"
                })
        void alwaysTheSameWordsSayNothing(String phrases) {
            assertThat(kinds(RUBBISH, given(phrases))).contains(TEMPLATE);
        }

        @Test
        void repeatingTheTitleAddsNothing() {
            assertThat(kinds(RUBBISH, given("您反映的“物业公司不清理楼道垃圾”的问题已收悉，正在处理。"))).contains(TEMPLATE);
        }

        @Test
        void anAccountOfSomethingDoneSaysWhat() {
            var doubts = CHECK.doubts(RUBBISH, new Given(Spoken.RECORDED, true, "情况属实", CLEANED, 0));
            assertThat(doubts).extracting(ReplyDoubt::kind).containsExactly(TEMPLATE);
            assertThat(doubts.get(0).sentence()).contains("办了什么");
        }

        @Test
        void andWhenOrByWhom() {
            var doubts = CHECK.doubts(RUBBISH, new Given(Spoken.SAID, true, "垃圾已清运", CLEANED, 1));
            assertThat(doubts).extracting(ReplyDoubt::kind).containsExactly(TEMPLATE);
            assertThat(doubts.get(0).sentence()).contains("什么时候");
        }

        @Test
        void aShortAnswerToAQuestionSaysEnough() {
            var question = new Asked(AppealKind.CONSULTATION, "图书馆几点关门", "想问一下区图书馆周末晚上几点关门。", false, Reach.REACHABLE);
            assertThat(CHECK.doubts(question, new Given(Spoken.SAID, false, "已电话告知", "区图书馆周末晚上八点闭馆。", 0)))
                    .isEmpty();
        }
    }

    @Nested
    class Risk {

        private static final Asked LEAK = asked("楼道里有煤气味", "三号楼楼道里煤气味很大，怕要爆炸，请快来人。");

        @Test
        void aDangerIsNotPassedOver() {
            assertThat(kinds(LEAK, given("3月2日社区到三号楼楼道看过，与来电人说明了煤气的收费标准。"))).containsExactly(RISK_PASSED_OVER);
        }

        @Test
        void whatWasDoneAboutItIsEnough() {
            assertThat(CHECK.doubts(LEAK, given("3月2日燃气公司到三号楼检测，楼道煤气管接头漏气，已关闭阀门更换接头，复测无泄漏。")))
                    .isEmpty();
        }

        @Test
        void nobodySpeaksOfDangerWhereThereIsNone() {
            assertThat(CHECK.doubts(RUBBISH, given(CLEANED))).isEmpty();
        }
    }

    private static List<Kind> kinds(Asked asked, Given given) {
        return CHECK.doubts(asked, given).stream().map(ReplyDoubt::kind).toList();
    }

    private static Asked asked(String title, String content) {
        return new Asked(AppealKind.COMPLAINT, title, content, false, Reach.REACHABLE);
    }

    private static Given given(String words) {
        return given(Spoken.DATED, words);
    }

    private static Given given(Spoken contact, String words) {
        return new Given(contact, true, words, words, 0);
    }
}
