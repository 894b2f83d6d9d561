package cn.hotline.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Whoever is signed in and asks. Travels in Reactor's context beside the cause, set once where requests come in.
 *
 * @param tenant whose hotline they work for, such as {@code 630100}; claim {@code tenant}
 * @param account their account; the token's subject
 * @param name their name, as colleagues see it in a trail; claim {@code name}
 * @param roles claim {@code roles}, never empty
 * @param unit code of their unit; null for people of the hotline itself; claim {@code unit}
 * @param position their place in that unit; null without a unit; claim {@code position}
 * @param address where the request comes from, as the gateway saw it
 */
public record Person(
        String tenant,
        String account,
        String name,
        Set<Role> roles,
        @Nullable String unit,
        @Nullable Position position,
        String address) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether they head their unit, or stand in for whoever does. */
    public boolean leads() {
        return position == Position.HEAD || position == Position.DEPUTY;
    }

    /** The same person, asking from there. */
    public Person at(String otherAddress) {
        return new Person(tenant, account, name, roles, unit, position, otherAddress);
    }

    /** Who asks, where this is subscribed; an error where nobody is signed in, such as behind an event. */
    public static Mono<Person> current() {
        return Mono.deferContextual(context -> context.hasKey(Person.class)
                ? Mono.just(context.get(Person.class))
                : Mono.error(new IllegalStateException("Nobody is signed in here")));
    }

    /** A context that carries this person, for {@code contextWrite}. */
    public Context context() {
        return Context.of(Person.class, this);
    }
}
