package cn.hotline.evaluation;

import cn.hotline.evaluation.demo.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the hotline through its gateway, as any other would, with an account of its own. */
final class HotlineClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String origin;
    private final Tokens tokens;
    private final String account;

    HotlineClient(int gateway, String account) {
        this("http://127.0.0.1:" + gateway, new Tokens(URI.create("http://127.0.0.1:" + gateway)), account);
    }

    private HotlineClient(String origin, Tokens tokens, String account) {
        this.origin = origin;
        this.tokens = tokens;
        this.account = account;
    }

    /** The same hotline, used by somebody else. */
    HotlineClient as(String other) {
        return new HotlineClient(origin, tokens, other);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> put(String path, String version, String json) throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", version)
                        .PUT(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return http.send(request(path).DELETE().build(), BodyHandlers.ofString());
    }

    /** Sends a file of text to intake. */
    HttpResponse<String> upload(String name, String text) throws IOException, InterruptedException {
        return http.send(
                request("/intake/api/v1/attachments")
                        .header("Content-Type", "multipart/form-data; boundary=part")
                        .POST(BodyPublishers.ofString("""
                                --part\r
                                Content-Disposition: form-data; name="file"; filename="%s"\r
                                \r
                                %s\r
                                --part--\r
                                """.formatted(name, text)))
                        .build(),
                BodyHandlers.ofString());
    }

    /** What is told, once it has come to this: services hear of each other in a moment, not at once. */
    JsonNode await(String path, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        HttpResponse<String> answer;
        do {
            answer = get(path);
            if (answer.statusCode() == 200 && wanted.test(JSON.readTree(answer.body()))) {
                return JSON.readTree(answer.body());
            }
            Thread.onSpinWait();
        } while (System.nanoTime() < giveUpAt);
        throw new AssertionError(path + " did not come to it, but is " + answer.statusCode() + " " + answer.body());
    }

    /** Every item of a list, page by page. */
    List<JsonNode> all(String path) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        List<JsonNode> page;
        int number = 0;
        do {
            page = json(get(path + (path.contains("?") ? "&" : "?") + "size=200&page=" + number++))
                    .path("items")
                    .valueStream()
                    .toList();
            items.addAll(page);
        } while (!page.isEmpty());
        return items;
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    static Predicate<JsonNode> status(String code) {
        return view -> view.path("status").path("code").asString("").equals(code);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + tokens.of(account).block());
    }
}
