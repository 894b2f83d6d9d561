package cn.hotline.access.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.access.Person;
import cn.hotline.access.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider as far as a resource server sees it: a key, tokens signed with it, and where it is read. */
public final class TestProvider implements AutoCloseable {

    public static final String ISSUER = "http://provider.test/idp";

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile RSAKey key = newKey("test-1");

    public TestProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            byte[] body = new JWKSet(key.toPublicJWK()).toString().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** Where its public key is read. */
    public URI keys() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    /** How often its key was read. */
    public int asked() {
        return asked.get();
    }

    public RSAKey key() {
        return key;
    }

    /** Signs with a new key from now on; the old one is forgotten. */
    public void changeKey(String id) {
        key = newKey(id);
    }

    /** A key of somebody else that is called so. */
    public static RSAKey foreignKey(String id) {
        return new RSAKey.Builder(Foreign.KEY).keyID(id).build();
    }

    private static final class Foreign {
        static final RSAKey KEY = newKey("foreign");
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A good token of this person. */
    public String token(Person person) {
        return signed(claims(person).build());
    }

    /** What a good token of this person says. */
    public static JWTClaimsSet.Builder claims(Person person) {
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("hotline")
                .subject(person.account())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
                .claim("name", person.name())
                .claim("tenant", person.tenant())
                .claim("roles", person.roles().stream().map(Role::name).toList());
        if (person.unit() != null && person.position() != null) {
            claims.claim("unit", person.unit())
                    .claim("position", person.position().name());
        }
        return claims;
    }

    public String signed(JWTClaimsSet claims) {
        return signed(claims, key);
    }

    public static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Goes away, as a provider that is down. */
    @Override
    public void close() {
        server.stop(0);
    }
}
