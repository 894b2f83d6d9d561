package cn.hotline.access;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are good, and who may say where a request comes from.
 *
 * @param issuers claim {@code iss} of a good token is one of these; one provider may be reached under several names
 * @param jwkSetUri where the provider's public keys are read
 * @param audience what claim {@code aud} of a good token contains
 * @param gateways addresses, or ranges such as {@code 10.0.0.0/8}, whose {@code X-Forwarded-For} is believed
 */
@ConfigurationProperties("hotline.access")
public record AccessProperties(
        @DefaultValue({"http://localhost:8080/idp", "http://127.0.0.1:8080/idp"})
        Set<String> issuers,

        @DefaultValue("http://127.0.0.1:8080/idp/oauth2/jwks")
        URI jwkSetUri,

        @DefaultValue("hotline") String audience,
        @DefaultValue({"127.0.0.1", "::1"}) List<String> gateways) {}
