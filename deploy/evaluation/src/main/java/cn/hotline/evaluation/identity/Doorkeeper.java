package cn.hotline.evaluation.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before both entrances, the sign-in page and the token endpoint: an account is locked after five wrong
 * passwords for ten minutes, an address is sent away for a minute after sixty. A locked account, one that does not exist
 * and a wrong password are answered alike and take alike.
 */
final class Doorkeeper extends OncePerRequestFilter {

    static final String SIGN_IN = "/login";
    static final String TOKEN = "/oauth2/token";
    static final String REFUSED = "/login?refused";

    private static final int TRIES_FOR_AN_ACCOUNT = 5;
    private static final Duration ACCOUNT_LOCKED = Duration.ofMinutes(10);
    private static final int TRIES_FROM_AN_ADDRESS = 60;
    private static final Duration ADDRESS_LOCKED = Duration.ofMinutes(1);

    private final Tries ofAccount;
    private final Tries fromAddress;
    private final PasswordEncoder passwords;
    private final String somePassword;

    Doorkeeper(PasswordEncoder passwords, Clock clock) {
        this.ofAccount = new Tries(TRIES_FOR_AN_ACCOUNT, ACCOUNT_LOCKED, clock);
        this.fromAddress = new Tries(TRIES_FROM_AN_ADDRESS, ADDRESS_LOCKED, clock);
        this.passwords = passwords;
        this.somePassword = passwords.encode("nobody's");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !(entrance(request).equals(SIGN_IN) || isTokenRequest(request));
    }

    private static String entrance(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static boolean isTokenRequest(HttpServletRequest request) {
        return entrance(request).equals(TOKEN);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain further)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        String account = entrance(request) + " " + account(request);
        if (fromAddress.areOver(address)) {
            sendAway(request, response);
        } else if (ofAccount.areOver(account)) {
            passwords.matches("anything", somePassword);
            fromAddress.failed(address);
            refuse(request, response);
        } else {
            further.doFilter(request, response);
            if (wasRefused(response)) {
                ofAccount.failed(account);
                fromAddress.failed(address);
            } else {
                ofAccount.succeeded(account);
            }
        }
    }

    private static boolean wasRefused(HttpServletResponse response) {
        String next = response.getHeader(HttpHeaders.LOCATION);
        return response.getStatus() == HttpStatus.UNAUTHORIZED.value() || (next != null && next.endsWith(REFUSED));
    }

    /** Only that of somebody who signs in: the name of the client in a request for a token. */
    private static String account(HttpServletRequest request) {
        if (!isTokenRequest(request)) {
            return name(request.getParameter("username"));
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return name(request.getParameter("client_id"));
        }
        try {
            String pair = new String(Base64.getDecoder().decode(authorization.substring(6)), StandardCharsets.UTF_8);
            return name(pair.substring(0, Math.max(0, pair.indexOf(':'))));
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static String name(@Nullable String typed) {
        return typed == null ? "" : typed.substring(0, Math.min(typed.length(), 64));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isTokenRequest(request)) {
            write(response, HttpStatus.UNAUTHORIZED, "{\"error\":\"invalid_client\"}");
        } else {
            response.sendRedirect(request.getContextPath() + REFUSED);
        }
    }

    private static void sendAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ADDRESS_LOCKED.toSeconds()));
        write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "{\"type\":\"about:blank\",\"title\":\"Too Many Requests\",\"status\":429,"
                        + "\"code\":\"TOO_MANY_TRIES\",\"detail\":\"登录尝试过于频繁，请一分钟后再试。\"}");
    }

    private static void write(HttpServletResponse response, HttpStatus status, String json) throws IOException {
        response.setStatus(status.value());
        response.setContentType(
                status == HttpStatus.UNAUTHORIZED
                        ? MediaType.APPLICATION_JSON_VALUE
                        : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }
}
