package cn.hotline.access.web;

import cn.hotline.access.KnownUnits;
import cn.hotline.access.Person;
import cn.hotline.access.Position;
import cn.hotline.access.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/** The person a token speaks for, read from its claims; a token that leaves open who that is, is not good. */
final class PersonClaims {

    private static final int LONGEST = 100;
    private static final Map<String, Role> ROLES =
            Arrays.stream(Role.values()).collect(Collectors.toMap(Role::name, Function.identity()));

    private PersonClaims() {}

    /** @throws BadJwtException when a claim is missing, or names what is not there */
    static Person read(Jwt token, KnownUnits units) {
        String account = required(token, "sub");
        Set<Role> roles = roles(token.getClaim("roles"));
        String unit = text(token, "unit");
        check(!roles.isEmpty(), "roles");
        check(unit != null || !roles.contains(Role.UNIT), "unit");
        check(unit == null || units.contains(unit), "unit");
        String name = text(token, "name");
        return new Person(
                required(token, "tenant"),
                account,
                name == null ? account : name,
                roles,
                unit,
                unit == null ? null : position(text(token, "position")),
                "");
    }

    /** Roles of ours; a provider may give its people others beside them. */
    private static Set<Role> roles(@Nullable Object claim) {
        check(claim instanceof Collection, "roles");
        return ((Collection<?>) claim)
                .stream()
                        .map(String::valueOf)
                        .map(ROLES::get)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
    }

    /** Where a provider does not say it, the place that may do least. */
    private static Position position(@Nullable String claim) {
        if (claim == null) {
            return Position.CLERK;
        }
        check(Arrays.stream(Position.values()).anyMatch(known -> known.name().equals(claim)), "position");
        return Position.valueOf(claim);
    }

    private static String required(Jwt token, String claim) {
        String text = text(token, claim);
        check(text != null, claim);
        return Objects.requireNonNull(text);
    }

    private static @Nullable String text(Jwt token, String claim) {
        Object value = token.getClaim(claim);
        if (value == null) {
            return null;
        }
        check(value instanceof String, claim);
        String text = (String) value;
        check(!text.isBlank() && text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl), claim);
        return text;
    }

    private static void check(boolean holds, String claim) {
        if (!holds) {
            throw new BadJwtException("Claim " + claim);
        }
    }
}
