package cn.hotline.evaluation.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class LockTest {

    private static final String RIGHT = "hotline";
    private static final Set<String> ACCOUNTS = Set.of("operator", "dispatcher");

    private final Hands clock = new Hands();
    private final Tries fromAddress = new Tries(60, Duration.ofMinutes(1), clock);
    private final Passwords passwords = new Passwords();
    private final Lock lock = new Lock(
            passwords,
            new Tries(5, Duration.ofMinutes(10), clock),
            fromAddress,
            ACCOUNTS::contains,
            () -> new BadCredentialsException("refused"),
            new BCryptPasswordEncoder(4));

    @Test
    void theRightPasswordIsLetThrough() {
        assertThat(signIn("operator", RIGHT, "10.0.0.1").isAuthenticated()).isTrue();
    }

    @Test
    void afterFiveWrongPasswordsTheRightOneIsRefusedLikeAWrongOne() {
        for (int i = 0; i < 5; i++) {
            wrong("operator", "10.0.0." + i);
        }
        assertRefused(() -> signIn("operator", RIGHT, "10.0.0.9"));
        assertThat(passwords.asked).isEqualTo(5);
    }

    @Test
    void anAccountThatDoesNotExistIsRefusedAlike() {
        assertRefused(() -> signIn("nobody", RIGHT, "10.0.0.1"));
        assertThat(passwords.asked).isZero();
    }

    @Test
    void othersSignInWhileOneIsLocked() {
        for (int i = 0; i < 5; i++) {
            wrong("operator", "10.0.0.1");
        }
        assertThat(signIn("dispatcher", RIGHT, "10.0.0.1").isAuthenticated()).isTrue();
    }

    @Test
    void theLockEndsAfterTenMinutesHoweverOftenItWasTriedMeanwhile() {
        for (int i = 0; i < 5; i++) {
            wrong("operator", "10.0.0.1");
        }
        for (int minute = 0; minute < 10; minute++) {
            clock.ahead = Duration.ofMinutes(minute);
            wrong("operator", "10.0.0.1");
        }
        clock.ahead = Duration.ofMinutes(10).plusSeconds(1);

        assertThat(signIn("operator", RIGHT, "10.0.0.1").isAuthenticated()).isTrue();
    }

    @Test
    void signingInForgetsFormerMistakes() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                wrong("operator", "10.0.0.1");
            }
            assertThat(signIn("operator", RIGHT, "10.0.0.1").isAuthenticated()).isTrue();
        }
    }

    @Test
    void whoTriesManyAccountsIsSentAwayForAMinute() throws Exception {
        for (int i = 0; i < 60; i++) {
            wrong("account" + i, "10.0.0.1");
        }
        assertThat(post("10.0.0.1").getStatus()).isEqualTo(429);
        assertThat(post("10.0.0.1").getHeader("Retry-After")).isEqualTo("60");
        assertThat(post("10.0.0.2").getStatus()).isEqualTo(200);

        clock.ahead = Duration.ofSeconds(61);
        assertThat(post("10.0.0.1").getStatus()).isEqualTo(200);
    }

    private Authentication signIn(String account, String password, String address) {
        var presented = UsernamePasswordAuthenticationToken.unauthenticated(account, password);
        presented.setDetails(new WebAuthenticationDetails(address, null));
        return lock.authenticate(presented);
    }

    private void wrong(String account, String address) {
        assertRefused(() -> signIn(account, "wrong", address));
    }

    private static void assertRefused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(BadCredentialsException.class).hasMessage("refused");
    }

    private MockHttpServletResponse post(String address) throws Exception {
        var request = new MockHttpServletRequest("POST", "/idp/login");
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        new Doorkeeper(fromAddress, Duration.ofMinutes(1)).doFilter(request, response, new MockFilterChain());
        return response;
    }

    /** Whoever looks at passwords, and how often they were asked to. */
    private static final class Passwords implements AuthenticationProvider {

        private int asked;

        @Override
        public Authentication authenticate(Authentication presented) {
            asked++;
            if (!RIGHT.equals(presented.getCredentials())) {
                throw new BadCredentialsException("wrong password of " + presented.getName());
            }
            return UsernamePasswordAuthenticationToken.authenticated(presented.getName(), null, Set.of());
        }

        @Override
        public boolean supports(Class<?> kind) {
            return true;
        }
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
