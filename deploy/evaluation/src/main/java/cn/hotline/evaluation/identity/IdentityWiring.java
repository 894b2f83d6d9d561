package cn.hotline.evaluation.identity;

import cn.hotline.gateway.signin.Seal;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
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
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** Spring Authorization Server with the demo accounts, the gateway as its one browser client, and the sign-in page. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(IdentityProperties.class)
@Import(SignInPage.class)
class IdentityWiring {

    private static final String AUDIENCE = "hotline";
    private static final int HASH_STRENGTH = 8;
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

    @Bean
    UserDetailsService people(Accounts accounts, IdentityProperties settings, PasswordEncoder passwords) {
        String password = passwords.encode(settings.secret());
        return name -> accounts.of(name)
                .map(account -> User.withUsername(account.id())
                        .password(password)
                        .authorities(List.of())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
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
    Doorkeeper doorkeeper(PasswordEncoder passwords, Clock clock) {
        return new Doorkeeper(passwords, clock);
    }

    /** Part of the chains below, not a filter of the server beside them. */
    @Bean
    FilterRegistrationBean<Doorkeeper> notTwice(Doorkeeper doorkeeper) {
        var registration = new FilterRegistrationBean<>(doorkeeper);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, Doorkeeper doorkeeper, OAuth2AuthorizationService authorizations) {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(oidc -> oidc.logoutEndpoint(
                            logout -> logout.logoutResponseHandler(new EndOfSignIn(authorizations))));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(toThePage()))
                .addFilterAfter(doorkeeper, SecurityContextHolderFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Doorkeeper doorkeeper) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(Doorkeeper.SIGN_IN, "/error")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage(Doorkeeper.SIGN_IN).failureUrl(Doorkeeper.REFUSED))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(toThePage()))
                .addFilterAfter(doorkeeper, SecurityContextHolderFilter.class)
                .csrf(Customizer.withDefaults())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .build();
    }

    private static LoginUrlAuthenticationEntryPoint toThePage() {
        return new LoginUrlAuthenticationEntryPoint(Doorkeeper.SIGN_IN);
    }
}
