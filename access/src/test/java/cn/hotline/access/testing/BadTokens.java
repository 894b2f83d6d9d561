package cn.hotline.access.testing;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tokens that nobody may come in with, each for one reason; everything else about them is as it should be. */
public final class BadTokens {

    private BadTokens() {}

    /** By what is wrong with them, in the provider's name and, but for one, for a person of this role. */
    public static Map<String, String> of(TestProvider provider, Role role) {
        Person person = SignedIn.as(role);
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("expired", changed(provider, person, claims -> claims.expirationTime(ago(Duration.ofMinutes(2)))));
        tokens.put("never expiring", without(provider, person, "exp"));
        tokens.put(
                "not yet good", changed(provider, person, claims -> claims.notBeforeTime(ago(Duration.ofMinutes(-5)))));
        tokens.put("of another issuer", changed(provider, person, claims -> claims.issuer("http://other.test/idp")));
        tokens.put("of no issuer", without(provider, person, "iss"));
        tokens.put("for another audience", changed(provider, person, claims -> claims.audience("gateway")));
        tokens.put("for no audience", without(provider, person, "aud"));
        tokens.put("of nobody", without(provider, person, "sub"));
        tokens.put("of an unprintable account", changed(provider, person, claims -> claims.subject("a\u0000b")));
        tokens.put("without tenant", without(provider, person, "tenant"));
        tokens.put("with a blank tenant", changed(provider, person, claims -> claims.claim("tenant", " ")));
        tokens.put("without roles", without(provider, person, "roles"));
        tokens.put("with no role", changed(provider, person, claims -> claims.claim("roles", List.of())));
        tokens.put("with roles that are a text", changed(provider, person, claims -> claims.claim("roles", "ADMIN")));
        tokens.put(
                "with roles nobody knows",
                changed(provider, person, claims -> claims.claim("roles", List.of("admin", "ROOT"))));
        tokens.put("of a unit's person without unit", without(provider, SignedIn.unit("630103"), "unit"));
        tokens.put(
                "of an unknown position in a unit",
                changed(provider, SignedIn.unit("630103"), claims -> claims.claim("position", "MAYOR")));
        JWTClaimsSet good = TestProvider.claims(person).build();
        tokens.put("not signed", new PlainJWT(good).serialize());
        tokens.put(
                "signed with a foreign key",
                TestProvider.signed(good, TestProvider.foreignKey(provider.key().getKeyID())));
        tokens.put("signed with an unknown key", TestProvider.signed(good, TestProvider.foreignKey("unknown")));
        tokens.put("signed with the public key as a secret", signedWithThePublicKey(provider, good));
        tokens.put("signed by another algorithm", signed(provider, JWSAlgorithm.RS512, null, good));
        tokens.put("of another type", signed(provider, JWSAlgorithm.RS256, new JOSEObjectType("logout+jwt"), good));
        tokens.put("changed after it was signed", tampered(provider.signed(good), provider, person));
        tokens.put("no token at all", "not-a-token");
        tokens.put("three empty parts", "..");
        return tokens;
    }

    private static Date ago(Duration past) {
        return Date.from(Instant.now().minus(past));
    }

    private static String changed(TestProvider provider, Person person, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = TestProvider.claims(person);
        change.accept(claims);
        return provider.signed(claims.build());
    }

    private static String without(TestProvider provider, Person person, String claim) {
        return changed(provider, person, claims -> claims.claim(claim, null));
    }

    private static String signed(
            TestProvider provider, JWSAlgorithm algorithm, @Nullable JOSEObjectType type, JWTClaimsSet claims) {
        try {
            return signed(new RSASSASigner(provider.key()), algorithm, type, provider, claims);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The classic confusion: who takes the algorithm from the token checks a secret that everybody knows. */
    private static String signedWithThePublicKey(TestProvider provider, JWTClaimsSet claims) {
        try {
            byte[] known = provider.key().toRSAPublicKey().getEncoded();
            return signed(new MACSigner(known), JWSAlgorithm.HS256, null, provider, claims);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(
            JWSSigner signer,
            JWSAlgorithm algorithm,
            @Nullable JOSEObjectType type,
            TestProvider provider,
            JWTClaimsSet claims)
            throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .type(type)
                        .keyID(provider.key().getKeyID())
                        .build(),
                claims);
        token.sign(signer);
        return token.serialize();
    }

    /** The signature of one person's token under another's claims. */
    private static String tampered(String token, TestProvider provider, Person person) {
        String[] others = changed(provider, person, claims -> claims.claim("roles", List.of("ADMIN", "OPERATOR")))
                .split("\\.");
        return token.substring(0, token.indexOf('.')) + "." + others[1] + token.substring(token.lastIndexOf('.'));
    }
}
