package cn.hotline.routing.roster.model;

import static cn.hotline.routing.roster.model.RosterRefusal.ROSTER_FAULTY;

import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.roster.model.Roster.Plan;
import cn.hotline.routing.units.model.Post;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What contradicts itself in a plan; for one plan, told all at once. */
final class RosterFaults {

    private final Plan plan;
    private final List<FieldError> errors = new ArrayList<>();

    private RosterFaults(Plan plan) {
        this.plan = plan;
    }

    /** @throws Refused when anything does */
    static void refuse(Plan plan) {
        RosterFaults faults = new RosterFaults(plan);
        faults.ofPeople();
        faults.ofLeaves();
        if (plan.duty() != null) {
            faults.of(plan.duty());
        }
        if (!faults.errors.isEmpty()) {
            throw new Refused(ROSTER_FAULTY, faults.errors);
        }
    }

    private void ofPeople() {
        check(plan.people().stream().anyMatch(member -> member.post() == Post.HEAD), "people", "至少登记一名负责人");
        Set<String> accounts = new HashSet<>();
        for (int i = 0; i < plan.people().size(); i++) {
            String account = plan.people().get(i).account();
            check(accounts.add(account), "people[" + i + "].account", "账号 " + account + " 登记了两次");
        }
    }

    private void ofLeaves() {
        for (int i = 0; i < plan.leaves().size(); i++) {
            Leave leave = plan.leaves().get(i);
            String field = "leaves[" + i + "]";
            checkKnown(leave.account(), field + ".account");
            checkKnown(leave.delegate(), field + ".delegate");
            check(!leave.to().isBefore(leave.from()), field + ".to", "结束日期早于开始日期");
            check(!leave.delegate().equals(leave.account()), field + ".delegate", "代理人不能是本人");
            for (Leave earlier : plan.leaves().subList(0, i)) {
                boolean twice = earlier.account().equals(leave.account()) && earlier.overlaps(leave);
                check(!twice, field + ".from", name(leave.account()) + "在" + days(earlier) + "已登记休假，日期重叠");
            }
            for (Leave other : plan.leaves()) {
                boolean away = other.account().equals(leave.delegate())
                        && !leave.delegate().equals(leave.account())
                        && other.overlaps(leave);
                check(!away, field + ".delegate", "代理人" + name(leave.delegate()) + "在" + days(other) + "也休假，请另选代理人");
            }
        }
    }

    private void of(Duty duty) {
        check(!duty.phone().isBlank(), "duty.phone", "请填写24小时值班电话");
        String missing = Arrays.stream(DayOfWeek.values())
                .filter(day -> duty.week().stream().noneMatch(one -> one.day() == day))
                .map(RosterFaults::words)
                .collect(Collectors.joining("、"));
        check(missing.isEmpty(), "duty.week", missing + "没有人值班，值班表要排满一周");
        Set<DayOfWeek> weekdays = new HashSet<>();
        for (int i = 0; i < duty.week().size(); i++) {
            Duty.Weekday one = duty.week().get(i);
            check(weekdays.add(one.day()), "duty.week[" + i + "].day", words(one.day()) + "排了两次");
            checkKnown(one.account(), "duty.week[" + i + "].account");
        }
        Set<LocalDate> dates = new HashSet<>();
        for (int i = 0; i < duty.swaps().size(); i++) {
            Duty.Swap one = duty.swaps().get(i);
            check(dates.add(one.day()), "duty.swaps[" + i + "].day", one.day() + "调班登记了两次");
            checkKnown(one.account(), "duty.swaps[" + i + "].account");
        }
    }

    private void checkKnown(String account, String field) {
        boolean known =
                plan.people().stream().anyMatch(member -> member.account().equals(account));
        check(known, field, "人员名单中没有账号“" + account + "”，请先登记人员");
    }

    private void check(boolean holds, String field, String sentence) {
        if (!holds) {
            errors.add(new FieldError(field, sentence));
        }
    }

    private String name(String account) {
        return plan.people().stream()
                .filter(member -> member.account().equals(account))
                .map(Member::name)
                .findFirst()
                .orElse(account);
    }

    private static String days(Leave leave) {
        return leave.from() + "至" + leave.to();
    }

    private static String words(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE);
    }
}
