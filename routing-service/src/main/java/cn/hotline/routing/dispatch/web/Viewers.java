package cn.hotline.routing.dispatch.web;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.routing.contract.RoutingEvent;
import cn.hotline.routing.dispatch.model.Staff;
import cn.hotline.routing.dispatch.model.Viewer;
import cn.hotline.routing.units.Units;
import cn.hotline.routing.units.model.Post;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** Whoever is signed in, as dispatches know them. Thread-safe. */
public final class Viewers {

    private final Units units;
    private final Clock clock;

    public Viewers(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** An error where nobody is signed in. */
    public Mono<Viewer> current() {
        return Person.current().map(this::of);
    }

    /** Of a unit, whatever else they may be; the whole is for dispatchers and supervisors, and for nobody else. */
    Viewer of(Person person) {
        boolean ofHotline = !person.is(Role.UNIT) && (person.is(Role.DISPATCHER) || person.is(Role.SUPERVISOR));
        return ofHotline
                ? Viewer.ofHotline(staff(person), clock.instant())
                : Viewer.ofUnit(staff(person), clock.instant());
    }

    private Staff staff(Person person) {
        var unit = !person.is(Role.UNIT) || person.unit() == null
                ? null
                : units.find(person.unit())
                        .map(known -> new RoutingEvent.Unit(known.code(), known.name()))
                        .orElse(null);
        Post post = unit == null || person.position() == null
                ? null
                : Post.valueOf(person.position().name());
        return new Staff(person.account(), person.name(), unit, post);
    }
}
