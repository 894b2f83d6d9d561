package cn.hotline.access.web;

import cn.hotline.access.Person;
import cn.hotline.chassis.web.Commands.Account;
import java.io.Serial;
import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A person whose token was good, as the web edge hands them on. */
final class SignedInPerson extends AbstractAuthenticationToken implements Account {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Person person;
    private final Instant until;

    SignedInPerson(Person person, Instant until) {
        super(List.of());
        this.person = person;
        this.until = until;
        setAuthenticated(true);
    }

    Person person() {
        return person;
    }

    /** When the token ends that speaks for them. */
    Instant until() {
        return until;
    }

    @Override
    public String tenant() {
        return person.tenant();
    }

    @Override
    public String getName() {
        return person.account();
    }

    @Override
    public Object getPrincipal() {
        return person;
    }

    /** The token stays at the edge. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedInPerson same && same.person.equals(person) && same.until.equals(until);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }
}
