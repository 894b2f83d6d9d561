package cn.hotline.routing.roster.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Refused;
import cn.hotline.routing.deadline.model.Ladder.Rung;
import cn.hotline.routing.roster.model.Duty.Swap;
import cn.hotline.routing.roster.model.Duty.Weekday;
import cn.hotline.routing.roster.model.Roster.Edited;
import cn.hotline.routing.roster.model.Roster.Plan;
import cn.hotline.routing.roster.model.Roster.Present;
import cn.hotline.routing.units.model.Post;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 人员与值班, as sentences. */
class RosterTest {

    private static final Edited BY_HEAD = new Edited("chen", "陈刚", Instant.parse("2026-11-23T02:00:00Z"));
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    private static final Member LI = new Member("li", "李芳", Post.CLERK, "0971-8230001");
    private static final Member ZHOU = new Member("zhou", "周磊", Post.CLERK, null);
    private static final Member WU = new Member("wu", "吴静", Post.DEPUTY, "0971-8230002");
    private static final Member CHEN = new Member("chen", "陈刚", Post.HEAD, "0971-8230003");
    private static final List<Member> ALL = List.of(LI, ZHOU, WU, CHEN);
    private static final Duty DUTY = duty("li");

    @Test
    void theDutyOfTheWeekAnswersUnlessItWasSwapped() {
        Duty swapped = new Duty(DUTY.phone(), DUTY.week(), List.of(new Swap(MONDAY, "zhou")));
        Roster roster = kept(new Plan(ALL, List.of(), swapped));

        assertThat(roster.onDuty(MONDAY)).map(Present::member).contains(ZHOU);
        assertThat(roster.onDuty(MONDAY.plusDays(7))).map(Present::member).contains(LI);
    }

    @Test
    void whoeverIsOnLeaveIsReplacedByTheirDelegateFromTheFirstDayToTheLast() {
        Roster roster = kept(new Plan(ALL, List.of(leave("li", 0, 2, "zhou")), DUTY));

        assertThat(roster.onDuty(MONDAY.minusDays(1))).map(Present::words).contains("李芳");
        assertThat(roster.onDuty(MONDAY)).map(Present::words).contains("周磊（代李芳）");
        assertThat(roster.onDuty(MONDAY.plusDays(2))).map(Present::words).contains("周磊（代李芳）");
        assertThat(roster.onDuty(MONDAY.plusDays(3))).map(Present::words).contains("李芳");
    }

    @Test
    void everyRungIsSomebodyWhoIsThere() {
        Roster roster = kept(new Plan(ALL, List.of(leave("chen", 0, 0, "wu")), DUTY));

        assertThat(roster.called(Rung.DEPUTY, MONDAY))
                .extracting(Present::words)
                .containsExactly("吴静");
        assertThat(roster.called(Rung.HEAD, MONDAY)).extracting(Present::words).containsExactly("吴静（代陈刚）");
        assertThat(roster.called(Rung.DUTY_OFFICE, MONDAY)).isEmpty();
    }

    @Test
    void whereThereIsNoDeputyTheHeadIsCalledInstead() {
        assertThat(kept(new Plan(List.of(LI, CHEN), List.of(), DUTY)).called(Rung.DEPUTY, MONDAY))
                .extracting(Present::words)
                .containsExactly("陈刚");
    }

    @Test
    void onlyWhoHasAnArrangedDutyTakesEmergencies() {
        assertThat(Roster.blank("630103").takesEmergencies()).isFalse();
        assertThat(kept(new Plan(ALL, List.of(), null)).takesEmergencies()).isFalse();
        assertThat(kept(new Plan(ALL, List.of(), DUTY)).takesEmergencies()).isTrue();
    }

    @Test
    void whatContradictsItselfIsToldAllAtOnce() {
        List<Leave> leaves = List.of(
                leave("li", 0, 3, "zhou"),
                leave("li", 2, 5, "zhou"),
                leave("zhou", 3, 4, "wu"),
                leave("wu", 9, 8, "wu"),
                leave("nobody", 1, 1, "wu"));
        Duty empty = new Duty(
                " ",
                List.of(new Weekday(DayOfWeek.MONDAY, "li"), new Weekday(DayOfWeek.TUESDAY, "nobody")),
                List.of(new Swap(MONDAY, "li"), new Swap(MONDAY, "wu")));

        assertThat(faults(new Plan(List.of(LI, ZHOU, WU, LI), leaves, empty)))
                .containsExactly(
                        "people: 至少登记一名负责人",
                        "people[3].account: 账号 li 登记了两次",
                        "leaves[0].delegate: 代理人周磊在2026-11-26至2026-11-27也休假，请另选代理人",
                        "leaves[1].from: 李芳在2026-11-23至2026-11-26已登记休假，日期重叠",
                        "leaves[1].delegate: 代理人周磊在2026-11-26至2026-11-27也休假，请另选代理人",
                        "leaves[3].to: 结束日期早于开始日期",
                        "leaves[3].delegate: 代理人不能是本人",
                        "leaves[4].account: 人员名单中没有账号“nobody”，请先登记人员",
                        "duty.phone: 请填写24小时值班电话",
                        "duty.week: 星期三、星期四、星期五、星期六、星期日没有人值班，值班表要排满一周",
                        "duty.week[1].account: 人员名单中没有账号“nobody”，请先登记人员",
                        "duty.swaps[1].day: 2026-11-23调班登记了两次");
    }

    @Test
    void everyChangeIsAnEditionWithWhoMadeIt() {
        Roster once = kept(new Plan(ALL, List.of(), DUTY));

        assertThat(once.edition()).isEqualTo(1);
        assertThat(once.replacedBy(new Plan(ALL, List.of(), null), BY_HEAD).edition())
                .isEqualTo(2);
        assertThat(once.edited()).isEqualTo(BY_HEAD);
    }

    private static Roster kept(Plan plan) {
        return Roster.blank("630103").replacedBy(plan, BY_HEAD);
    }

    private static List<String> faults(Plan plan) {
        Refused refused = catchThrowableOfType(Refused.class, () -> kept(plan));
        assertThat(refused.reason()).isEqualTo(RosterRefusal.ROSTER_FAULTY);
        return refused.errors().stream()
                .map(error -> error.field() + ": " + error.detail())
                .toList();
    }

    private static Leave leave(String account, int from, int to, String delegate) {
        return new Leave(account, MONDAY.plusDays(from), MONDAY.plusDays(to), delegate);
    }

    private static Duty duty(String account) {
        return new Duty(
                "0971-8230000",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Weekday(day, account))
                        .toList(),
                List.of());
    }
}
