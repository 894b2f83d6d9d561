package cn.hotline.evaluation.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** 退出: besides the browser's session with the provider, the refresh token ends too. */
final class EndOfSignIn implements AuthenticationSuccessHandler {

    private static final OAuth2TokenType ID_TOKEN = new OAuth2TokenType(OidcParameterNames.ID_TOKEN);

    private final AuthenticationSuccessHandler session = new OidcLogoutAuthenticationSuccessHandler();
    private final OAuth2AuthorizationService authorizations;

    EndOfSignIn(OAuth2AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication logout)
            throws IOException, ServletException {
        if (logout instanceof OidcLogoutAuthenticationToken ended) {
            OAuth2Authorization authorization = authorizations.findByToken(ended.getIdTokenHint(), ID_TOKEN);
            if (authorization != null) {
                authorizations.remove(authorization);
            }
        }
        session.onAuthenticationSuccess(request, response, logout);
    }
}
