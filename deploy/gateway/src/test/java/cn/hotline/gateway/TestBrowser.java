package cn.hotline.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A browser without a window: it keeps cookies, and follows a redirect when told to. */
final class TestBrowser {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final String origin;

    TestBrowser(String origin) {
        this.origin = origin;
    }

    /** Signs in at this provider by way of a page, and comes to that page. */
    HttpResponse<String> signIn(TestProvider provider, String page) {
        URI authorization = location(open(page));
        String state = TestProvider.parameter(authorization, "state");
        return open("/login/oauth2/code/hotline?state=" + state + "&code=" + provider.codeFor(authorization));
    }

    static URI location(HttpResponse<?> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** As somebody who follows a link. */
    HttpResponse<String> open(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    /** As a script of a page. */
    HttpResponse<String> fetch(String path) {
        return send(request(path).header("Accept", "application/json").GET());
    }

    CompletableFuture<HttpResponse<String>> fetchBeside(String path) {
        return http.sendAsync(
                request(path).header("Accept", "application/json").GET().build(), BodyHandlers.ofString());
    }

    /** As a form of a page of ours, with the proof it has read. */
    HttpResponse<String> post(String path, String... headers) {
        HttpRequest.Builder request =
                request(path).header("X-CSRF-Token", cookie("hotline-proof")).POST(BodyPublishers.ofString("{}"));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(30));
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Another gateway, with the same cookies. */
    TestBrowser at(String other) {
        TestBrowser same = new TestBrowser(other);
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> same.cookies.getCookieStore().add(null, cookie));
        return same;
    }
}
