package cn.hotline.gateway.signin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The identity provider as the gateway uses it: OpenID Connect, authorization code with PKCE, refresh tokens. */
final class Provider {

    static final String NAME = "hotline";

    private static final Duration FOR_EVER = Duration.ofDays(10_000);
    private static final String NO_ANSWER = "invalid_token_response";
    private static final Set<String> WITHOUT_ANSWER =
            Set.of(NO_ANSWER, OAuth2ErrorCodes.SERVER_ERROR, OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE);
    private static final String END_SESSION = "end_session_endpoint";

    private final SignInProperties settings;
    private final Clock clock;
    private final Mono<ClientRegistration> client;
    private final Mono<ReactiveJwtDecoder> tokens;
    private final WebClientReactiveRefreshTokenTokenResponseClient refresh =
            new WebClientReactiveRefreshTokenTokenResponseClient();
    private final OidcAuthorizationCodeReactiveAuthenticationManager codes =
            new OidcAuthorizationCodeReactiveAuthenticationManager(
                    new WebClientReactiveAuthorizationCodeTokenResponseClient(),
                    user -> Mono.<OidcUser>just(new DefaultOidcUser(Set.of(), user.getIdToken())));

    Provider(SignInProperties settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        // Asked when first needed, and again when it could not say: a gateway starts without its provider.
        this.client = Mono.fromCallable(this::described)
                .subscribeOn(Schedulers.boundedElastic())
                .cache(known -> FOR_EVER, unknown -> Duration.ZERO, () -> Duration.ZERO);
        this.tokens = client.map(this::decoder).cache(known -> FOR_EVER, unknown -> Duration.ZERO, () -> Duration.ZERO);
    }

    private ClientRegistration described() {
        ClientRegistration.Builder provider = settings.endpoints() == null
                ? ClientRegistrations.fromIssuerLocation(settings.issuer().toString())
                : given(settings.endpoints());
        return provider.registrationId(NAME)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}" + SignIn.BACK)
                .scope(settings.scopes())
                .build();
    }

    private ClientRegistration.Builder given(SignInProperties.Endpoints endpoints) {
        return ClientRegistration.withRegistrationId(NAME)
                .issuerUri(settings.issuer().toString())
                .authorizationUri(endpoints.authorization())
                .tokenUri(endpoints.token())
                .jwkSetUri(endpoints.keys())
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(Map.of(END_SESSION, endpoints.endSession()));
    }

    private ReactiveJwtDecoder decoder(ClientRegistration known) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri(
                        known.getProviderDetails().getJwkSetUri())
                .build();
        decoder.setJwtValidator(
                JwtValidators.createDefaultWithIssuer(settings.issuer().toString()));
        return decoder;
    }

    /** Where the browser goes to sign in. */
    Mono<URI> address(Attempt attempt) {
        return client.map(known -> URI.create(attempt.request(known).getAuthorizationRequestUri()));
    }

    /**
     * Who has signed in.
     *
     * @param code what the browser brought back
     * @param state what came with it
     */
    Mono<Session> signedIn(Attempt attempt, String code, String state) {
        return client.flatMap(known -> codes.authenticate(new OAuth2AuthorizationCodeAuthenticationToken(
                        known,
                        new OAuth2AuthorizationExchange(
                                attempt.request(known),
                                OAuth2AuthorizationResponse.success(code)
                                        .redirectUri(attempt.redirect())
                                        .state(state)
                                        .build()))))
                .cast(OAuth2LoginAuthenticationToken.class)
                .map(this::session);
    }

    private Session session(OAuth2LoginAuthenticationToken login) {
        OidcUser person = (OidcUser) login.getPrincipal();
        String name = person.getClaimAsString("name");
        List<String> roles = person.getClaimAsStringList("roles");
        return new Session(
                person.getSubject(),
                name == null ? person.getSubject() : name,
                roles == null ? List.of() : roles,
                person.getClaimAsString("unit"),
                person.getClaimAsString("unit_name"),
                login.getAccessToken().getTokenValue(),
                until(login.getAccessToken()),
                login.getRefreshToken() == null ? null : login.getRefreshToken().getTokenValue(),
                person.getIdToken().getTokenValue(),
                Secrets.made(),
                clock.instant());
    }

    private Instant until(OAuth2AccessToken token) {
        return token.getExpiresAt() == null ? clock.instant() : token.getExpiresAt();
    }

    /** Whether it has said no; else it could not be asked. */
    static boolean hasRefused(Throwable problem) {
        String code = problem instanceof OAuth2AuthorizationException answer
                ? answer.getError().getErrorCode()
                : problem instanceof OAuth2AuthenticationException answer
                        ? answer.getError().getErrorCode()
                        : NO_ANSWER;
        return !WITHOUT_ANSWER.contains(code);
    }

    /** The same person with a new access token; an error when the provider refuses or cannot be reached. */
    Mono<Session> renewed(Session session) {
        return client.flatMap(known -> refresh.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                        known, access(session), new OAuth2RefreshToken(session.refreshToken(), session.startedAt()))))
                .map(answer -> renewed(session, answer));
    }

    private static OAuth2AccessToken access(Session session) {
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                session.accessToken(),
                session.startedAt(),
                session.accessUntil().isAfter(session.startedAt())
                        ? session.accessUntil()
                        : session.startedAt().plusSeconds(1));
    }

    private Session renewed(Session session, OAuth2AccessTokenResponse answer) {
        OAuth2RefreshToken next = answer.getRefreshToken();
        Object id = answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
        return session.renewed(
                answer.getAccessToken().getTokenValue(),
                until(answer.getAccessToken()),
                next == null ? session.refreshToken() : next.getTokenValue(),
                id == null ? session.idToken() : id.toString());
    }

    /**
     * Where the browser goes to be signed out there, too; empty when the provider has no such place.
     *
     * @param back where it sends the browser afterwards
     */
    Mono<String> farewell(Session session, String back) {
        return client.mapNotNull(known -> (String)
                        known.getProviderDetails().getConfigurationMetadata().get(END_SESSION))
                .map(place -> UriComponentsBuilder.fromUriString(place)
                        .queryParam("id_token_hint", session.idToken())
                        .queryParam("post_logout_redirect_uri", back)
                        .queryParam("client_id", settings.clientId())
                        .encode()
                        .toUriString());
    }

    /** Whose access token this is; empty when it is not a good one, or the provider's keys cannot be had. */
    Mono<Verified> verified(String token) {
        return tokens.flatMap(decoder -> decoder.decode(token))
                .map(good -> new Verified(good.getSubject(), good.getExpiresAt()))
                .onErrorResume(bad -> Mono.empty());
    }

    /**
     * The owner of a token.
     *
     * @param until when it ends
     */
    record Verified(String account, @Nullable Instant until) {

        boolean isGoodAt(Instant now) {
            return until != null && now.isBefore(until);
        }
    }
}
