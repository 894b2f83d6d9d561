package cn.hotline.gateway.signin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who signs people in, and how long that holds. Any OpenID Connect provider will do; what it says of itself at
 * {@code <issuer>/.well-known/openid-configuration} is asked when it is first needed.
 *
 * @param issuer claim {@code iss} of its tokens, and where it describes itself
 * @param clientId the gateway's name there
 * @param clientSecret the gateway proves itself with
 * @param scopes asked for; {@code openid} among them
 * @param endpoints given where the provider is not reached as it describes itself; null asks it
 * @param origin scheme, host and port browsers see, such as {@code https://12345.example.cn}; null takes it from each
 *     request. With https, cookies are secure and browsers are told to stay with https
 * @param proxies of our own in front of the gateway, each of which adds one address to {@code X-Forwarded-For}
 * @param mongo where sessions are kept
 * @param keys file of the key that encrypts them; made when it is not there. Gateways share it
 * @param idle a session without requests ends after
 * @param longest every session ends after
 */
@ConfigurationProperties("hotline.gateway.sign-in")
public record SignInProperties(
        @DefaultValue("http://localhost:8080/idp") URI issuer,
        @DefaultValue("gateway") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("openid") List<String> scopes,
        @Nullable Endpoints endpoints,
        @Nullable URI origin,
        @DefaultValue("0") int proxies,

        @DefaultValue("mongodb://localhost:27017/?w=majority&journal=true")
        String mongo,

        @DefaultValue("keys/gateway.json") Path keys,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest) {

    /**
     * The provider's addresses.
     *
     * @param authorization where browsers are sent to sign in; may be a path of the gateway's own origin
     * @param token where the gateway fetches tokens
     * @param keys where the public keys of tokens are
     * @param endSession where browsers are sent to sign out; may be a path
     */
    public record Endpoints(String authorization, String token, String keys, String endSession) {}
}
