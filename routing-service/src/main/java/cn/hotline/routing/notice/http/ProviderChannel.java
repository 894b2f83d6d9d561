package cn.hotline.routing.notice.http;

import cn.hotline.routing.notice.NoticeChannel;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * The city's provider of short messages and calls, asked by {@code POST {id, to, text, urgent}}; the header
 * {@code Idempotency-Key} says which messages are the same. Any 2xx means that it has the message.
 */
public final class ProviderChannel implements NoticeChannel {

    private final WebClient client;
    private final URI address;

    /** @param token shown as {@code Bearer}; null where the provider wants none */
    public ProviderChannel(WebClient.Builder client, URI address, @Nullable String token) {
        this.client = client.defaultHeaders(headers -> {
                    if (token != null) {
                        headers.setBearerAuth(token);
                    }
                })
                .build();
        this.address = address;
    }

    @Override
    public Mono<Void> send(Message message) {
        return client.post()
                .uri(address)
                .header("Idempotency-Key", message.key())
                .header(HttpHeaders.ACCEPT, "*/*")
                .bodyValue(new Body(message.key(), message.to(), message.text(), message.urgent()))
                .retrieve()
                .toBodilessEntity()
                .then();
    }

    private record Body(String id, List<String> to, String text, boolean urgent) {}
}
