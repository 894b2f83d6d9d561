package cn.hotline.routing.dispatch.web;

import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.contract.RoutingEvent.Unit;
import cn.hotline.routing.dispatch.model.Assignment.Taker;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.roster.Rosters;
import cn.hotline.routing.roster.model.Leave;
import cn.hotline.routing.roster.model.Member;
import cn.hotline.routing.roster.model.Roster;
import cn.hotline.ui.Choice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Mono;

/** 本单位人员: whom a ticket may be given to within a unit, off its roster. Thread-safe. */
public final class Colleagues {

    private final Rosters rosters;
    private final Clock clock;

    public Colleagues(Rosters rosters, Clock clock) {
        this.rosters = rosters;
        this.clock = clock;
    }

    /** For a select of whoever heads a unit; nobody for anybody else, and where the unit has no roster. */
    Mono<List<Choice>> of(Staff asking) {
        return asking.unit() != null && asking.leads()
                ? rosters.of(asking.unit().code()).map(this::choices)
                : Mono.just(List.of());
    }

    /** @throws Refused when nobody of the unit has that account */
    Mono<Taker> named(Unit unit, String field, String account) {
        return rosters.of(unit.code()).map(roster -> roster.member(account)
                .map(member -> new Taker(member.account(), member.name()))
                .orElseThrow(
                        () -> new Refused(General.INVALID, List.of(new FieldError(field, "本单位人员名单中没有这个人，请重新选择")))));
    }

    private List<Choice> choices(Roster roster) {
        LocalDate today = LocalDate.now(clock);
        return roster.people().stream()
                .map(member -> Choice.of(member.account(), words(roster, member, today)))
                .toList();
    }

    /** 李芳（经办人，今日值班）；王强（副职，休假至 12-03，周磊代理）. */
    private static String words(Roster roster, Member member, LocalDate today) {
        String away = roster.leave(member.account(), today)
                .map(leave -> "，" + words(roster, leave))
                .orElse("");
        boolean onDuty = roster.onDuty(today)
                .filter(present -> present.member().equals(member))
                .isPresent();
        return member.name() + "（" + member.post().term() + (onDuty ? "，今日值班" : "") + away + "）";
    }

    private static String words(Roster roster, Leave leave) {
        String delegate = roster.member(leave.delegate()).map(Member::name).orElse(leave.delegate());
        return "休假至 " + leave.to().toString().substring(5) + "，" + delegate + "代理";
    }
}
