package cn.hotline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class OriginTest {

    private final Origin origin = new Origin(List.of("127.0.0.1", "10.1.0.0/16"));

    @Test
    void theGatewaySaysForWhomItAsks() {
        assertThat(address("10.1.2.3", "203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void ofSeveralTheGatewayAddedTheLast() {
        assertThat(address("127.0.0.1", "198.51.100.7, 203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void anybodyElseIsNotBelieved() {
        assertThat(address("198.51.100.7", "203.0.113.9")).isEqualTo("198.51.100.7");
    }

    @Test
    void withoutAGatewayItIsWhereTheConnectionComesFrom() {
        assertThat(address("198.51.100.7", null)).isEqualTo("198.51.100.7");
    }

    @Test
    void whatIsNoAddressIsNotKept() {
        assertThat(address("127.0.0.1", "<script>")).isEqualTo("unknown");
    }

    @Test
    void whatTheGatewayPassesOnIsNotFromThisMachine() {
        assertThat(Origin.isNear(exchange("127.0.0.1", null))).isTrue();
        assertThat(Origin.isNear(exchange("127.0.0.1", "127.0.0.1"))).isFalse();
        assertThat(Origin.isNear(exchange("198.51.100.7", null))).isFalse();
    }

    private @Nullable String address(String connected, @Nullable String forwarded) {
        return origin.address(exchange(connected, forwarded)).block();
    }

    private static MockServerWebExchange exchange(String connected, @Nullable String forwarded) {
        var request = MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress(connected, 40_000));
        return MockServerWebExchange.from(forwarded == null ? request : request.header("X-Forwarded-For", forwarded));
    }
}
