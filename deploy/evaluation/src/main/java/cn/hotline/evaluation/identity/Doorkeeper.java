package cn.hotline.evaluation.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends away, before anything is looked at, whoever has tried too many passwords from one address. */
final class Doorkeeper extends OncePerRequestFilter {

    private static final String SENTENCE = "{\"type\":\"about:blank\",\"title\":\"Too Many Requests\",\"status\":429,"
            + "\"code\":\"TOO_MANY_TRIES\",\"detail\":\"登录尝试过于频繁，请一分钟后再试。\"}";

    private final Tries fromAddress;
    private final Duration locked;

    /**
     * @param fromAddress failed tries by the address they came from
     * @param locked for how long these lock
     */
    Doorkeeper(Tries fromAddress, Duration locked) {
        this.fromAddress = fromAddress;
        this.locked = locked;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain further)
            throws ServletException, IOException {
        if (!request.getMethod().equals("POST") || !fromAddress.areOver(request.getRemoteAddr())) {
            further.doFilter(request, response);
            return;
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(locked.toSeconds()));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(SENTENCE.getBytes(StandardCharsets.UTF_8));
    }
}
