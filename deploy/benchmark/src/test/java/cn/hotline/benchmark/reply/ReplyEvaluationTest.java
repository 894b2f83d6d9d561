package cn.hotline.benchmark.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hotline.evaluation.Console;
import cn.hotline.evaluation.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplyEvaluationTest {

    private static final Answered LAMPS = new Answered(
            "1",
            "楼道灯不亮",
            "栖霞花园三号楼四层楼道灯坏了半个月，晚上上下楼看不见台阶。",
            "您好！3月2日物业维修班到三号楼检查，四层楼道灯的镇流器烧坏，当天已经更换，并把其余楼层的灯具检查了一遍，晚上试亮正常。");
    private static final Answered NOISE = new Answered(
            "2",
            "工地夜里施工",
            "清漪路东侧工地连续三天夜里打桩，附近住户睡不着觉。",
            "您好！3月4日晚执法人员到清漪路东侧工地检查，打桩机正在作业而没有夜间许可，已责令停工并立案，施工单位承诺二十二点以后不再打桩。");
    private static final Answered RECEIVED = new Answered("3", "公交班次太少", "早上等二路车要半个小时，上班迟到。", "您好！来信收悉，已转有关部门。");

    @Test
    void goodAnswersRaiseNoAlarm() {
        assertThat(lines(LAMPS, NOISE))
                .contains(
                        "replies 2", "ordinary-replies 2", "false-alarm-share 0.0000 0", "alarm-share-of-all 0.0000 0");
    }

    @Test
    void anAnswerThatSaysNothingIsNoOrdinaryOne() {
        assertThat(lines(LAMPS, RECEIVED))
                .contains("short-replies 1", "ordinary-replies 1", "alarm-share-of-all 0.5000 1");
    }

    @Test
    void anOrdinaryAnswerToSomethingElseIsAFalseAlarmOfItsKind() {
        assertThat(lines(LAMPS.with(NOISE.reply())))
                .contains("false-alarm-share 1.0000 1", "false-alarms:DEMAND_UNANSWERED 1.0000 1");
    }

    @Test
    void whatTheFileItselfRepeatsIsCountedApart() {
        assertThat(lines(LAMPS, NOISE.with(LAMPS.reply()))).contains("copies-in-file 1", "ordinary-replies 1");
    }

    @Test
    void anAnswerGivenToAnotherAppealOnceMoreIsFound() {
        assertThat(lines(LAMPS, NOISE))
                .contains("copies-planted 2", "copies-found 1.0000 2", "beside-the-point-found 1.0000 2");
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> RepliesCommand.run(
                        List.of("evaluate", "--data", folder.resolve("none.tsv").toString()), new Console()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("none.tsv");
    }

    private static List<String> lines(Answered... replies) {
        return new ReplyEvaluation(List.of(replies)).lines();
    }
}
