package cn.hotline.access.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import cn.hotline.access.web.Rights;
import cn.hotline.access.web.Rights.Right;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Compares a running service with its table of rights: that both name the same endpoints, and that every asker gets at
 * every endpoint what the table says.
 */
public final class RightsMatrix {

    /** As if through the gateway, so that nothing is open only because the test runs on the same machine. */
    private static final String ELSEWHERE = "203.0.113.9";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Rights rights;
    private final Set<Endpoint> endpoints;
    private final String address;

    /** @param address of the service with its base path, such as {@code http://127.0.0.1:8081/intake} */
    public RightsMatrix(ApplicationContext service, String address) {
        this.rights = service.getBean(Rights.class);
        this.endpoints = endpoints(service);
        this.address = address;
    }

    /** Endpoints that no row of the table names. */
    public List<Endpoint> endpointsWithoutARow() {
        return endpoints.stream()
                .filter(endpoint -> rights.rows().stream().noneMatch(endpoint::isNamedBy))
                .toList();
    }

    /** Rows of the table that name no endpoint. */
    public List<String> rowsWithoutAnEndpoint() {
        return rights.rows().stream()
                .filter(row -> endpoints.stream().noneMatch(endpoint -> endpoint.covers(row)))
                .map(row -> row.method() + " " + row.pattern())
                .toList();
    }

    /** Calls every endpoint with every role and with none; what was answered otherwise than the table says. */
    public List<String> differences() {
        List<String> differences = new ArrayList<>();
        for (Right row : rights.rows()) {
            askers().forEach((asker, person) -> {
                Answer answer = call(row, person, ELSEWHERE);
                String expected = expected(row, person);
                if (!answer.verdict().equals(expected)) {
                    differences.add(row.method() + " " + row.pattern() + " as " + asker + ": " + expected
                            + " by the table, but " + answer);
                }
            });
        }
        return differences;
    }

    /** What programs on the same machine are refused although the table opens it to them, or the other way round. */
    public List<String> differencesNearby() {
        return rights.rows().stream()
                .filter(row -> row.allows(null, true) == call(row, null, null).refused())
                .map(row -> row.method() + " " + row.pattern())
                .toList();
    }

    private static Map<String, @Nullable Person> askers() {
        Map<String, @Nullable Person> askers = new LinkedHashMap<>();
        askers.put("nobody", null);
        for (Role role : Role.values()) {
            askers.put(role.name(), SignedIn.as(role));
        }
        return askers;
    }

    private static String expected(Right row, @Nullable Person person) {
        return row.allows(person, false) ? "through" : person == null ? "401 UNAUTHENTICATED" : "403 FORBIDDEN";
    }

    private Answer call(Right row, @Nullable Person person, @Nullable String from) {
        boolean reads = row.method().equals(HttpMethod.GET);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + sample(row.pattern())))
                .timeout(Duration.ofSeconds(90))
                .method(row.method().name(), reads ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        if (!reads) {
            request.header("Content-Type", "application/json");
        }
        if (person != null) {
            request.header("Authorization", "Bearer " + SignedIn.token(person));
        }
        if (from != null) {
            request.header("X-Forwarded-For", from);
        }
        try {
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                // Streams that never end are left at once; anything else is read off, so that the line can be used
                // again.
                boolean endless =
                        response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
                return new Answer(response.statusCode(), endless ? "" : new String(body.readAllBytes(), UTF_8));
            }
        } catch (IOException unreachable) {
            throw new UncheckedIOException(row.method() + " " + row.pattern() + " does not answer", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A path that the pattern fits; what it names is nowhere, so nothing comes of it. */
    private static String sample(PathPattern pattern) {
        return pattern.getPatternString()
                .replaceAll("\\{[^}]*}", "x")
                .replace("**", "x")
                .replace("*", "x");
    }

    private static Set<Endpoint> endpoints(ApplicationContext service) {
        Set<Endpoint> endpoints = new TreeSet<>();
        service.getBeansOfType(HandlerMapping.class)
                .forEach((name, mapping) -> of(name, mapping).forEach(endpoints::add));
        return endpoints;
    }

    private static Stream<Endpoint> of(String name, HandlerMapping mapping) {
        if (mapping instanceof RequestMappingInfoHandlerMapping annotated) {
            return annotated.getHandlerMethods().keySet().stream().flatMap(RightsMatrix::of);
        }
        if (mapping instanceof AbstractUrlHandlerMapping files) {
            return files.getHandlerMap().keySet().stream().map(pattern -> new Endpoint("GET", pattern));
        }
        if (mapping instanceof RouterFunctionMapping functions && functions.getRouterFunction() == null) {
            return Stream.empty();
        }
        throw new IllegalStateException("It cannot be told what " + name + " answers to");
    }

    private static Stream<Endpoint> of(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        List<String> named = (methods.isEmpty() ? Arrays.stream(RequestMethod.values()) : methods.stream())
                .map(RequestMethod::name)
                .toList();
        return info.getPatternsCondition().getPatterns().stream()
                .flatMap(pattern -> named.stream().map(method -> new Endpoint(method, pattern)));
    }

    /** What the service answers to. */
    public record Endpoint(String method, PathPattern pattern) implements Comparable<Endpoint> {

        /** By a row of its own, or by a row for the whole tree it is in. */
        boolean isNamedBy(Right row) {
            return isNamedAlone(row)
                    || sameMethod(row) && isBelow(path(), row.pattern().getPatternString());
        }

        /** Also a part of it has its row, where it answers to a whole tree. */
        boolean covers(Right row) {
            return isNamedAlone(row) || sameMethod(row) && isBelow(row.pattern().getPatternString(), path());
        }

        private boolean isNamedAlone(Right row) {
            return sameMethod(row) && path().equals(row.pattern().getPatternString());
        }

        private boolean sameMethod(Right row) {
            return method.equals(row.method().name());
        }

        private static boolean isBelow(String path, String tree) {
            String top = tree.replaceFirst("(\\*\\*|\\{\\*\\w+})$", "");
            return !top.equals(tree) && path.startsWith(top);
        }

        /** The application's root may be written without its slash. */
        private String path() {
            return pattern.getPatternString().isEmpty() ? "/" : pattern.getPatternString();
        }

        @Override
        public int compareTo(Endpoint other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return method + " " + path();
        }
    }

    private record Answer(int status, String body) {

        private static final Pattern CODE = Pattern.compile("\"code\":\"(\\w+)\"");

        boolean refused() {
            return status == 401 || status == 403;
        }

        /** As the table says it: through, or refused with a problem that has the right code. */
        String verdict() {
            if (!refused()) {
                return "through";
            }
            Matcher code = CODE.matcher(body);
            return status + " " + (code.find() ? code.group(1) : "");
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }
}
