package cn.hotline.routing.roster.web;

import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.roster.web.RosterRequests.DutyRequest;
import cn.hotline.routing.roster.web.RosterRequests.LeaveRequest;
import cn.hotline.routing.roster.web.RosterRequests.MemberRequest;
import cn.hotline.routing.roster.web.RosterRequests.RosterRequest;
import cn.hotline.routing.roster.web.RosterRequests.SwapRequest;
import cn.hotline.routing.roster.web.RosterRequests.WeekdayRequest;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The form of the page: rows left empty are none, and what is said of a row is said where it stands in the form. */
final class RosterForm {

    private static final int MOST_ROWS = 500;
    private static final Pattern ROW = Pattern.compile("(people|leaves|duty\\.week|duty\\.swaps)\\[(\\d+)](.*)");

    private final MultiValueMap<String, String> sent;
    private final List<Integer> people = new ArrayList<>();
    private final List<Integer> leaves = new ArrayList<>();
    private final List<Integer> week = new ArrayList<>();
    private final List<Integer> swaps = new ArrayList<>();

    RosterForm(MultiValueMap<String, String> sent) {
        this.sent = sent;
    }

    RosterRequest request() {
        List<@Nullable MemberRequest> members = rows(
                people,
                row -> new MemberRequest(
                        cell("people", row, "account"),
                        cell("people", row, "name"),
                        cell("people", row, "post"),
                        cell("people", row, "phone")),
                member -> Stream.of(member.account(), member.name(), member.phone()));
        List<@Nullable LeaveRequest> away = rows(
                leaves,
                row -> new LeaveRequest(
                        cell("leaves", row, "account"),
                        cell("leaves", row, "from"),
                        cell("leaves", row, "to"),
                        cell("leaves", row, "delegate")),
                leave -> Stream.of(leave.account(), leave.from(), leave.to(), leave.delegate()));
        return new RosterRequest(members, away, duty());
    }

    /** Nothing of it filled in is no duty. */
    private @Nullable DutyRequest duty() {
        List<@Nullable WeekdayRequest> usual = rows(
                week,
                row -> new WeekdayRequest(
                        row < 7 ? DayOfWeek.of(row + 1).name() : "", cell("duty.week", row, "account")),
                day -> Stream.of(day.account()));
        List<@Nullable SwapRequest> swapped = rows(
                swaps,
                row -> new SwapRequest(cell("duty.swaps", row, "day"), cell("duty.swaps", row, "account")),
                swap -> Stream.of(swap.day(), swap.account()));
        String phone = text("duty.phone");
        return phone.isBlank() && usual.isEmpty() && swapped.isEmpty() ? null : new DutyRequest(phone, usual, swapped);
    }

    /** The same refusal, with the rows as the form has them. */
    Refused placed(Refused refused) {
        return new Refused(
                refused.reason(),
                refused.errors().stream()
                        .map(error -> new FieldError(placed(error.field()), error.detail()))
                        .toList());
    }

    private String placed(String field) {
        Matcher row = ROW.matcher(field);
        if (!row.matches()) {
            return field.equals("duty.week") ? "duty.week[0].account" : field;
        }
        List<Integer> places =
                switch (row.group(1)) {
                    case "people" -> people;
                    case "leaves" -> leaves;
                    case "duty.week" -> week;
                    default -> swaps;
                };
        return row.group(1) + "[" + places.get(Integer.parseInt(row.group(2))) + "]" + row.group(3);
    }

    private <T> List<@Nullable T> rows(
            List<Integer> places, IntFunction<T> read, Function<T, Stream<@Nullable String>> cells) {
        List<@Nullable T> rows = new ArrayList<>();
        IntStream.range(0, MOST_ROWS).forEach(row -> {
            T one = read.apply(row);
            if (cells.apply(one).anyMatch(cell -> cell != null && !cell.isBlank())) {
                places.add(row);
                rows.add(one);
            }
        });
        return rows;
    }

    private String cell(String table, int row, String column) {
        return text(table + "[" + row + "]." + column);
    }

    private String text(String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value;
    }
}
