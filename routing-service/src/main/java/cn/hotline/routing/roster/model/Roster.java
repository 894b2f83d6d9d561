package cn.hotline.routing.roster.model;

import cn.hotline.routing.deadline.model.Ladder.Rung;
import cn.hotline.routing.units.model.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 人员与值班: the people of one unit. Whoever is on leave is never named: their delegate is.
 *
 * @param unit code of the unit
 * @param edition counts its changes, from 1; 0 while nobody has written one
 * @param duty null while none is arranged: then the unit cannot be given an emergency
 * @param edited who changed it last; null while nobody has
 */
public record Roster(
        String unit,
        long edition,
        List<Member> people,
        List<Leave> leaves,
        @Nullable Duty duty,
        @Nullable Edited edited) {

    public Roster(
            String unit,
            long edition,
            @Nullable List<Member> people,
            @Nullable List<Leave> leaves,
            @Nullable Duty duty,
            @Nullable Edited edited) {
        this.unit = unit;
        this.edition = edition;
        this.people = people == null ? List.of() : List.copyOf(people);
        this.leaves = leaves == null ? List.of() : List.copyOf(leaves);
        this.duty = duty;
        this.edited = edited;
    }

    /** Of a unit that nobody has said anything of. */
    public static Roster blank(String unit) {
        return new Roster(unit, 0, List.of(), List.of(), null, null);
    }

    /** @throws cn.hotline.chassis.Refused when the plan contradicts itself, with all that does */
    public Roster replacedBy(Plan plan, Edited by) {
        RosterFaults.refuse(plan);
        return new Roster(unit, edition + 1, plan.people(), plan.leaves(), plan.duty(), by);
    }

    /** Whether somebody answers for it at any hour. */
    public boolean takesEmergencies() {
        return duty != null;
    }

    /** 值班人员 of that day, or their delegate. */
    public Optional<Present> onDuty(LocalDate day) {
        return Optional.ofNullable(duty).flatMap(table -> table.on(day)).flatMap(account -> present(account, day));
    }

    /** Those of a post, or their delegates, each once. */
    public List<Present> of(Post post, LocalDate day) {
        return people.stream()
                .filter(member -> member.post() == post)
                .flatMap(member -> present(member.account(), day).stream())
                .distinct()
                .toList();
    }

    /** The leave somebody is on that day. */
    public Optional<Leave> leave(String account, LocalDate day) {
        return leaves.stream()
                .filter(leave -> leave.account().equals(account) && leave.covers(day))
                .findFirst();
    }

    /** Whom an emergency goes to by that rung; where a unit has no deputy whoever heads it, of the duty office nobody. */
    public List<Present> called(Rung rung, LocalDate day) {
        return switch (rung) {
            case DEPUTY -> of(Post.DEPUTY, day).isEmpty() ? of(Post.HEAD, day) : of(Post.DEPUTY, day);
            case HEAD -> of(Post.HEAD, day);
            case DUTY_OFFICE -> List.of();
        };
    }

    private Optional<Present> present(String account, LocalDate day) {
        return leave(account, day)
                .map(leave -> member(leave.delegate()).map(delegate -> new Present(delegate, name(account))))
                .orElseGet(() -> member(account).map(member -> new Present(member, null)));
    }

    /** Somebody of the unit. */
    public Optional<Member> member(String account) {
        return people.stream()
                .filter(member -> member.account().equals(account))
                .findFirst();
    }

    private @Nullable String name(String account) {
        return member(account).map(Member::name).orElse(null);
    }

    /**
     * Somebody who is there.
     *
     * @param instead name of whom they stand in for; null when for nobody
     */
    public record Present(Member member, @Nullable String instead) {

        /** 王强, 李芳（代王强）. */
        public String words() {
            return instead == null ? member.name() : member.name() + "（代" + instead + "）";
        }
    }

    /** All that whoever keeps a roster decides. */
    public record Plan(
            List<Member> people,
            List<Leave> leaves,
            @Nullable Duty duty) {

        public Plan {
            people = List.copyOf(people);
            leaves = List.copyOf(leaves);
        }
    }

    /** Who changed it, and when. */
    public record Edited(String account, String name, Instant at) {}
}
