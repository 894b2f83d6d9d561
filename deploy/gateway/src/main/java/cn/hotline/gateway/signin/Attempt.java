package cn.hotline.gateway.signin;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * A sign-in under way, between leaving for the provider and coming back. The browser itself carries it, sealed.
 *
 * @param state comes back from the provider: it answers this attempt and no other
 * @param nonce must stand in the token, as a digest
 * @param verifier whose digest was shown at the beginning (PKCE): only who began can finish
 * @param redirect where the provider sends the browser back to
 * @param target path of the page that was asked for
 * @param until when it is too late
 */
record Attempt(String state, String nonce, String verifier, String redirect, String target, Instant until) {

    static Attempt of(String redirect, String target, Instant until) {
        return new Attempt(Secrets.made(), Secrets.made(), Secrets.made(), redirect, target, until);
    }

    OAuth2AuthorizationRequest request(ClientRegistration client) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(client.getClientId())
                .authorizationUri(client.getProviderDetails().getAuthorizationUri())
                .redirectUri(redirect)
                .scopes(Set.copyOf(client.getScopes()))
                .state(state)
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        client.getRegistrationId(),
                        OidcParameterNames.NONCE,
                        nonce,
                        PkceParameterNames.CODE_VERIFIER,
                        verifier))
                .additionalParameters(Map.of(
                        OidcParameterNames.NONCE,
                        Secrets.digest(nonce),
                        PkceParameterNames.CODE_CHALLENGE,
                        Secrets.digest(verifier),
                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                        "S256"))
                .build();
    }
}
