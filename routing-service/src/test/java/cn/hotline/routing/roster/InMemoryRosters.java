package cn.hotline.routing.roster;

import cn.hotline.chassis.Change;
import cn.hotline.chassis.testing.InMemoryAggregates;
import cn.hotline.routing.roster.model.Duty;
import cn.hotline.routing.roster.model.Duty.Weekday;
import cn.hotline.routing.roster.model.Member;
import cn.hotline.routing.roster.model.Roster;
import cn.hotline.routing.roster.model.Roster.Edited;
import cn.hotline.routing.roster.model.Roster.Plan;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Post;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** Rosters in a map. */
public final class InMemoryRosters implements Rosters {

    private final InMemoryAggregates<Roster, Void> kept = new InMemoryAggregates<>();

    /** Every unit has a clerk, a deputy and a head, and the clerk is on duty every day. */
    public static InMemoryRosters ofAll(Units units) {
        InMemoryRosters all = new InMemoryRosters();
        units.all().forEach(unit -> all.with(unit.code(), usual(unit.code())));
        return all;
    }

    /** 李芳 on duty all week, 吴静 the deputy, 陈刚 the head. */
    public static Plan usual(String unit) {
        String clerk = "unit-" + unit;
        List<Weekday> week = Arrays.stream(DayOfWeek.values())
                .map(day -> new Weekday(day, clerk))
                .toList();
        return new Plan(
                List.of(
                        new Member(clerk, "李芳", Post.CLERK, "0971-8230001"),
                        new Member(clerk + "-deputy", "吴静", Post.DEPUTY, "0971-8230002"),
                        new Member(clerk + "-head", "陈刚", Post.HEAD, "0971-8230003")),
                List.of(),
                new Duty("0971-8230000", week, List.of()));
    }

    public void with(String unit, Plan plan) {
        change(unit, roster -> roster.replacedBy(plan, new Edited("test", "测试", Instant.EPOCH)))
                .block();
    }

    /** As if nobody had ever written one. */
    public void without(String unit) {
        change(unit, roster -> Roster.blank(unit)).block();
    }

    @Override
    public Mono<Roster> of(String unit) {
        return kept.find(unit).map(stored -> stored.state()).defaultIfEmpty(Roster.blank(unit));
    }

    @Override
    public Mono<Roster> change(String unit, UnaryOperator<Roster> decision) {
        return kept.changeOrOpen(unit, Roster.blank(unit), roster -> Change.of(decision.apply(roster)))
                .map(stored -> stored.state());
    }
}
