package cn.hotline.evaluation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class DoorkeeperTest {

    private static final String RIGHT = "hotline";

    private final Hands clock = new Hands();
    private final Doorkeeper doorkeeper = new Doorkeeper(new BCryptPasswordEncoder(4), clock);
    private int asked;

    @Test
    void theRightPasswordIsLetThrough() throws Exception {
        assertThat(signIn("operator", RIGHT, "10.0.0.1").getHeader("Location")).isEqualTo("/idp/next");
    }

    @Test
    void afterFiveWrongPasswordsTheRightOneIsRefusedLikeAWrongOne() throws Exception {
        MockHttpServletResponse wrong = signIn("operator", "wrong", "10.0.0.1");
        for (int i = 0; i < 4; i++) {
            signIn("operator", "wrong", "10.0.0." + i);
        }
        MockHttpServletResponse locked = signIn("operator", RIGHT, "10.0.0.9");

        assertThat(asked).isEqualTo(5);
        assertThat(locked.getStatus()).isEqualTo(wrong.getStatus());
        assertThat(locked.getHeader("Location")).isEqualTo(wrong.getHeader("Location"));
    }

    @Test
    void anAccountThatDoesNotExistIsLockedLikeAnyOther() throws Exception {
        for (int i = 0; i < 7; i++) {
            signIn("nobody", "wrong", "10.0.0.1");
        }
        assertThat(asked).isEqualTo(5);
    }

    @Test
    void othersSignInWhileOneIsLocked() throws Exception {
        lock("operator");

        assertThat(signIn("dispatcher", RIGHT, "10.0.0.1").getHeader("Location"))
                .isEqualTo("/idp/next");
    }

    @Test
    void theLockEndsAfterTenMinutesHoweverOftenItWasTriedMeanwhile() throws Exception {
        lock("operator");
        for (int minute = 0; minute < 10; minute++) {
            clock.ahead = Duration.ofMinutes(minute);
            signIn("operator", "wrong", "10.0.0.2");
        }
        clock.ahead = Duration.ofMinutes(10).plusSeconds(1);

        assertThat(signIn("operator", RIGHT, "10.0.0.1").getHeader("Location")).isEqualTo("/idp/next");
    }

    @Test
    void signingInForgetsFormerMistakes() throws Exception {
        for (int i = 0; i < 12; i++) {
            signIn("operator", i % 4 == 3 ? RIGHT : "wrong", "10.0.0.1");
        }
        assertThat(asked).isEqualTo(12);
    }

    @Test
    void whoTriesManyAccountsIsSentAwayForAMinute() throws Exception {
        for (int i = 0; i < 60; i++) {
            signIn("account" + i, "wrong", "10.0.0.1");
        }
        MockHttpServletResponse away = signIn("operator", RIGHT, "10.0.0.1");
        assertThat(away.getStatus()).isEqualTo(429);
        assertThat(away.getHeader("Retry-After")).isEqualTo("60");
        assertThat(signIn("operator", RIGHT, "10.0.0.2").getStatus()).isEqualTo(302);

        clock.ahead = Duration.ofSeconds(61);
        assertThat(signIn("operator", RIGHT, "10.0.0.1").getStatus()).isEqualTo(302);
    }

    @Test
    void aProgramIsCountedByTheNameOfItsClientHoweverItSendsIt() throws Exception {
        for (int i = 0; i < 3; i++) {
            token(request -> request.addHeader("Authorization", "Basic b3BlcmF0b3I6d3Jvbmc="));
            token(request -> request.addParameter("client_id", "operator"));
        }
        assertThat(asked).isEqualTo(5);
        assertThat(signIn("operator", RIGHT, "10.0.0.1").getHeader("Location"))
                .as("the sign-in page is another entrance")
                .isEqualTo("/idp/next");
    }

    private void lock(String account) throws Exception {
        for (int i = 0; i < 5; i++) {
            signIn(account, "wrong", "10.0.0.1");
        }
    }

    private MockHttpServletResponse signIn(String account, String password, String address) throws Exception {
        var request = new MockHttpServletRequest("POST", "/idp/login");
        request.setContextPath("/idp");
        request.setRemoteAddr(address);
        request.addParameter("username", account);
        var response = new MockHttpServletResponse();
        doorkeeper.doFilter(request, response, new MockFilterChain() {
            @Override
            public void doFilter(ServletRequest in, ServletResponse out) {
                asked++;
                response.setStatus(HttpServletResponse.SC_FOUND);
                response.setHeader("Location", password.equals(RIGHT) ? "/idp/next" : "/idp/login?refused");
            }
        });
        return response;
    }

    private void token(Consumer<MockHttpServletRequest> client) throws Exception {
        var request = new MockHttpServletRequest("POST", "/idp/oauth2/token");
        request.setContextPath("/idp");
        client.accept(request);
        var response = new MockHttpServletResponse();
        doorkeeper.doFilter(request, response, new MockFilterChain() {
            @Override
            public void doFilter(ServletRequest in, ServletResponse out) {
                asked++;
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            }
        });
    }

    /** A clock that stands, so much ahead. */
    private static final class Hands extends Clock {

        private Duration ahead = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.parse("2024-06-18T01:00:00Z").plus(ahead);
        }
    }
}
