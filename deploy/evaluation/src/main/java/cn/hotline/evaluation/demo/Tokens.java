package cn.hotline.evaluation.demo;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Access tokens of the demo accounts, each fetched once and renewed some minutes before it ends. */
public final class Tokens {

    /** Of every demo account; printed on the sign-in page. */
    public static final String SECRET = "hotline";

    private static final Duration BEFORE_THE_END = Duration.ofMinutes(5);

    private final WebClient identity;
    private final Map<String, Mono<String>> fetched = new ConcurrentHashMap<>();

    /** @param gateway scheme, host and port of the gateway of an evaluation */
    public Tokens(URI gateway) {
        identity = WebClient.builder().baseUrl(gateway.toString()).build();
    }

    /** @param account such as {@code operator} or {@code unit-630104} */
    public Mono<String> of(String account) {
        return fetched.computeIfAbsent(account, this::renewing);
    }

    private Mono<String> renewing(String account) {
        return identity.post()
                .uri("/idp/oauth2/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .headers(headers -> headers.setBasicAuth(account, SECRET))
                .body(BodyInserters.fromFormData("grant_type", "client_credentials"))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .cache(Tokens::keep, failure -> Duration.ZERO, () -> Duration.ZERO)
                .map(answer -> answer.path("access_token").asString());
    }

    private static Duration keep(JsonNode answer) {
        Duration lifetime = Duration.ofSeconds(answer.path("expires_in").asLong());
        return lifetime.compareTo(BEFORE_THE_END) > 0 ? lifetime.minus(BEFORE_THE_END) : Duration.ZERO;
    }
}
