package cn.hotline.evaluation.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.evaluation.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The account {@code auditor}, signed in at a gateway as a client, asking the services. For one thread. */
final class Auditor {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ACCOUNT = "auditor";
    private static final int LARGEST_PAGE = 200;

    /** Looking at every record of a large log takes its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI gateway;
    private final String secret;
    private @Nullable String token;

    Auditor(URI gateway, String secret) {
        this.gateway = gateway;
        this.secret = secret;
    }

    /**
     * What a service says of its own log.
     *
     * @param anchors each {@code chain~sequence~hash}
     */
    JsonNode verification(String service, List<String> anchors) {
        StringBuilder query = new StringBuilder();
        anchors.forEach(anchor ->
                query.append(query.isEmpty() ? "?" : "&").append("anchor=").append(anchor));
        return get("/" + service + "/api/v1/audit/verification" + query);
    }

    /** All records of one action on one subject, latest first. */
    List<JsonNode> records(String service, String subject, String action) {
        List<JsonNode> records = new ArrayList<>();
        JsonNode page;
        do {
            page = get("/" + service + "/api/v1/audit?subject=" + URLEncoder.encode(subject, UTF_8) + "&action="
                    + action + "&size=" + LARGEST_PAGE + "&page=" + records.size() / LARGEST_PAGE);
            page.path("items").forEach(records::add);
        } while (page.path("items").size() == LARGEST_PAGE);
        return records;
    }

    private JsonNode get(String path) {
        HttpResponse<String> answer = send(request(path)
                .header("Authorization", "Bearer " + token())
                .header("Accept", "application/json")
                .GET()
                .build());
        if (answer.statusCode() != 200) {
            throw refused(path, answer);
        }
        return read(answer);
    }

    private String token() {
        if (token == null) {
            String credentials = Base64.getEncoder().encodeToString((ACCOUNT + ":" + secret).getBytes(UTF_8));
            HttpResponse<String> answer = send(request("/idp/oauth2/token")
                    .header("Authorization", "Basic " + credentials)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                    .build());
            if (answer.statusCode() == 401) {
                throw new Fault("审计员的密钥不对，请用 --secret 给出。", "The auditor's secret is wrong; give it with --secret.");
            }
            if (answer.statusCode() != 200) {
                throw refused("/idp/oauth2/token", answer);
            }
            token = read(answer).path("access_token").asString();
        }
        return token;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException away) {
            throw new Fault(
                    "连不上 " + gateway + "，请确认系统正在运行，或用 --url 给出地址。",
                    gateway + " does not answer: is it running? Another address is given with --url.");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Fault("已中断。", "Interrupted.");
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException otherwise) {
            throw refused(answer.uri().getPath(), answer);
        }
    }

    private static Fault refused(String path, HttpResponse<String> answer) {
        return new Fault(
                path + " 没有给出结果（状态码 " + answer.statusCode() + "）。",
                path + " gave no result (status " + answer.statusCode() + ").");
    }
}
