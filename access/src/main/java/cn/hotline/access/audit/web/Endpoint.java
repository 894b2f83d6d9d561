package cn.hotline.access.audit.web;

import cn.hotline.access.audit.AsksOnly;
import cn.hotline.access.audit.ReadsPersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.pattern.PathPattern;

/**
 * What a request to one endpoint is as an act. The name comes from method and path, so that no endpoint can be without
 * one, and is the same for a page and the interface for programs: {@code POST /api/v1/dispatches/{number}/acknowledge}
 * and {@code POST /inbox/{number}/acknowledge} are {@code ACKNOWLEDGE}, {@code POST /api/v1/tickets} is
 * {@code POST_TICKETS}.
 *
 * @param action the name; null where the request is no act
 */
record Endpoint(@Nullable String action) {

    private static final String READ = "READ";

    static Endpoint of(HttpMethod method, PathPattern pattern, HandlerMethod handler) {
        if (isReading(method)) {
            return new Endpoint(handler.hasMethodAnnotation(ReadsPersonalData.class) ? READ : null);
        }
        return new Endpoint(
                handler.hasMethodAnnotation(AsksOnly.class) ? null : name(method, pattern.getPatternString()));
    }

    /** The name of a request, whatever its endpoint makes of it. */
    static String name(HttpMethod method, String pattern) {
        List<String> words = new ArrayList<>();
        boolean aboutOne = false;
        for (String part : pattern.split("/")) {
            if (part.startsWith("{")) {
                aboutOne = true;
            } else if (!part.isEmpty()) {
                words.add(part);
            }
        }
        String last = words.isEmpty() ? "START" : words.get(words.size() - 1);
        String word = last.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        boolean verb = method.equals(HttpMethod.POST) && aboutOne && pattern.endsWith("/" + last);
        return verb ? word : method.name() + "_" + word;
    }

    /** What a request is about: the first thing its path names; empty where it names none. */
    static String subject(Map<String, String> variables) {
        return variables.isEmpty() ? "" : variables.values().iterator().next();
    }

    static String subject(PathPattern pattern, PathContainer path) {
        PathPattern.PathMatchInfo match = pattern.matchAndExtract(path);
        return match == null ? "" : subject(match.getUriVariables());
    }

    static boolean isReading(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD) || method.equals(HttpMethod.OPTIONS);
    }
}
