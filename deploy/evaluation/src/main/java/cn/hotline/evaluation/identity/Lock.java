package cn.hotline.evaluation.identity;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * In front of whoever looks at passwords: an account with too many wrong ones is locked for a while. A locked account, a
 * wrong password and no such account are refused alike, and each costs one look at a password.
 */
final class Lock implements AuthenticationProvider {

    private static final int LONGEST_NAME = 64;

    private final AuthenticationProvider behind;
    private final Tries ofAccount;
    private final Tries fromAddress;
    private final Predicate<String> exists;
    private final Supplier<AuthenticationException> refusal;
    private final PasswordEncoder passwords;
    private final String somePassword;

    /**
     * @param exists whether there is such an account
     * @param refusal what is said to all who are not let in
     */
    Lock(
            AuthenticationProvider behind,
            Tries ofAccount,
            Tries fromAddress,
            Predicate<String> exists,
            Supplier<AuthenticationException> refusal,
            PasswordEncoder passwords) {
        this.behind = behind;
        this.ofAccount = ofAccount;
        this.fromAddress = fromAddress;
        this.exists = exists;
        this.refusal = refusal;
        this.passwords = passwords;
        this.somePassword = passwords.encode("nobody's");
    }

    @Override
    public @Nullable Authentication authenticate(Authentication presented) {
        String name = presented.getName();
        String account = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        if (ofAccount.areOver(account) || !exists.test(name)) {
            passwords.matches("anything", somePassword);
            throw failed(presented, account);
        }
        try {
            Authentication result = behind.authenticate(presented);
            if (result != null) {
                ofAccount.succeeded(account);
            }
            return result;
        } catch (AuthenticationException wrong) {
            throw failed(presented, account);
        }
    }

    private AuthenticationException failed(Authentication presented, String account) {
        ofAccount.failed(account);
        if (presented.getDetails() instanceof WebAuthenticationDetails from) {
            fromAddress.failed(from.getRemoteAddress());
        }
        return refusal.get();
    }

    @Override
    public boolean supports(Class<?> kind) {
        return behind.supports(kind);
    }
}
