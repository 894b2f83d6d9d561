package cn.hotline.access.web;

import cn.hotline.access.AccessProperties;
import cn.hotline.access.KnownUnits;
import cn.hotline.access.Person;
import cn.hotline.chassis.Refusal.General;
import cn.hotline.chassis.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * An OAuth 2.0 resource server: no session, no redirect, no form; a good token and a row in the table of rights, or a
 * problem answer. Problems are errors like any other, so that scripts get them as JSON and people as a page.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
public class ResourceServer {

    @Bean
    Rights rights(@Value("classpath:${spring.webflux.base-path}/rights.tsv") String file, ResourceLoader resources) {
        return Rights.read(resources.getResource(file));
    }

    @Bean
    Origin origin(AccessProperties properties) {
        return new Origin(properties.gateways());
    }

    @Bean
    SecurityWebFilterChain access(
            ServerHttpSecurity http,
            AccessProperties properties,
            Rights rights,
            Origin origin,
            ObjectProvider<KnownUnits> units,
            Clock clock) {
        var tokens =
                new BearerTokens(properties, units.getIfAvailable(() -> code -> true), clock, Schedulers.parallel());
        ServerAuthenticationEntryPoint unauthenticated = (exchange, problem) -> {
            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            return Mono.error(new Refused(General.UNAUTHENTICATED));
        };
        ServerAccessDeniedHandler forbidden = (exchange, denied) -> Mono.error(new Refused(General.FORBIDDEN));
        return http.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                // The shared look sets the headers of pages; here only that no cache keeps an answer.
                .headers(headers -> headers.contentTypeOptions(
                                ServerHttpSecurity.HeaderSpec.ContentTypeOptionsSpec::disable)
                        .frameOptions(ServerHttpSecurity.HeaderSpec.FrameOptionsSpec::disable)
                        .xssProtection(ServerHttpSecurity.HeaderSpec.XssProtectionSpec::disable)
                        .hsts(ServerHttpSecurity.HeaderSpec.HstsSpec::disable))
                .exceptionHandling(problems ->
                        problems.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
                .oauth2ResourceServer(bearer -> bearer.authenticationManagerResolver(
                                exchange -> origin.address(exchange).map(address -> manager(tokens, address)))
                        .authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(forbidden))
                .authorizeExchange(exchanges ->
                        exchanges.anyExchange().access((person, context) -> decision(rights, person, context)))
                .build();
    }

    private static ReactiveAuthenticationManager manager(BearerTokens tokens, String address) {
        return presented -> tokens.read(((BearerTokenAuthenticationToken) presented).getToken())
                .map(good -> new SignedInPerson(good.person().at(address), good.until()));
    }

    private static Mono<AuthorizationResult> decision(
            Rights rights, Mono<Authentication> asking, AuthorizationContext context) {
        ServerWebExchange exchange = context.getExchange();
        boolean near = Origin.isNear(exchange);
        return asking.ofType(SignedInPerson.class)
                .map(SignedInPerson::person)
                // Whoever stands around this, and never sees the principal, writes down who was refused.
                .doOnNext(person -> exchange.getAttributes().put(Person.class.getName(), person))
                .map(person -> decision(rights, person, near, exchange))
                .switchIfEmpty(Mono.fromSupplier(() -> decision(rights, null, near, exchange)));
    }

    private static AuthorizationResult decision(
            Rights rights, @Nullable Person person, boolean near, ServerWebExchange exchange) {
        return new AuthorizationDecision(rights.of(
                        exchange.getRequest().getMethod(),
                        exchange.getRequest().getPath().pathWithinApplication())
                .filter(row -> row.allows(person, near))
                .isPresent());
    }

    /** Whoever is signed in stands in Reactor's context for everything behind. */
    @Bean
    @Order(-95)
    WebFilter personInContext(Clock clock) {
        return (exchange, chain) -> exchange.getPrincipal()
                .ofType(SignedInPerson.class)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(asking -> asking.map(signedIn -> of(signedIn, exchange, chain, clock))
                        .orElseGet(() -> chain.filter(exchange)));
    }

    private static Mono<Void> of(
            SignedInPerson signedIn, ServerWebExchange exchange, WebFilterChain chain, Clock clock) {
        var ending =
                new EndingResponse(exchange.getResponse(), () -> Duration.between(clock.instant(), signedIn.until()));
        return chain.filter(exchange.mutate().response(ending).build())
                .contextWrite(signedIn.person().context());
    }

    /** Streams, which would else go on for ever, end with the token that opened them. */
    private static final class EndingResponse extends ServerHttpResponseDecorator {

        private final Supplier<Duration> left;

        EndingResponse(ServerHttpResponse response, Supplier<Duration> left) {
            super(response);
            this.left = left;
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return super.writeAndFlushWith(
                    Flux.<Publisher<? extends DataBuffer>>from(body).takeUntilOther(Mono.delay(left.get())));
        }
    }

    /** Addresses that try to be read in two ways are refused like any malformed request. */
    @Bean
    ServerExchangeRejectedHandler refusedAddresses() {
        return (exchange, reason) -> Mono.error(new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    /** Spans and meters around each filter would cost more than the filters do. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }
}
