package cn.hotline.gateway.signin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in at a browser.
 *
 * @param account the provider's name for them
 * @param name a person's
 * @param roles codes
 * @param unit code of their unit; null for people of the hotline itself
 * @param unitName what it is called, if the provider knows
 * @param accessToken what services are shown
 * @param accessUntil when it ends
 * @param refreshToken what a new one is fetched with; null when the provider gave none
 * @param idToken what the provider is shown when they leave
 * @param proof a page's writes must carry, so that no other site can have it done (CSRF)
 * @param startedAt when they signed in
 */
public record Session(
        String account,
        String name,
        List<String> roles,
        @Nullable String unit,
        @Nullable String unitName,
        String accessToken,
        Instant accessUntil,
        @Nullable String refreshToken,
        String idToken,
        String proof,
        Instant startedAt) {

    /** The exchange's attribute with the session of whoever asks. */
    static final String ATTRIBUTE = Session.class.getName();

    Session renewed(String access, Instant until, @Nullable String refresh, String id) {
        return new Session(account, name, roles, unit, unitName, access, until, refresh, id, proof, startedAt);
    }

    /** Nobody's eyes: tokens do not belong into a log. */
    @Override
    public String toString() {
        return "Session of " + account;
    }
}
