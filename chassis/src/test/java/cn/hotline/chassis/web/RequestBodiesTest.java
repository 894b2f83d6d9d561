package cn.hotline.chassis.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class RequestBodiesTest {

    private static final WebFilterChain NOBODY_ASKED = exchange -> Mono.error(new AssertionError("let through"));

    @Test
    void aFormIsReadFromTheBodyThatWasReadAlready() {
        StepVerifier.create(new RequestBodies()
                        .filter(
                                sent(
                                        MediaType.APPLICATION_FORM_URLENCODED,
                                        "solved=YES&words=%E8%B0%A2%E8%B0%A2".getBytes(UTF_8)),
                                exchange -> exchange.getFormData()
                                        .doOnNext(form -> {
                                            assertThat(form.getFirst("solved")).isEqualTo("YES");
                                            assertThat(form.getFirst("words")).isEqualTo("谢谢");
                                        })
                                        .hasElement()
                                        .doOnNext(read -> assertThat(read).isTrue())
                                        .then()))
                .verifyComplete();
    }

    @Test
    void otherContentIsNoForm() {
        StepVerifier.create(new RequestBodies()
                        .filter(
                                sent(MediaType.APPLICATION_JSON, "{\"a\":1}".getBytes(UTF_8)),
                                exchange -> exchange.getFormData()
                                        .doOnNext(form -> assertThat(form).isEmpty())
                                        .then()))
                .verifyComplete();
    }

    @Test
    void brokenUtf8IsMalformed() {
        refused(new byte[] {'"', (byte) 0xe8, '"'}, HttpStatus.BAD_REQUEST);
    }

    @Test
    void moreThanOneMebibyteIsTooLarge() {
        refused(new byte[RequestBodies.LARGEST + 1], HttpStatus.CONTENT_TOO_LARGE);
    }

    private static void refused(byte[] body, HttpStatus status) {
        StepVerifier.create(new RequestBodies().filter(sent(MediaType.APPLICATION_JSON, body), NOBODY_ASKED))
                .verifyErrorSatisfies(problem -> assertThat(((ResponseStatusException) problem).getStatusCode())
                        .isEqualTo(status));
    }

    private static ServerWebExchange sent(MediaType type, byte[] body) {
        return MockServerWebExchange.from(MockServerHttpRequest.post("/")
                .contentType(type)
                .body(Mono.just(DefaultDataBufferFactory.sharedInstance.wrap(body))));
    }
}
