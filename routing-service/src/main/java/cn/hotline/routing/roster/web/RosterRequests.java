package cn.hotline.routing.roster.web;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.chassis.web.Fields;
import cn.hotline.routing.roster.model.Duty;
import cn.hotline.routing.roster.model.Duty.Swap;
import cn.hotline.routing.roster.model.Duty.Weekday;
import cn.hotline.routing.roster.model.Leave;
import cn.hotline.routing.roster.model.Member;
import cn.hotline.routing.roster.model.Roster.Plan;
import cn.hotline.routing.units.model.Post;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Reads what is sent of rosters into values, for the interface and for the page alike. */
final class RosterRequests {

    private static final int ACCOUNT = 100;
    private static final int NAME = 40;
    private static final int MOST_PEOPLE = 100;
    private static final int MOST_LEAVES = 200;
    private static final int MOST_SWAPS = 400;

    /** A number of an office: an extension may follow. */
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{2,19}(转[0-9]{1,6})?");

    private RosterRequests() {}

    /** The edition somebody looked at. */
    static long edition(@Nullable String ifMatch) {
        String digits = ifMatch == null ? "" : ifMatch.replaceAll("[^0-9]", "");
        if (digits.isEmpty() || digits.length() > 18) {
            throw new Refused(
                    General.INVALID, List.of(new FieldError(HttpHeaders.IF_MATCH, "请带上所看到的版本号，如 If-Match: \"3\"")));
        }
        return Long.parseLong(digits);
    }

    /** @throws Refused when anything cannot be read; whether it fits together is the roster's to say */
    static Plan plan(RosterRequest sent) {
        Fields fields = new Fields();
        List<Member> people = people(fields, orEmpty(sent.people()));
        List<Leave> leaves = leaves(fields, orEmpty(sent.leaves()));
        Duty duty = sent.duty() == null ? null : duty(fields, sent.duty());
        fields.refuseFaults();
        return new Plan(people, leaves, duty);
    }

    private static List<Member> people(Fields fields, List<@Nullable MemberRequest> sent) {
        fields.check(sent.size() <= MOST_PEOPLE, "people", "最多登记 " + MOST_PEOPLE + " 人");
        List<Member> all = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            MemberRequest one = sent.get(i) == null ? MemberRequest.EMPTY : sent.get(i);
            String field = "people[" + i + "]";
            all.add(new Member(
                    fields.required(field + ".account", one.account(), ACCOUNT).strip(),
                    fields.required(field + ".name", one.name(), NAME).strip(),
                    fields.requiredCode(field + ".post", one.post(), Post.class),
                    phone(fields, field + ".phone", one.phone())));
        }
        return all;
    }

    private static List<Leave> leaves(Fields fields, List<@Nullable LeaveRequest> sent) {
        fields.check(sent.size() <= MOST_LEAVES, "leaves", "最多登记 " + MOST_LEAVES + " 条休假");
        List<Leave> all = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            LeaveRequest one = sent.get(i) == null ? LeaveRequest.EMPTY : sent.get(i);
            String field = "leaves[" + i + "]";
            all.add(new Leave(
                    fields.required(field + ".account", one.account(), ACCOUNT).strip(),
                    day(fields, field + ".from", one.from()),
                    day(fields, field + ".to", one.to()),
                    fields.required(field + ".delegate", one.delegate(), ACCOUNT)
                            .strip()));
        }
        return all;
    }

    private static Duty duty(Fields fields, DutyRequest sent) {
        List<@Nullable SwapRequest> swapped = orEmpty(sent.swaps());
        List<@Nullable WeekdayRequest> usual = orEmpty(sent.week());
        fields.check(swapped.size() <= MOST_SWAPS, "duty.swaps", "最多登记 " + MOST_SWAPS + " 条调班");
        fields.check(usual.size() <= 7, "duty.week", "一周只有七天");
        List<Weekday> week = new ArrayList<>();
        for (int i = 0; i < usual.size(); i++) {
            WeekdayRequest one = usual.get(i) == null ? WeekdayRequest.EMPTY : usual.get(i);
            String field = "duty.week[" + i + "]";
            week.add(new Weekday(
                    fields.requiredCode(field + ".day", one.day(), DayOfWeek.class),
                    fields.required(field + ".account", one.account(), ACCOUNT).strip()));
        }
        List<Swap> swaps = new ArrayList<>();
        for (int i = 0; i < swapped.size(); i++) {
            SwapRequest one = swapped.get(i) == null ? SwapRequest.EMPTY : swapped.get(i);
            String field = "duty.swaps[" + i + "]";
            swaps.add(new Swap(
                    day(fields, field + ".day", one.day()),
                    fields.required(field + ".account", one.account(), ACCOUNT).strip()));
        }
        String phone = phone(fields, "duty.phone", sent.phone());
        return new Duty(phone == null ? "" : phone, week, swaps);
    }

    private static @Nullable String phone(Fields fields, String field, @Nullable String text) {
        String phone = fields.optional(field, text, 30);
        fields.check(
                phone == null || PHONE.matcher(phone.strip()).matches(), field, "请填写办公电话，如 0971-8230000 或 8230000转6");
        return phone == null ? null : phone.strip();
    }

    private static LocalDate day(Fields fields, String field, @Nullable String text) {
        String read = fields.required(field, text, 10);
        try {
            return read.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(read);
        } catch (DateTimeParseException notADay) {
            fields.check(false, field, "请按 2026-11-23 的样式填写日期");
            return LocalDate.EPOCH;
        }
    }

    private static <T> List<@Nullable T> orEmpty(@Nullable List<@Nullable T> sent) {
        return sent == null ? List.of() : sent;
    }

    /** The whole roster; without {@code duty} none is arranged. */
    record RosterRequest(
            @Nullable List<@Nullable MemberRequest> people,
            @Nullable List<@Nullable LeaveRequest> leaves,
            @Nullable DutyRequest duty) {}

    record MemberRequest(
            @Nullable String account,
            @Nullable String name,
            @Nullable String post,
            @Nullable String phone) {

        private static final MemberRequest EMPTY = new MemberRequest(null, null, null, null);
    }

    record LeaveRequest(
            @Nullable String account,
            @Nullable String from,
            @Nullable String to,
            @Nullable String delegate) {

        private static final LeaveRequest EMPTY = new LeaveRequest(null, null, null, null);
    }

    record DutyRequest(
            @Nullable String phone,
            @Nullable List<@Nullable WeekdayRequest> week,
            @Nullable List<@Nullable SwapRequest> swaps) {}

    record WeekdayRequest(@Nullable String day, @Nullable String account) {

        private static final WeekdayRequest EMPTY = new WeekdayRequest(null, null);
    }

    record SwapRequest(@Nullable String day, @Nullable String account) {

        private static final SwapRequest EMPTY = new SwapRequest(null, null);
    }
}
