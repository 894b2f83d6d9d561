package cn.hotline.routing.roster.web;

import cn.hotline.access.Person;
import cn.hotline.routing.roster.RosterDesk;
import cn.hotline.routing.roster.model.Roster;
import cn.hotline.routing.roster.model.Roster.Plan;
import cn.hotline.routing.roster.web.RosterRequests.RosterRequest;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Unit;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** 人员与值班 of one unit, always whole. */
@RestController
@RequestMapping("/api/v1/units/{code}/roster")
public final class RosterController {

    private final RosterDesk desk;
    private final RosterAccess access;
    private final Clock clock;

    RosterController(RosterDesk desk, Units units, Clock clock) {
        this.desk = desk;
        this.access = new RosterAccess(units);
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<RosterView>> roster(@PathVariable String code) {
        return Person.current().map(person -> access.read(code, person)).flatMap(unit -> desk.of(unit.code())
                .map(roster -> shown(roster, unit)));
    }

    @PutMapping
    Mono<ResponseEntity<RosterView>> replace(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RosterRequest request) {
        return Person.current().flatMap(person -> {
            Unit unit = access.write(code, person);
            long edition = RosterRequests.edition(ifMatch);
            Plan plan = RosterRequests.plan(request);
            return desk.replace(unit.code(), edition, plan, person.account(), person.name())
                    .map(roster -> shown(roster, unit));
        });
    }

    private ResponseEntity<RosterView> shown(Roster roster, Unit unit) {
        return ResponseEntity.ok()
                .eTag(Long.toString(roster.edition()))
                .body(RosterView.of(roster, unit, LocalDate.now(clock)));
    }
}
