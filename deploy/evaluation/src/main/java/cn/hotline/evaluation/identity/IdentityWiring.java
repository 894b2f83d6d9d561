package cn.hotline.evaluation.identity;

import cn.hotline.gateway.signin.Seal;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Spring Authorization Server with the demo accounts, the gateway as its one browser client, and the sign-in page. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(IdentityProperties.class)
@Import(SignInPage.class)
class IdentityWiring {

    private static final String AUDIENCE = "hotline";
    private static final int HASH_STRENGTH = 8;
    private static final int TRIES_FOR_AN_ACCOUNT = 5;
    private static final Duration ACCOUNT_LOCKED = Duration.ofMinutes(10);
    private static final int TRIES_FROM_AN_ADDRESS = 60;
    private static final Duration ADDRESS_LOCKED = Duration.ofMinutes(1);
    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'self'; " + "frame-ancestors 'none'; form-action 'self'";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Accounts accounts() {
        return Accounts.packed();
    }

    /** The passwords of evaluation are printed on the sign-in page: a costlier hash would only cost. */
    @Bean
    PasswordEncoder passwords() {
        return new BCryptPasswordEncoder(HASH_STRENGTH);
    }

    @Bean
    MongoClient mongoClient(IdentityProperties settings) {
        return MongoClients.create(settings.mongo());
    }

    @Bean
    MongoDatabase database(MongoClient client) {
        return client.getDatabase("hotline_identity");
    }

    @Bean
    Seal seal(IdentityProperties settings) {
        return Seal.of(settings.keys());
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(MongoDatabase database, Seal seal) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.of(database.getCollection("keys"), seal)));
    }

    /** For its own endpoint that tells about a person. */
    @Bean
    JwtDecoder tokens(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    OAuth2AuthorizationService authorizations(
            MongoDatabase database, Seal seal, IdentityProperties settings, Clock clock) {
        return new StoredAuthorizations(
                database.getCollection("authorizations"), seal, settings.signInLifetime(), clock);
    }

    @Bean
    AuthorizationServerSettings serverSettings(IdentityProperties settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    /** All have one password, so one hash serves all. */
    @Bean
    RegisteredClientRepository clients(Accounts accounts, IdentityProperties settings, PasswordEncoder passwords) {
        String secret = passwords.encode(settings.secret());
        Stream<RegisteredClient> programs = accounts.all().stream().map(account -> program(account, secret, settings));
        RegisteredClient gateway = gateway(passwords.encode(settings.gatewaySecret()), settings);
        return new Clients(Stream.concat(Stream.of(gateway), programs).toList());
    }

    private static RegisteredClient gateway(String secret, IdentityProperties settings) {
        return RegisteredClient.withId("gateway")
                .clientId("gateway")
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(addresses ->
                        settings.origins().forEach(origin -> addresses.add(at(origin, "/login/oauth2/code/hotline"))))
                .postLogoutRedirectUris(
                        addresses -> settings.origins().forEach(origin -> addresses.add(at(origin, "/"))))
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(tokens(settings))
                .build();
    }

    private static String at(URI origin, String path) {
        return origin + path;
    }

    private static RegisteredClient program(Account account, String secret, IdentityProperties settings) {
        return RegisteredClient.withId(account.id())
                .clientId(account.id())
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(tokens(settings))
                .build();
    }

    /** Refresh tokens stay the same: what is lost between the provider and a gateway then signs nobody out. */
    private static TokenSettings tokens(IdentityProperties settings) {
        return TokenSettings.builder()
                .accessTokenTimeToLive(settings.tokenLifetime())
                .refreshTokenTimeToLive(settings.signInLifetime())
                .reuseRefreshTokens(true)
                .build();
    }

    /** What the services read of a person; the same in the token for the gateway, which greets them by name. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(Accounts accounts, IdentityProperties settings) {
        return context -> {
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                context.getClaims().audience(List.of(AUDIENCE));
            }
            accounts.of(context.getPrincipal().getName())
                    .ifPresent(account -> describe(account, settings.tenant(), context.getClaims()));
        };
    }

    private static void describe(Account account, String tenant, JwtClaimsSet.Builder claims) {
        claims.claim("name", account.name()).claim("roles", account.roles()).claim("tenant", tenant);
        if (account.unit() != null) {
            claims.claims(more -> more.putAll(
                    Map.of("unit", account.unit(), "unit_name", account.unitName(), "position", account.position())));
        }
    }

    @Bean
    Tries fromAddress(Clock clock) {
        return new Tries(TRIES_FROM_AN_ADDRESS, ADDRESS_LOCKED, clock);
    }

    /** Before both chains, so not part of one; after the filter that knows where a request comes from. */
    @Bean
    FilterRegistrationBean<Doorkeeper> doorkeeper(Tries fromAddress) {
        var registration = new FilterRegistrationBean<>(new Doorkeeper(fromAddress, ADDRESS_LOCKED));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** For programs: the token endpoint and what else of the protocol asks a client for its secret. */
    @Bean
    @Order(1)
    SecurityFilterChain protocol(
            HttpSecurity http,
            RegisteredClientRepository clients,
            Tries fromAddress,
            PasswordEncoder passwords,
            OAuth2AuthorizationService authorizations,
            Clock clock) {
        Tries ofClient = new Tries(TRIES_FOR_AN_ACCOUNT, ACCOUNT_LOCKED, clock);
        UnaryOperator<AuthenticationProvider> locked = provider -> new Lock(
                provider,
                ofClient,
                fromAddress,
                name -> clients.findByClientId(name) != null,
                () -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT),
                passwords);
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.clientAuthentication(
                            client -> client.authenticationProviders(all -> all.replaceAll(locked)));
                    server.oidc(oidc -> oidc.logoutEndpoint(
                            logout -> logout.logoutResponseHandler(new EndOfSignIn(authorizations))));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(SignInPage.ADDRESS)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .build();
    }

    /** For people: the sign-in page. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            Accounts accounts,
            IdentityProperties settings,
            Tries fromAddress,
            PasswordEncoder passwords,
            Clock clock) {
        var people = new DaoAuthenticationProvider(people(accounts, passwords.encode(settings.secret())));
        people.setPasswordEncoder(passwords);
        return http.authenticationProvider(new Lock(
                        people,
                        new Tries(TRIES_FOR_AN_ACCOUNT, ACCOUNT_LOCKED, clock),
                        fromAddress,
                        name -> accounts.of(name).isPresent(),
                        () -> new BadCredentialsException("refused"),
                        passwords))
                .authorizeHttpRequests(requests -> requests.requestMatchers(SignInPage.ADDRESS, "/error")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage(SignInPage.ADDRESS)
                        .failureUrl(SignInPage.REFUSED)
                        .successHandler(IdentityWiring::onward))
                // A page from before a restart: a fresh one, instead of a refusal that nobody can do anything about.
                .exceptionHandling(refusals -> refusals.accessDeniedHandler((request, response, stale) ->
                        response.sendRedirect(request.getContextPath() + SignInPage.ADDRESS)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .build();
    }

    /** No bean: Spring would ask it on the side, past the lock. */
    private static UserDetailsService people(Accounts accounts, String password) {
        return name -> accounts.of(name)
                .map(account -> User.withUsername(account.id())
                        .password(password)
                        .authorities(List.of())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
    }

    /** Back to what was asked for; whoever asked for nothing but this page begins at the hotline's start page. */
    private static void onward(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        SavedRequest asked = new HttpSessionRequestCache().getRequest(request, response);
        response.sendRedirect(asked == null ? "/" : asked.getRedirectUrl());
    }
}
