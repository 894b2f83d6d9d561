package cn.hotline.routing.notice.model;

import cn.hotline.routing.deadline.model.Ladder.Rung;
import cn.hotline.routing.deadline.model.WorkingCalendar;
import cn.hotline.routing.roster.model.Duty;
import cn.hotline.routing.roster.model.Member;
import cn.hotline.routing.roster.model.Roster;
import cn.hotline.routing.roster.model.Roster.Present;
import cn.hotline.routing.units.model.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 通知对象: whose telephone is to be told. What has gathered goes to the clerks; an emergency to whoever is on duty, and
 * while offices are open to the clerks too; a call to whom it is for. Nobody off duty is told anything at night.
 *
 * @param dutyOffice name of the city's duty office
 * @param dutyOfficePhone null when it is told in the inbox only
 */
public record Addressees(
        Supplier<WorkingCalendar> calendar,
        ZoneId zone,
        String dutyOffice,
        @Nullable String dutyOfficePhone) {

    /** Telephone numbers, each once; empty when nobody has one. */
    public List<String> of(Notice notice, Roster roster, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Stream<@Nullable String> numbers;
        if (notice.unit().equals(Notice.DUTY_OFFICE)) {
            numbers = Stream.of(dutyOfficePhone);
        } else if (!notice.emergency()) {
            numbers = phones(clerks(roster, today));
        } else {
            numbers = Stream.concat(
                    Optional.ofNullable(roster.duty()).map(Duty::phone).stream(),
                    phones(called(notice, roster, today, calendar.get().isOpen(now))));
        }
        return numbers.filter(Objects::nonNull).distinct().toList();
    }

    private static List<Present> called(Notice notice, Roster roster, LocalDate today, boolean open) {
        return notice.toHandOn().stream()
                .flatMap(line -> switch (line.subject()) {
                    case DEPUTY -> roster.called(Rung.DEPUTY, today).stream();
                    case HEAD, DUTY_OFFICE -> roster.called(Rung.HEAD, today).stream();
                    default ->
                        Stream.concat(
                                roster.onDuty(today).stream(), open ? clerks(roster, today).stream() : Stream.empty());
                })
                .toList();
    }

    /** Where a unit has no clerk, whoever heads it. */
    private static List<Present> clerks(Roster roster, LocalDate today) {
        List<Present> clerks = roster.of(Post.CLERK, today);
        return clerks.isEmpty() ? roster.of(Post.HEAD, today) : clerks;
    }

    private static Stream<@Nullable String> phones(List<Present> people) {
        return people.stream().map(Present::member).map(Member::phone);
    }
}
