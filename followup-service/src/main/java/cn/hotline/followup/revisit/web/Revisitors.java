package cn.hotline.followup.revisit.web;

import cn.hotline.access.Person;
import cn.hotline.followup.revisit.model.Revisitor;
import reactor.core.publisher.Mono;

/** Whoever is signed in, as revisits know them. */
final class Revisitors {

    private Revisitors() {}

    /** An error where nobody is signed in. */
    static Mono<Revisitor> current() {
        return Person.current().map(person -> new Revisitor(person.account(), person.name(), person.unit()));
    }
}
