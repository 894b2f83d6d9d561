package cn.hotline.gateway;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the four services listen, and what the gateway itself does for them.
 *
 * @param intake scheme, host and port of intake-service
 * @param routing of routing-service
 * @param followup of followup-service
 * @param reporting of reporting-service
 * @param identity of an identity provider that is reached through the gateway at {@code /idp}; null where it has an
 *     address of its own
 * @param limits requests a second
 */
@ConfigurationProperties("hotline.gateway")
public record GatewayProperties(
        @DefaultValue("http://127.0.0.1:8081") URI intake,
        @DefaultValue("http://127.0.0.1:8082") URI routing,
        @DefaultValue("http://127.0.0.1:8083") URI followup,
        @DefaultValue("http://127.0.0.1:8084") URI reporting,
        @Nullable URI identity,
        @DefaultValue Limits limits) {

    /**
     * Requests a second, each.
     *
     * @param client of a program that shows a good token
     * @param address of everybody else at one address: a whole office may be behind it
     * @param signIn of one address at the provider's token endpoint and sign-in page, where it is behind this gateway
     * @param open of one address at what is open to everybody, {@code /intake/public}
     */
    public record Limits(
            @DefaultValue("6000") int client,
            @DefaultValue("1000") int address,
            @DefaultValue("100") int signIn,
            @DefaultValue("5") int open) {}
}
