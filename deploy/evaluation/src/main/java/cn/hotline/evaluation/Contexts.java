package cn.hotline.evaluation;

import static java.util.Map.entry;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts each deployable as an application of its own, exactly as it would start alone; here is everything that sharing
 * one process and one class path asks for.
 */
final class Contexts {

    /** The identity provider's: each reactive application says itself who may in. */
    private static final String SECURITY_BY_DEFAULT = String.join(
            ",",
            "org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.reactive."
                    + "ReactiveManagementWebSecurityAutoConfiguration");

    /** What the class path of the whole brings and the gateway, which keeps nothing and hears no events, must not start. */
    private static final String FOREIGN_TO_THE_GATEWAY = String.join(
            ",",
            SECURITY_BY_DEFAULT,
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.integration.autoconfigure.IntegrationAutoConfiguration",
            "org.springframework.cloud.function.context.config.ContextFunctionCatalogAutoConfiguration",
            "org.springframework.cloud.stream.config.BindingServiceConfiguration",
            "org.springframework.cloud.stream.config.BindingsEndpointAutoConfiguration",
            "org.springframework.cloud.stream.config.BindersHealthIndicatorAutoConfiguration",
            "org.springframework.cloud.stream.config.ChannelsEndpointAutoConfiguration",
            "org.springframework.cloud.stream.function.FunctionConfiguration",
            "org.springframework.cloud.gateway.config.GatewayFunctionAutoConfiguration",
            "org.springframework.cloud.gateway.config.GatewayStreamAutoConfiguration");

    private static final String SIGN_IN = "hotline.gateway.sign-in.";
    private static final int SECRET_BYTES = 24;

    private final String kafka;
    private final String unitsKafka;
    private final String mongo;
    private final Ports ports;
    private final DataFolder data;
    private final String gatewaySecret = secret();

    /** @param unitsKafka where systems of units reach the broker */
    Contexts(String kafka, String unitsKafka, String mongo, Ports ports, DataFolder data) {
        this.kafka = kafka;
        this.unitsKafka = unitsKafka;
        this.mongo = mongo;
        this.ports = ports;
        this.data = data;
    }

    /** Between gateway and identity provider, new at every start: nobody else has any use for it. */
    private static String secret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** The one servlet application among reactive ones. */
    ConfigurableApplicationContext identity(Class<?> application) {
        return start(
                application,
                WebApplicationType.SERVLET,
                "identity",
                ports.identity(),
                Map.of(
                        "hotline.identity.issuer",
                        issuer(),
                        "hotline.identity.origins",
                        "http://localhost:" + ports.gateway() + "," + at(ports.gateway()),
                        "hotline.identity.gateway-secret",
                        gatewaySecret,
                        "hotline.identity.keys",
                        data.keys().resolve("identity.json").toString(),
                        "hotline.identity.mongo",
                        mongo));
    }

    private String issuer() {
        return "http://localhost:" + ports.gateway() + "/idp";
    }

    ConfigurableApplicationContext service(Class<?> application, String configuration, int port) {
        return start(
                application,
                WebApplicationType.REACTIVE,
                configuration,
                port,
                Map.ofEntries(
                        entry("hotline.access.issuers", issuer()),
                        entry("hotline.access.jwk-set-uri", at(ports.identity()) + "/idp/oauth2/jwks"),
                        entry(
                                "hotline.intake.keys",
                                data.keys().resolve("intake.json").toString()),
                        entry("hotline.routing.rosters", data.rosters().toString()),
                        entry("hotline.routing.unit-systems.servers", unitsKafka),
                        // A system that is tried out here runs on this machine, too; nothing here is reached from
                        // others.
                        entry("hotline.routing.unit-systems.local-webhooks", "true"),
                        entry("spring.autoconfigure.exclude", SECURITY_BY_DEFAULT),
                        entry("spring.kafka.bootstrap-servers", kafka),
                        entry("spring.mongodb.uri", mongo),
                        entry("spring.cloud.gateway.server.webflux.enabled", "false"),
                        // After a sudden end the group need not wait the usual 45 s for members that will not return.
                        entry("spring.cloud.stream.kafka.binder.consumer-properties.session.timeout.ms", "6000"),
                        entry("spring.cloud.stream.kafka.binder.consumer-properties.heartbeat.interval.ms", "1500")));
    }

    ConfigurableApplicationContext gateway(Class<?> application) {
        return start(
                application,
                WebApplicationType.REACTIVE,
                "gateway",
                ports.gateway(),
                Map.ofEntries(
                        entry("hotline.gateway.intake", at(ports.intake())),
                        entry("hotline.gateway.routing", at(ports.routing())),
                        entry("hotline.gateway.followup", at(ports.followup())),
                        entry("hotline.gateway.reporting", at(ports.reporting())),
                        entry("hotline.gateway.identity", at(ports.identity())),
                        entry(SIGN_IN + "issuer", issuer()),
                        entry(SIGN_IN + "client-secret", gatewaySecret),
                        // Through the origin the browser uses, localhost or 127.0.0.1, so that its cookies go along.
                        entry(SIGN_IN + "endpoints.authorization", "/idp/oauth2/authorize"),
                        entry(SIGN_IN + "endpoints.end-session", "/idp/connect/logout"),
                        entry(SIGN_IN + "endpoints.token", at(ports.identity()) + "/idp/oauth2/token"),
                        entry(SIGN_IN + "endpoints.keys", at(ports.identity()) + "/idp/oauth2/jwks"),
                        entry(SIGN_IN + "mongo", mongo),
                        entry(
                                SIGN_IN + "keys",
                                data.keys().resolve("gateway.json").toString()),
                        entry("spring.autoconfigure.exclude", FOREIGN_TO_THE_GATEWAY)));
    }

    private static String at(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static ConfigurableApplicationContext start(
            Class<?> application, WebApplicationType type, String configuration, int port, Map<String, String> own) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.name=" + configuration,
                "--server.port=" + port,
                // One registry for all contexts would mix their figures.
                "--management.metrics.use-global-registry=false",
                "--spring.reactor.netty.shutdown-quiet-period=0s",
                "--spring.lifecycle.timeout-per-shutdown-phase=3s"));
        own.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(type);
        spring.setRegisterShutdownHook(false);
        spring.setMainApplicationClass(application);
        return spring.run(arguments.toArray(String[]::new));
    }
}
