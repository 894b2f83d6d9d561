package cn.hotline.access.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.access.Role;
import cn.hotline.access.web.Rights;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriUtils;

/**
 * Sends the store's own query operators wherever the interface of a running service takes a value: in every query
 * parameter, in every path and in every field of every body. They have to be what they look like to a clerk: odd text.
 */
public final class OperatorInjection {

    private static final String OPERATOR = "{\"$gt\":\"\"}";
    private static final String ODD = "odd-text";
    /** Others than in paths, since the audit log finds again what stood in paths. */
    private static final String OPERATOR_SOUGHT = "{\"$ne\":\"\"}";

    private static final String ODD_SOUGHT = "odd-words";
    private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");

    private final WebTestClient http;
    private final String address;
    private final Rights rights;
    private final Map<RequestMappingInfo, HandlerMethod> endpoints;

    /** @param address of the service with its base path */
    public OperatorInjection(ApplicationContext service, String address) {
        this.http = WebTestClient.bindToServer()
                .responseTimeout(Duration.ofSeconds(30))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
                .build();
        this.address = address;
        this.rights = service.getBean(Rights.class);
        this.endpoints = service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
    }

    /** Where an operator was answered otherwise than odd text would be. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Rights.Right row : rights.rows()) {
            String path = row.pattern().getPatternString();
            endpoints.entrySet().stream()
                    .filter(endpoint -> path.startsWith("/api/") && isOf(row, endpoint.getKey()))
                    .forEach(endpoint -> faults.addAll(faults(row, path, endpoint.getValue())));
        }
        return faults;
    }

    private static boolean isOf(Rights.Right row, RequestMappingInfo info) {
        return info.getPatternsCondition().getPatterns().contains(row.pattern())
                && info.getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.asHttpMethod().equals(row.method()));
    }

    private List<String> faults(Rights.Right row, String path, HandlerMethod endpoint) {
        Role role = row.roles().stream().findFirst().orElse(Role.ADMIN);
        Stream<String> inPaths = path.contains("{")
                ? same(role, row.method(), path, "the path", filled(path, ODD), filled(path, OPERATOR), "{}")
                : Stream.empty();
        Stream<String> inQueries = names(endpoint, false).flatMap(name -> {
            String plain = filled(path, "x");
            return Stream.concat(
                    same(
                            role,
                            row.method(),
                            path,
                            name,
                            query(plain, name, ODD_SOUGHT),
                            query(plain, name, OPERATOR_SOUGHT),
                            "{}"),
                    same(
                            role,
                            row.method(),
                            path,
                            name + "[$ne]",
                            plain,
                            query(plain, name + "[$ne]", ODD_SOUGHT),
                            "{}"));
        });
        Stream<String> inBodies = names(endpoint, true)
                .flatMap(name -> refused(role, row.method(), path, name, "{\"" + name + "\":" + OPERATOR + "}"));
        return Stream.of(inPaths, inQueries, inBodies).flatMap(faults -> faults).toList();
    }

    private Stream<String> same(
            Role role, HttpMethod method, String path, String where, String plain, String operator, String body) {
        String before = answer(role, method, plain, body);
        String found = answer(role, method, operator, body);
        // Some lists grow by being looked at.
        String after = answer(role, method, plain, body);
        return found.equals(before) || found.equals(after) || isBetween(before, found, after)
                ? Stream.empty()
                : Stream.of(method + " " + path + ", " + where + ": " + found + " instead of " + before);
    }

    private static boolean isBetween(String before, String found, String after) {
        return Stream.of(before, found, after).allMatch(answer -> answer.startsWith("200, "))
                && total(before) <= total(found)
                && total(found) <= total(after);
    }

    private static int total(String answer) {
        return Integer.parseInt(answer.replaceAll("200, (\\d+) found", "$1"));
    }

    private Stream<String> refused(Role role, HttpMethod method, String path, String field, String body) {
        String found = answer(role, method, filled(path, ODD), body);
        return found.startsWith("4")
                ? Stream.empty()
                : Stream.of(method + " " + path + ", field " + field + ": " + found);
    }

    /** Status, and how many were found where that is said. */
    private String answer(Role role, HttpMethod method, String path, String body) {
        WebTestClient.RequestBodySpec request =
                http.method(method).uri(URI.create(address + path)).headers(SignedIn.headers(SignedIn.as(role)));
        if (!method.equals(HttpMethod.GET)) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        EntityExchangeResult<byte[]> answered = request.exchange().expectBody().returnResult();
        String text = new String(Objects.requireNonNullElse(answered.getResponseBody(), new byte[0]), UTF_8);
        Matcher total = TOTAL.matcher(text);
        return answered.getStatus().value() + (total.find() ? ", " + total.group(1) + " found" : "");
    }

    private static String filled(String path, String value) {
        return path.replaceAll("\\{[^}]*}", Matcher.quoteReplacement(encoded(value)));
    }

    private static String query(String path, String name, String value) {
        return path + "?" + encoded(name) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, UTF_8);
    }

    /** Of the query, or of the body: single parameters and the components of records. */
    private static Stream<String> names(HandlerMethod endpoint, boolean ofBody) {
        return Arrays.stream(endpoint.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class) == ofBody)
                .filter(parameter -> !parameter.hasParameterAnnotation(PathVariable.class))
                .flatMap(OperatorInjection::names);
    }

    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.getParameterType().isRecord()) {
            return Arrays.stream(parameter.getParameterType().getRecordComponents())
                    .map(RecordComponent::getName);
        }
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return Stream.ofNullable(parameter.getParameterName());
    }
}
