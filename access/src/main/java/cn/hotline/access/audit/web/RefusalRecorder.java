package cn.hotline.access.audit.web;

import cn.hotline.access.Person;
import cn.hotline.access.audit.Act;
import cn.hotline.access.audit.AuditWriter;
import cn.hotline.access.audit.Refusals;
import cn.hotline.access.audit.model.Who;
import cn.hotline.access.web.Origin;
import cn.hotline.access.web.Rights;
import cn.hotline.access.web.Rights.Right;
import cn.hotline.chassis.Refusal.Kind;
import cn.hotline.chassis.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.server.PathContainer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Writes down who was refused for lack of rights: without a good token, with the wrong role, or for something that is
 * not there for them. Thread-safe.
 */
public final class RefusalRecorder implements WebFilter, Ordered {

    private static final String UNKNOWN = "UNKNOWN_ADDRESS";

    private final Refusals refusals;
    private final Rights rights;
    private final Origin origin;
    private final String tenant;

    /** @param tenant whose auditors are told of those who have not signed in */
    public RefusalRecorder(Refusals refusals, Rights rights, Origin origin, String tenant) {
        this.refusals = refusals;
        this.rights = rights;
        this.origin = origin;
        this.tenant = tenant;
    }

    /** Around whoever finds out who asks, and refuses. */
    @Override
    public int getOrder() {
        return -105;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).onErrorResume(Refused.class, refused -> note(
                        exchange, refused.reason().kind())
                .then(Mono.error(refused)));
    }

    private Mono<Void> note(ServerWebExchange exchange, Kind kind) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        Right row = rights.of(exchange.getRequest().getMethod(), path).orElse(null);
        Person person = exchange.getAttribute(Person.class.getName());
        return isOfRights(kind, person, row)
                ? who(exchange, person).flatMap(who -> refusals.note(who, act(exchange, row, path)))
                : Mono.empty();
    }

    /** What is not there may be somebody else's: the answer does not tell, the log does not know. */
    private static boolean isOfRights(Kind kind, @Nullable Person person, @Nullable Right row) {
        return kind == Kind.UNKNOWN_ASKER
                || kind == Kind.RIGHT
                || kind == Kind.ABSENT
                        && person != null
                        && row != null
                        && row.pattern().getPatternString().contains("{");
    }

    private Mono<Who> who(ServerWebExchange exchange, @Nullable Person person) {
        return person != null
                ? Mono.just(AuditWriter.who(person))
                : origin.address(exchange).map(address -> new Who(tenant, "", "", List.of(), null, null, address));
    }

    private static Act act(ServerWebExchange exchange, @Nullable Right row, PathContainer path) {
        return row == null
                ? new Act(UNKNOWN, "", null)
                : new Act(
                        Endpoint.name(
                                exchange.getRequest().getMethod(), row.pattern().getPatternString()),
                        Endpoint.subject(row.pattern(), path),
                        null);
    }
}
