package cn.hotline.routing.roster.web;

import cn.hotline.chassis.Termed.Coded;
import cn.hotline.routing.roster.model.Duty;
import cn.hotline.routing.roster.model.Leave;
import cn.hotline.routing.roster.model.Member;
import cn.hotline.routing.roster.model.Roster;
import cn.hotline.routing.roster.model.Roster.Present;
import cn.hotline.routing.units.model.Unit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The roster of one unit, as it is answered.
 *
 * @param version what a change names in {@code If-Match}; 0 while there is none
 * @param takesEmergencies whether its duty is arranged
 * @param onDuty who is on duty today, by name; absent when nobody is
 * @param by who changed it last, with {@code at}; absent while nobody has
 */
record RosterView(
        UnitView unit,
        long version,
        boolean takesEmergencies,
        @Nullable String onDuty,
        List<MemberView> people,
        List<Leave> leaves,
        @Nullable DutyView duty,
        @Nullable String by,
        @Nullable Instant at) {

    static RosterView of(Roster roster, Unit unit, LocalDate today) {
        return new RosterView(
                new UnitView(unit.code(), unit.name()),
                roster.edition(),
                roster.takesEmergencies(),
                roster.onDuty(today).map(Present::words).orElse(null),
                roster.people().stream().map(MemberView::of).toList(),
                roster.leaves(),
                roster.duty() == null ? null : DutyView.of(roster.duty()),
                roster.edited() == null ? null : roster.edited().name(),
                roster.edited() == null ? null : roster.edited().at());
    }

    record UnitView(String code, String name) {}

    record MemberView(
            String account,
            String name,
            Coded post,
            @Nullable String phone) {

        static MemberView of(Member member) {
            return new MemberView(member.account(), member.name(), Coded.of(member.post()), member.phone());
        }
    }

    record DutyView(String phone, List<WeekdayView> week, List<Duty.Swap> swaps) {

        static DutyView of(Duty duty) {
            List<WeekdayView> week = duty.week().stream()
                    .map(one -> new WeekdayView(one.day(), one.account()))
                    .toList();
            return new DutyView(duty.phone(), week, duty.swaps());
        }
    }

    record WeekdayView(DayOfWeek day, String account) {}
}
