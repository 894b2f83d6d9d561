package cn.hotline.access.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.access.testing.TestProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Refusals as a connection sees them that is used again. */
class RefusedOverTheWireIT {

    private final TestProvider provider = new TestProvider();
    private final AnnotationConfigApplicationContext service = ResourceServerIT.service(provider);
    private final DisposableServer server = HttpServer.create()
            .port(0)
            .handle(new ReactorHttpHandlerAdapter(
                    WebHttpHandlerBuilder.applicationContext(service).build()))
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
        service.close();
        provider.close();
    }

    @Test
    void aBodyThatComesAfterItsRefusalDoesNotHoldUpTheNextRequest() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(5_000);
            BufferedReader answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            for (int i = 0; i < 3; i++) {
                send(
                        socket,
                        "POST /things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n");
                assertThat(answer(answers)).startsWith("HTTP/1.1 401");
                send(socket, "{}");
            }
            send(socket, get("/open"));
            assertThat(answer(answers)).startsWith("HTTP/1.1 200");
        }
    }

    /** As a gateway does that keeps its connections: the server once forgot to read on. */
    @Test
    void aRequestThatCameBeforeTheLastAnswerWasWhollyDoneDoesNotHoldUpTheNextEither() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(5_000);
            BufferedReader answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            send(socket, get("/slow") + get("/open"));
            assertThat(answer(answers)).startsWith("HTTP/1.1 200");
            assertThat(answer(answers)).startsWith("HTTP/1.1 200");
            send(socket, get("/open"));
            assertThat(answer(answers)).startsWith("HTTP/1.1 200");
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    /** The status line, when headers and body have been read too. */
    private static String answer(BufferedReader answers) throws IOException {
        String status = answers.readLine();
        int length = 0;
        for (String line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
            if (line.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        for (int i = 0; i < length; i++) {
            answers.read();
        }
        return status;
    }
}
