package cn.hotline.evaluation.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider's settings.
 *
 * @param issuer what stands in every token, whatever address it was fetched by
 * @param origins of the gateway, where browsers may be sent back to
 * @param gatewaySecret the gateway proves itself with
 * @param secret password of every demo account, and secret of the client of the same name
 * @param keys file of the key that encrypts what is kept
 * @param mongo where authorizations are kept
 * @param tenant whose hotline all accounts work for
 * @param tokenLifetime of an access token
 * @param signInLifetime how long a sign-in may be renewed without the password
 */
@ConfigurationProperties("hotline.identity")
record IdentityProperties(
        URI issuer,
        List<URI> origins,
        String gatewaySecret,
        @DefaultValue("hotline") String secret,
        Path keys,
        String mongo,
        @DefaultValue("630100") String tenant,
        @DefaultValue("60m") Duration tokenLifetime,
        @DefaultValue("12h") Duration signInLifetime) {}
