package cn.hotline.gateway;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the four services listen.
 *
 * @param intake scheme, host and port of intake-service
 * @param routing of routing-service
 * @param followup of followup-service
 * @param reporting of reporting-service
 * @param identity of an identity provider that is reached through the gateway at {@code /idp}; null where it has an
 *     address of its own
 */
@ConfigurationProperties("hotline.gateway")
public record GatewayProperties(
        @DefaultValue("http://127.0.0.1:8081") URI intake,
        @DefaultValue("http://127.0.0.1:8082") URI routing,
        @DefaultValue("http://127.0.0.1:8083") URI followup,
        @DefaultValue("http://127.0.0.1:8084") URI reporting,
        @Nullable URI identity) {}
