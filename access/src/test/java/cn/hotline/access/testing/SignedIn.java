package cn.hotline.access.testing;

import cn.hotline.access.Person;
import cn.hotline.access.Position;
import cn.hotline.access.Role;
import cn.hotline.chassis.Cause;
import cn.hotline.chassis.web.Commands.Account;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/**
 * Somebody signed in, for tests: as a person in Reactor's context, as a filter before a single controller, or as a token
 * for a whole service that was started with {@link #settings}.
 */
public final class SignedIn {

    public static final String TENANT = "630100";

    private SignedIn() {}

    /** The one person who has this role; their account is the role in small letters. */
    public static Person as(Role role) {
        return role == Role.UNIT ? unit("630103") : person(role.name().toLowerCase(Locale.ROOT), role, null, null);
    }

    /** A clerk of a unit; account {@code unit-<code>}. */
    public static Person unit(String code) {
        return unit(code, Position.CLERK);
    }

    /** Somebody of a unit; account {@code unit-<code>-head} or {@code -deputy}. */
    public static Person unit(String code, Position position) {
        String suffix = position == Position.CLERK ? "" : "-" + position.name().toLowerCase(Locale.ROOT);
        return person("unit-" + code + suffix, Role.UNIT, code, position);
    }

    /** Somebody who has all these roles; a unit's, where one of them is {@code UNIT}. */
    public static Person as(Role first, Role... others) {
        Set<Role> roles = EnumSet.of(first, others);
        Person alone = as(roles.contains(Role.UNIT) ? Role.UNIT : first);
        return new Person(
                alone.tenant(), alone.account(), alone.name(), roles, alone.unit(), alone.position(), alone.address());
    }

    private static Person person(String account, Role role, @Nullable String unit, @Nullable Position position) {
        return new Person(TENANT, account, role.term() + "·" + account, Set.of(role), unit, position, "127.0.0.1");
    }

    /** Before one controller: everything behind happens for this person. */
    public static WebFilter filter(Person person) {
        return (exchange, chain) -> chain.filter(exchange.mutate()
                        .principal(Mono.just(new Principal(person)))
                        .build())
                .contextWrite(person.context())
                .contextWrite(outer -> outer.hasKey(Cause.class)
                        ? outer
                        : outer.putAll(Cause.command(person.tenant(), person.account(), null, null)
                                .context()
                                .readOnly()));
    }

    /** Arguments a whole service is started with, so that it takes the tokens made here. */
    public static String[] settings(String... others) {
        return Stream.concat(
                        Stream.of(
                                "--hotline.access.issuers=" + TestProvider.ISSUER,
                                "--hotline.access.jwk-set-uri=" + provider().keys()),
                        Arrays.stream(others))
                .toArray(String[]::new);
    }

    /** A good token of this person. */
    public static String token(Person person) {
        return provider().token(person);
    }

    /** Headers of a request of this person, for {@code WebTestClient.headers}. */
    public static Consumer<HttpHeaders> headers(Person person) {
        return headers -> headers.setBearerAuth(token(person));
    }

    /** The provider whose tokens these are, for tests that bend them. */
    public static TestProvider provider() {
        return Running.PROVIDER;
    }

    /** Started by the first test that needs tokens. */
    private static final class Running {
        static final TestProvider PROVIDER = new TestProvider();
    }

    private record Principal(Person person) implements Account {

        @Override
        public String getName() {
            return person.account();
        }

        @Override
        public String tenant() {
            return person.tenant();
        }
    }
}
